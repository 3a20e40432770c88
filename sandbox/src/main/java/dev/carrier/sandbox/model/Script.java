package dev.carrier.sandbox.model;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a demo or a test has the model answer to a certain line, in place of the offline voice.
 *
 * <p>A script is matched by {@link #contains()}, anywhere in the newest line of a person, upper or
 * lower case.
 */
public sealed interface Script {
    /** How an echo begins. */
    String HEARD = "I heard ";

    /** The text to look for in the newest line of a person. */
    String contains();

    /** Answers a text as it is. */
    record Answers(String contains, String text) implements Script {}

    /** Stays silent, for a reason. */
    record StaysSilent(String contains, String reason) implements Script {}

    /** Answers a text of a certain length with code in it. */
    record AnswersAtLength(String contains, int length, String language) implements Script {}

    /**
     * Says again what people said that matches a pattern and that the character has not said
     * before: which lines an answer saw can be read in the answer. What another echo said is no
     * news.
     */
    record Echoes(String contains, Pattern pattern) implements Script {}

    /** The whole answer to a prompt. */
    default String answer(Prompt prompt) {
        return switch (this) {
            case Answers(_, String text) -> text;
            case StaysSilent(_, String reason) -> "<silence>" + reason + "</silence>";
            case AnswersAtLength(_, int length, String language) -> LongAnswer.of(length, language);
            case Echoes(_, Pattern pattern) -> echo(pattern, prompt);
        };
    }

    private static String echo(Pattern pattern, Prompt prompt) {
        String heard =
                prompt.heard().stream()
                        .filter(line -> !line.text().startsWith(HEARD))
                        .flatMap(line -> pattern.matcher(line.text()).results())
                        .map(MatchResult::group)
                        .distinct()
                        .filter(found -> prompt.said().stream().noneMatch(it -> it.contains(found)))
                        .collect(Collectors.joining(", "));
        return heard.isEmpty() ? HEARD + "nothing new." : HEARD + heard + ".";
    }
}
