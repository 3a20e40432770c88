package dev.carrier.bench;

import dev.carrier.sandbox.ModelClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Many conversations with a slow model, all at once: how many calls are in flight together. */
public final class FlightBench {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(50);

    private static final int WARM_UP = 200;

    private final Subject subject;
    private final String person;
    private final List<String> channels;
    private final Duration modelTakes;

    /**
     * @param subject runs already, without gathering and without limits of turns or calls at once
     * @param person who writes; can read every channel
     * @param channels one conversation each
     * @param modelTakes for each call
     */
    public FlightBench(Subject subject, String person, List<String> channels, Duration modelTakes) {
        this.subject = subject;
        this.person = person;
        this.channels = List.copyOf(channels);
        this.modelTakes = modelTakes;
    }

    /** Measures; returns when everything is answered, or after three minutes. */
    public FlightReport run() throws InterruptedException {
        ModelClient model = subject.sandbox().model();
        model.takes(0);
        model.answers(LatencyBench.EVERY_LINE, LatencyBench.ANSWER);
        Crowd first = new Crowd(subject, person, channels);
        first.sayAll(Math.min(WARM_UP, channels.size()));
        Answers.await(subject, first.said(), PATIENCE);

        model.takes(modelTakes.toMillis());
        AtomicLong most = new AtomicLong();
        Thread watching = watch(model, most);
        double cpu = Machine.cpuSeconds();
        Crowd crowd = new Crowd(subject, person, channels);
        crowd.sayAll(channels.size());
        Answers answers = Answers.await(subject, crowd.said(), PATIENCE);
        cpu = Machine.cpuSeconds() - cpu;
        watching.interrupt();
        watching.join();
        List<Instant> written =
                crowd.said().stream().map(one -> one.message().acceptedAt()).sorted().toList();
        Instant last =
                answers.of().values().stream()
                        .map(answer -> answer.acceptedAt())
                        .max(Comparator.naturalOrder())
                        .orElse(written.getLast());
        return new FlightReport(
                written.size(),
                modelTakes,
                Overlap.most(answers.of()),
                most.get(),
                Duration.between(written.getFirst(), written.getLast()),
                Duration.between(written.getFirst(), last),
                answers.lost().size(),
                answers.doubled(),
                cpu,
                Machine.here());
    }

    private static Thread watch(ModelClient model, AtomicLong most) {
        return Thread.ofVirtual()
                .name("bench-watch")
                .start(() -> {
                    try {
                        while (true) {
                            most.accumulateAndGet(model.open(), Math::max);
                            Thread.sleep(LOOK);
                        }
                    } catch (InterruptedException | IllegalStateException ended) {
                        Thread.currentThread().interrupt();
                    }
                });
    }
}
