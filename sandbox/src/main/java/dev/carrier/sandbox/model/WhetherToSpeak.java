package dev.carrier.sandbox.model;

import java.util.regex.Pattern;

/**
 * The small question before a turn, answered without a model: does this line want an answer from
 * the character? Stateless.
 */
final class WhetherToSpeak {
    /** The line of a system message that asks it. */
    static final String ASKED = "Answer with one word: RESPOND, IGNORE or STOP.";

    private static final Pattern STOP =
            Pattern.compile(
                    "(?i)\\b(stop|be quiet|quiet|shut up|hush|silence|go away|leave (us|me) alone|not now|enough)\\b");
    private static final Pattern ANYBODY =
            Pattern.compile(
                    "(?i)\\b(any(one|body)|some(one|body)|who knows|you (all|guys)|everyone)\\b");
    private static final Pattern TO_ANOTHER =
            Pattern.compile("(?i)^\\W*(@\\p{L}+|<@!?\\d+>)|^\\p{Lu}\\p{L}+, ");
    private static final int SHORT = 8;

    private WhetherToSpeak() {}

    static boolean isAsked(Prompt prompt) {
        return prompt.system().lines().anyMatch(line -> line.strip().equals(ASKED));
    }

    /** {@code RESPOND}, {@code IGNORE} or {@code STOP}. */
    static String answer(Prompt prompt) {
        String line = prompt.newest().text();
        if (prompt.newest().author().equalsIgnoreCase(prompt.persona().name())) {
            return "IGNORE";
        }
        boolean named = mentions(line, prompt.persona().name());
        boolean isShort = line.strip().split("\\s+").length <= SHORT;
        if (STOP.matcher(line).find() && (named || isShort) && !Remark.isQuestion(line)) {
            return "STOP";
        }
        if (named) {
            return "RESPOND";
        }
        if (TO_ANOTHER.matcher(line).find()) {
            return "IGNORE";
        }
        long interest = interest(prompt, line);
        boolean question = Remark.isQuestion(line);
        boolean answerable = interest >= 1 || ANYBODY.matcher(line).find();
        boolean wanted = (question && answerable) || interest >= 2;
        return wanted ? "RESPOND" : "IGNORE";
    }

    private static boolean mentions(String line, String name) {
        return Pattern.compile(
                        "(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                .matcher(line)
                .find();
    }

    private static long interest(Prompt prompt, String line) {
        Persona persona = prompt.persona();
        long topics = Closeness.shared(line, String.join(" ", persona.topics()));
        long knowledge =
                persona.knowledge().stream()
                        .mapToLong(sentence -> Closeness.shared(line, sentence))
                        .max()
                        .orElse(0);
        return Math.max(topics, knowledge);
    }
}
