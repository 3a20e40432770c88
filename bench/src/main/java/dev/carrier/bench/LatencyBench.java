package dev.carrier.bench;

import dev.carrier.sandbox.SeenCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Carrier adds to a model's own time: answer accepted − message accepted − model, with an
 * instant model and without gathering. Messages come by the clock, whether or not those before them
 * are answered. Beside it, at the same time and on the same broker, what Kafka alone takes.
 */
public final class LatencyBench {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("no\\d{7}");

    /** What the offline model thinks up by itself would take more CPU than all that is measured. */
    static final String ANSWER = "Noted, and thank you. I will look at the hive in the morning.";

    /** All lines have their number in them. */
    static final String EVERY_LINE = "no";

    private final Subject subject;
    private final LatencyPlan plan;
    private final Watch watch;

    /**
     * @param subject runs already, without gathering and without limits of turns
     */
    public LatencyBench(Subject subject, LatencyPlan plan) {
        this(subject, plan, Watch.NOBODY);
    }

    /**
     * The same where somebody else measures meanwhile.
     *
     * @param watch is told when the warm-up is over, and when the last message is answered
     */
    public LatencyBench(Subject subject, LatencyPlan plan, Watch watch) {
        this.subject = subject;
        this.plan = plan;
        this.watch = watch;
    }

    /** Measures; returns when everything is answered, or a minute after the last message. */
    public LatencyReport run() throws InterruptedException {
        subject.sandbox().model().takes(0);
        subject.sandbox().model().answers(EVERY_LINE, ANSWER);
        Crowd crowd = new Crowd(subject, plan.person(), plan.channels());
        try (RawKafka raw = RawKafka.start(subject.kafka())) {
            write(crowd, raw, plan.warmUp());
            int before = crowd.said().size();
            Answers.await(subject, crowd.said(), PATIENCE);
            raw.forget();

            watch.begins();
            Instant began = Instant.now();
            double cpu = Machine.cpuSeconds();
            write(crowd, raw, plan.lasting());
            cpu = Machine.cpuSeconds() - cpu;
            Duration took = Duration.between(began, Instant.now());
            Machine machine = Machine.here();

            List<Said> said = measured(crowd, began);
            Answers answers = Answers.await(subject, said, PATIENCE);
            watch.ends();
            Map<String, Double> model = model();
            List<Double> added = new ArrayList<>();
            answers.of()
                    .forEach((one, answer) ->
                            added.add(
                                    millis(one.message().acceptedAt(), answer.acceptedAt())
                                            - model.getOrDefault(one.token(), 0.0)));
            return new LatencyReport(
                    plan,
                    before,
                    said.size(),
                    answers.of().size(),
                    answers.together(),
                    answers.lost().size(),
                    answers.doubled(),
                    crowd.refused(),
                    Spread.of(added),
                    raw.measured(),
                    Stages.read(subject).of(answers.of(), model),
                    Spread.of(said.stream().map(Said::late).toList()),
                    Spread.of(model.values()),
                    cpu,
                    took,
                    machine);
        }
    }

    private void write(Crowd crowd, RawKafka raw, Duration lasting) throws InterruptedException {
        Schedule schedule = Schedule.of(plan.rate(), lasting);
        Instant began = Instant.now();
        int before = crowd.attempted();
        schedule.play(beat -> {
            raw.send(beat);
            crowd.say(began.plusMillis(beat * 1000L / plan.rate()));
        });
        crowd.await(before + schedule.beats());
    }

    private static List<Said> measured(Crowd crowd, Instant began) {
        return crowd.said().stream().filter(one -> !one.planned().isBefore(began)).toList();
    }

    /** The model's own time for each message's turn. */
    private Map<String, Double> model() {
        Map<String, Double> took = new HashMap<>();
        for (SeenCall call : subject.sandbox().model().calls()) {
            Matcher token = TOKEN.matcher(call.line());
            if (token.find()) {
                call.took()
                        .ifPresent(time ->
                                took.merge(token.group(), (double) time.toMillis(), Double::sum));
            }
        }
        return took;
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}
