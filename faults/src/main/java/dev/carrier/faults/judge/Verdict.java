package dev.carrier.faults.judge;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.faults.judge.Evidence.Answer;
import dev.carrier.faults.judge.Evidence.Heard;
import dev.carrier.faults.town.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is to be said of an evening, in sentences that name each line; empty where all is well.
 *
 * @param lost lines that called somebody and were not answered, or that ended without an outcome
 * @param twice answers that stand twice
 * @param outOfOrder answers that stand before an earlier turn's
 * @param otherwise answers to nobody's call, and lines with more than one outcome or a wrong one
 */
public record Verdict(
        List<String> lost, List<String> twice, List<String> outOfOrder, List<String> otherwise) {

    /** Judges by what the sandbox shows; the topics say how each line ended. */
    public static Verdict of(Evidence evidence) {
        return new Verdict(
                lost(evidence), twice(evidence), outOfOrder(evidence), otherwise(evidence));
    }

    /** Nothing is to be said. */
    public boolean isClean() {
        return lost.isEmpty() && twice.isEmpty() && outOfOrder.isEmpty() && otherwise.isEmpty();
    }

    private static List<String> lost(Evidence evidence) {
        var lost = new ArrayList<>(Evidence.unanswered(evidence.told(), evidence.answers()));
        evidence.undecided().forEach(one -> lost.add("no outcome: " + one));
        return lost;
    }

    private static List<String> twice(Evidence evidence) {
        var answers = evidence.answers();
        var twice = new ArrayList<>(often(answers, answer -> answer.message().nonce()));
        var references =
                answers.stream().filter(answer -> answer.message().replyTo().isPresent()).toList();
        twice.addAll(often(references, answer -> List.of(answer.by(), answer.message().replyTo())));
        for (Told line : evidence.told()) {
            var saw =
                    answers.stream()
                            .filter(answer -> answer.saw(line) && !quotes(evidence, answer, line))
                            .toList();
            often(saw, Answer::by).forEach(who -> twice.add(line + " by " + who));
        }
        return twice;
    }

    /**
     * Whether a line may stand in an answer only because that answers a reply to an earlier answer
     * to the line: what is replied to is shown to the model, which says all marks again.
     */
    private static boolean quotes(Evidence evidence, Answer answer, Told line) {
        return evidence.told().stream()
                .filter(answer::saw)
                .flatMap(reply -> reply.message().replyTo().stream())
                .anyMatch(earlier ->
                        evidence.answers().stream()
                                .anyMatch(one ->
                                        one.message().id().equals(earlier) && one.saw(line)));
    }

    private static <K> List<String> often(List<Answer> answers, Function<Answer, K> by) {
        return answers.stream().collect(groupingBy(by, counting())).entrySet().stream()
                .filter(one -> one.getValue() > 1)
                .map(one -> one.getKey() + " " + one.getValue() + " times")
                .toList();
    }

    private static List<String> outOfOrder(Evidence evidence) {
        var lanes =
                evidence.answers().stream()
                        .filter(answer -> answer.message().replyTo().isPresent())
                        .collect(groupingBy(one -> List.of(one.by(), one.message().channel())));
        var wrong = new ArrayList<String>();
        for (var lane : lanes.entrySet()) {
            long before = 0;
            for (Answer answer : lane.getValue()) {
                long to = Long.parseLong(answer.message().replyTo().orElseThrow());
                if (to < before) {
                    wrong.add(lane.getKey() + ": the answer to " + to + " after that to " + before);
                }
                before = Math.max(before, to);
            }
        }
        return wrong;
    }

    private static List<String> otherwise(Evidence evidence) {
        var wrong = new ArrayList<String>();
        Map<Heard, List<Outcome>> outcomes = evidence.outcomes();
        outcomes.forEach((heard, all) -> {
            if (all.size() > 1) {
                wrong.add(heard + " has " + all.size() + " outcomes");
            }
        });
        for (Told line : evidence.told()) {
            for (AccountId account : line.must()) {
                var all = outcomes.getOrDefault(new Heard(line.event(), account), List.of());
                if (!all.isEmpty() && all.getFirst().kind() != OutcomeKind.REPLIED) {
                    wrong.add(line + " ended as " + all.getFirst());
                }
            }
        }
        wrong.addAll(uncalled(evidence));
        if (evidence.recorded().deadLetters() > 0) {
            wrong.add(evidence.recorded().deadLetters() + " dead letters");
        }
        return wrong;
    }

    /** Answers to somebody who has not called their author in that place. */
    private static List<String> uncalled(Evidence evidence) {
        return evidence.answers().stream()
                .filter(answer ->
                        evidence.told().stream()
                                .noneMatch(line -> called(line, answer, evidence.told())))
                .map(answer -> "nobody had called " + answer.by() + ": " + answer.message().id())
                .toList();
    }

    /**
     * By the same person in the same place: the answer is to the call or to what that person said
     * after it. A message that is gone leaves no reference.
     */
    private static boolean called(Told line, Answer answer, List<Told> told) {
        if (!line.calls().contains(answer.by())
                || !line.message().channel().equals(answer.message().channel())) {
            return false;
        }
        return answer.saw(line)
                || answer.message()
                        .replyTo()
                        .filter(to -> told.stream().anyMatch(one -> follows(one, to, line)))
                        .isPresent();
    }

    /** Whether the message is the line itself, or the same person's in that place after it. */
    private static boolean follows(Told one, String message, Told line) {
        return one.message().id().equals(message)
                && one.message().author().equals(line.message().author())
                && one.message().channel().equals(line.message().channel())
                && Long.parseUnsignedLong(message) >= Long.parseUnsignedLong(line.message().id());
    }
}
