package dev.carrier.bench;

import dev.carrier.sandbox.ModelClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * As many messages a second as there can be, with an instant model: one is written in each of many
 * channels as fast as the sandbox takes them, and the answers are timed while most of them still
 * wait.
 */
public final class SaturationBench {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Subject subject;
    private final String person;
    private final List<String> channels;

    /**
     * @param subject runs already, warm, without gathering and without limits of turns
     * @param person who writes; can read every channel
     * @param channels one message in each
     */
    public SaturationBench(Subject subject, String person, List<String> channels) {
        this.subject = subject;
        this.person = person;
        this.channels = List.copyOf(channels);
    }

    /** Measures; returns when everything is answered, or after three minutes. */
    public SaturationReport run() throws InterruptedException {
        ModelClient model = subject.sandbox().model();
        model.takes(0);
        model.answers(LatencyBench.EVERY_LINE, LatencyBench.ANSWER);
        Crowd crowd = new Crowd(subject, person, channels);
        crowd.sayAll(channels.size());
        Answers answers = Answers.await(subject, crowd.said(), PATIENCE);
        List<Instant> written =
                crowd.said().stream().map(one -> one.message().acceptedAt()).sorted().toList();
        List<Instant> answered =
                answers.of().values().stream().map(one -> one.acceptedAt()).sorted().toList();
        return new SaturationReport(
                written.size(),
                Duration.between(written.getFirst(), written.getLast()),
                answered.size(),
                perSecond(answered),
                answers.lost().size(),
                answers.doubled());
    }

    /**
     * The rate between the first tenth and the last: before it the queues fill, after it they run
     * empty.
     *
     * @return not a number where there are too few to tell
     */
    static double perSecond(List<Instant> ascending) {
        int from = ascending.size() / 10;
        int to = ascending.size() - 1 - from;
        if (to <= from) {
            return Double.NaN;
        }
        double seconds = Duration.between(ascending.get(from), ascending.get(to)).toNanos() / 1e9;
        return seconds > 0 ? (to - from) / seconds : Double.NaN;
    }
}
