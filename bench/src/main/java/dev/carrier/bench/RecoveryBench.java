package dev.carrier.bench;

import dev.carrier.sandbox.ModelClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long nobody is answered after a kill -9 under load, and whether anything is lost by it. What
 * was killed is started again at once, as whoever watches over containers would.
 */
public final class RecoveryBench {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BEFORE = Duration.ofSeconds(3);

    private final Subject subject;
    private final String person;
    private final List<String> channels;
    private final int perSecond;

    /**
     * @param subject runs already, without gathering and without limits of turns
     * @param person who writes; can read every channel
     * @param channels where they write, in turn
     * @param perSecond messages, before the kill and after it
     */
    public RecoveryBench(Subject subject, String person, List<String> channels, int perSecond) {
        this.subject = subject;
        this.person = person;
        this.channels = List.copyOf(channels);
        this.perSecond = perSecond;
    }

    /**
     * Measures; returns when everything is answered, or two minutes after the last message.
     *
     * @param after how long messages come after the kill
     */
    public RecoveryReport run(Outage outage, Duration after) throws InterruptedException {
        ModelClient model = subject.sandbox().model();
        model.takes(0);
        model.answers(LatencyBench.EVERY_LINE, LatencyBench.ANSWER);
        Crowd crowd = new Crowd(subject, person, channels);
        write(crowd, BEFORE);
        outage.kill();
        Instant killed = Instant.now();
        outage.comesBack();
        write(crowd, after);
        return report(killed, crowd.said(), Answers.await(subject, crowd.said(), PATIENCE));
    }

    private void write(Crowd crowd, Duration lasting) throws InterruptedException {
        int before = crowd.attempted();
        Schedule schedule = Schedule.of(perSecond, lasting);
        schedule.play(_ -> crowd.say(Instant.now()));
        crowd.await(before + schedule.beats());
    }

    static RecoveryReport report(Instant killed, List<Said> said, Answers answers) {
        return new RecoveryReport(
                said.size(),
                answers.of().entrySet().stream()
                        .filter(one -> one.getKey().message().acceptedAt().isAfter(killed))
                        .map(one -> one.getValue().acceptedAt())
                        .min(Instant::compareTo)
                        .map(first -> Duration.between(killed, first)),
                answers.of().entrySet().stream()
                        .map(one ->
                                Duration.between(
                                        one.getKey().message().acceptedAt(),
                                        one.getValue().acceptedAt()))
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO),
                answers.lost().size(),
                answers.doubled());
    }
}
