package dev.carrier.pipeline.provider.prompt;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a turn says of messages that were heard late: how long ago they were written and what came
 * since, so that the character can judge whether an answer is still wanted. Pure.
 */
final class Missed {
    /** Who answers within a minute was not away. */
    private static final Duration WORTH_TELLING = Duration.ofMinutes(1);

    private static final int PEOPLE = 3;

    private Missed() {}

    /** For the character itself; nothing where nothing was missed. */
    static List<Part> told(Step.Think step, Talk talk) {
        List<Line> missed = lines(step);
        if (missed.isEmpty()) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        parts.add(
                now(
                        "You were away: what "
                                + authors(missed, talk)
                                + " wrote is from "
                                + ago(step, missed)
                                + " ago, and you see it only now."));
        List<Line> since = since(step, talk, missed);
        if (since.isEmpty()) {
            parts.add(now("Nobody else has written since."));
            return parts;
        }
        parts.add(
                now(
                        "Since then "
                                + authors(since, talk)
                                + " wrote "
                                + (since.size() == 1 ? "a message" : since.size() + " messages")
                                + ", which stand after it: read them first."));
        Set<EventId> asked = new LinkedHashSet<>(missed.stream().map(Line::id).toList());
        List<Line> replies =
                since.stream()
                        .filter(line -> line.replyTo().filter(asked::contains).isPresent())
                        .toList();
        if (!replies.isEmpty()) {
            parts.add(now(authors(replies, talk) + " has replied to it already."));
        }
        parts.add(
                now(
                        "Answer only what still wants an answer from you. If it is settled, or the"
                                + " moment has passed, stay silent and say so as your reason."));
        return parts;
    }

    /** For the small question; nothing where nothing was missed. */
    static List<Part> toJudge(Step.Think step, String name) {
        List<Line> missed = lines(step);
        return missed.isEmpty()
                ? List.of()
                : List.of(
                        new Part(
                                Section.HOW,
                                name
                                        + " was away, and this is up to "
                                        + ago(step, missed)
                                        + " old. IGNORE what is settled by now."));
    }

    private static List<Line> lines(Step.Think step) {
        List<EventId> late = step.late().orElse(List.of());
        return step.window().stream()
                .filter(line -> late.contains(line.id()))
                .filter(line -> !line.at().plus(WORTH_TELLING).isAfter(step.askedAt()))
                .toList();
    }

    private static List<Line> since(Step.Think step, Talk talk, List<Line> missed) {
        int first = step.window().indexOf(missed.getFirst());
        return step.window().subList(first, step.window().size()).stream()
                .filter(line -> !step.triggers().contains(line.id()) && !talk.own(line))
                .toList();
    }

    private static String authors(List<Line> lines, Talk talk) {
        var names = new LinkedHashSet<String>();
        lines.forEach(line -> names.add(talk.author(line)));
        return names.size() > PEOPLE ? names.size() + " people" : String.join(" and ", names);
    }

    private static String ago(Step.Think step, List<Line> missed) {
        long minutes = Duration.between(missed.getFirst().at(), step.askedAt()).toMinutes();
        return minutes < 60 ? counted(minutes, "minute") : counted(minutes / 60, "hour");
    }

    private static String counted(long many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }

    private static Part now(String text) {
        return new Part(Section.NOW, text);
    }
}
