package dev.carrier.cli.demo;

import dev.carrier.sandbox.SeenCall;
import dev.carrier.sandbox.SeenMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The evening, counted at the sandbox; the journal is asked only whether each message has an
 * outcome.
 *
 * @param heard messages that people wrote
 * @param answered of them, met by the words or the reaction that the script asks for
 * @param ignored of them, rightly left without an answer
 * @param lost expected and not seen, or without an outcome
 * @param twice answers too many
 * @param wrong what was not as the script says, a sentence each
 * @param added milliseconds that Carrier added to each measured answer, ascending
 */
record Tally(
        int heard,
        int answered,
        int ignored,
        int lost,
        int twice,
        List<String> wrong,
        List<Long> added) {

    /** Counts. */
    static Tally of(Stage stage, Outcomes outcomes, List<String> bots) {
        List<String> wrong = new ArrayList<>(stage.wrongs());
        List<Long> added = new ArrayList<>();
        List<SeenCall> calls = stage.model().calls();
        int heard = 0;
        int answered = 0;
        int ignored = 0;
        int lost = 0;
        int twice = 0;
        for (Expected one : stage.expected()) {
            List<SeenMessage> there = stage.discord().messages(one.last().channel());
            heard += one.said().size();
            long without =
                    one.said().stream()
                            .filter(said ->
                                    !outcomes.complete(said.id(), one.direct() ? 1 : bots.size()))
                            .count();
            if (without > 0) {
                wrong.add(
                        "without exactly one outcome each: "
                                + without
                                + " in '"
                                + brief(one)
                                + "'");
            }
            List<SeenMessage> answers =
                    there.stream()
                            .filter(m -> bots.contains(m.author()))
                            .filter(one::isAbout)
                            .toList();
            boolean met =
                    switch (one.how()) {
                        case ANSWER ->
                                answers.stream()
                                        .anyMatch(m -> m.author().equals(botOf(stage, one)));
                        case REACTION -> answers.isEmpty() && reacted(stage, one);
                        case SILENCE -> answers.isEmpty();
                    };
            if (!met) {
                wrong.add("not as the script says: '" + brief(one) + "'");
            }
            lost +=
                    Math.max(
                            !met && one.how() != Expected.How.SILENCE ? one.said().size() : 0,
                            (int) without);
            if (met) {
                answered += one.how() == Expected.How.SILENCE ? 0 : one.said().size();
                ignored += one.how() == Expected.How.SILENCE ? one.said().size() : 0;
            }
            int allowed = one.how() == Expected.How.ANSWER ? 1 : 0;
            if (answers.size() > allowed) {
                twice += answers.size() - allowed;
                wrong.add("answered " + answers.size() + " times: '" + brief(one) + "'");
            }
            if (one.measured() && !answers.isEmpty()) {
                latency(stage, one, answers.getFirst(), calls, wrong).ifPresent(added::add);
            }
        }
        twice += repeated(stage, bots, wrong);
        return new Tally(
                heard, answered, ignored, lost, twice, wrong, added.stream().sorted().toList());
    }

    /** The demo's last line, with what happened on Instagram. */
    String line(InstagramEvening.Counted instagram) {
        return "demo: %d heard, %d answered, %d ignored, %d published, %d lost, %d answered twice, added latency p50 %d ms p99 %d ms"
                .formatted(
                        heard + instagram.heard(),
                        answered + instagram.answered(),
                        ignored + instagram.ignored(),
                        instagram.published(),
                        lost + instagram.lost(),
                        twice + instagram.twice(),
                        percentile(50),
                        percentile(99));
    }

    /** Whether all was as the script says. */
    boolean well() {
        return wrong.isEmpty() && lost == 0 && twice == 0;
    }

    private long percentile(int percent) {
        return added.isEmpty() ? 0 : added.get((int) Math.ceil(percent / 100.0 * added.size()) - 1);
    }

    private static Optional<Long> latency(
            Stage stage,
            Expected one,
            SeenMessage answer,
            List<SeenCall> calls,
            List<String> wrong) {
        int its = Latency.calls(one, stage.botName(one.by()), answer, calls).size();
        if (its != 1) {
            wrong.add(its + " model calls for '" + brief(one) + "'");
        }
        return Latency.of(one, stage.botName(one.by()), answer, calls, stage.gathering())
                .map(Latency::added);
    }

    /** The same words twice by one bot in one channel: parts without a reference count as well. */
    private static int repeated(Stage stage, List<String> bots, List<String> wrong) {
        int twice = 0;
        List<String> channels =
                stage.expected().stream().map(one -> one.last().channel()).distinct().toList();
        for (String channel : channels) {
            Map<String, Integer> seen = new HashMap<>();
            for (SeenMessage message : stage.discord().messages(channel)) {
                if (bots.contains(message.author())
                        && message.nonce().isPresent()
                        && seen.merge(message.nonce().get(), 1, Integer::sum) > 1) {
                    twice++;
                    wrong.add("one part stands twice in a channel");
                }
            }
        }
        return twice;
    }

    private static boolean reacted(Stage stage, Expected one) {
        return stage.message(one.last())
                .filter(m ->
                        m.reactions().values().stream()
                                .anyMatch(who -> who.contains(stage.bot(one.by()))))
                .isPresent();
    }

    private static String botOf(Stage stage, Expected one) {
        return one.by().isEmpty() ? "" : stage.bot(one.by());
    }

    private static String brief(Expected one) {
        String text = one.last().content();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
