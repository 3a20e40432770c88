package dev.carrier.faults.instagram.judge;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.faults.instagram.Line;
import dev.carrier.faults.instagram.Ordered;
import dev.carrier.faults.instagram.judge.Shown.Answer;
import dev.carrier.faults.judge.Evidence.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is to be said of an evening, in sentences that name each line; empty where all is well.
 *
 * @param lost lines that called an account and were not answered, posts that were not published,
 *     and whatever ended without an outcome
 * @param answeredTwice lines that were answered more than once
 * @param publishedTwice posts that stand more than once
 * @param otherwise answers to nobody's call, more than one outcome or a wrong one, posts that are
 *     not as ordered, files that were left behind
 */
public record InstagramVerdict(
        List<String> lost,
        List<String> answeredTwice,
        List<String> publishedTwice,
        List<String> otherwise) {

    /** Judges by what Instagram shows; the topics say how each event ended. */
    public static InstagramVerdict of(InstagramEvidence evidence) {
        return new InstagramVerdict(
                lost(evidence),
                answeredTwice(evidence),
                publishedTwice(evidence),
                otherwise(evidence));
    }

    /** Nothing is to be said. */
    public boolean isClean() {
        return lost.isEmpty()
                && answeredTwice.isEmpty()
                && publishedTwice.isEmpty()
                && otherwise.isEmpty();
    }

    private static List<String> lost(InstagramEvidence evidence) {
        List<String> lost = new ArrayList<>(Shown.unanswered(evidence.lines(), evidence.answers()));
        evidence.unpublished().forEach(order -> lost.add("not published: " + order));
        evidence.undecided().forEach(one -> lost.add("no outcome: " + one));
        evidence.unheard().forEach(event -> lost.add("own words never heard: " + event));
        return lost;
    }

    private static List<String> answeredTwice(InstagramEvidence evidence) {
        List<String> twice = new ArrayList<>();
        for (Line line : evidence.lines()) {
            evidence.answers().stream()
                    .filter(answer -> answer.saw(line))
                    .collect(groupingBy(Answer::by, counting()))
                    .forEach((by, times) -> {
                        if (times > 1) {
                            twice.add("%s by %s %d times".formatted(line, by, times));
                        }
                    });
        }
        return twice;
    }

    private static List<String> publishedTwice(InstagramEvidence evidence) {
        List<String> twice = new ArrayList<>();
        for (Ordered order : evidence.ordered()) {
            int times = evidence.album().of(order).size();
            if (times > 1) {
                twice.add(order + " " + times + " times");
            }
        }
        return twice;
    }

    private static List<String> otherwise(InstagramEvidence evidence) {
        List<String> wrong = new ArrayList<>();
        Map<Heard, List<Outcome>> outcomes = evidence.outcomes();
        outcomes.forEach((heard, all) -> {
            if (all.size() > 1) {
                wrong.add(heard + " has " + all.size() + " outcomes: " + all);
            }
        });
        for (Line line : evidence.lines()) {
            for (AccountId account : line.must()) {
                replied(outcomes, new Heard(line.event(), account), line.toString(), wrong);
            }
        }
        for (Ordered order : evidence.ordered()) {
            replied(outcomes, new Heard(order.event(), order.account()), order.toString(), wrong);
            wrong.addAll(evidence.album().wrong(order));
        }
        wrong.addAll(uncalled(evidence));
        evidence.album().left().forEach(file -> wrong.add("left on the media host: " + file));
        if (evidence.recorded().deadLetters() > 0) {
            wrong.add(evidence.recorded().deadLetters() + " dead letters");
        }
        return wrong;
    }

    private static void replied(
            Map<Heard, List<Outcome>> outcomes, Heard heard, String what, List<String> wrong) {
        List<Outcome> all = outcomes.getOrDefault(heard, List.of());
        if (!all.isEmpty() && all.getFirst().kind() != OutcomeKind.REPLIED) {
            wrong.add(what + " ended as " + all.getFirst());
        }
    }

    /** Answers that see no line that called their author there: to an echo, say, or to a human. */
    private static List<String> uncalled(InstagramEvidence evidence) {
        return evidence.answers().stream()
                .filter(answer ->
                        evidence.lines().stream()
                                .noneMatch(line ->
                                        line.calls().contains(answer.by()) && answer.saw(line)))
                .map(answer ->
                        "nobody had called %s in %s: %s"
                                .formatted(answer.by(), answer.in().value(), answer.text()))
                .toList();
    }
}
