package dev.carrier.sandbox.model;

/**
 * What a demo or a test has the model answer to a certain line, in place of the offline voice.
 *
 * <p>A script is matched by {@link #contains()}, anywhere in the newest line of a person, upper or
 * lower case.
 */
public sealed interface Script {
    /** The text to look for in the newest line of a person. */
    String contains();

    /** Answers a text as it is. */
    record Answers(String contains, String text) implements Script {}

    /** Stays silent, for a reason. */
    record StaysSilent(String contains, String reason) implements Script {}

    /** Answers a text of a certain length with code in it. */
    record AnswersAtLength(String contains, int length, String language) implements Script {}

    /** The whole answer. */
    default String answer() {
        return switch (this) {
            case Answers(_, String text) -> text;
            case StaysSilent(_, String reason) -> "<silence>" + reason + "</silence>";
            case AnswersAtLength(_, int length, String language) -> LongAnswer.of(length, language);
        };
    }
}
