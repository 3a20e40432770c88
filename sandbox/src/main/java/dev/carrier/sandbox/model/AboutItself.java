package dev.carrier.sandbox.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows when a person asks what is speaking, and the plain words for it: whoever asks is told, in
 * every conversation and every time. Stateless.
 */
final class AboutItself {
    private static final String KIND =
            "(chat ?)?(bot|ai|a\\.i\\.|robot|machine|human|person|real|alive|program|computer|llm|language model|simulation"
                    + "|chat ?gpt|gpt\\S*|claude|gemini|llama|mistral)\\b";
    private static final String KNOWN =
            "(bot|ai|a\\.i\\.|robot|machine|program|llm|language model|chat ?gpt|gpt\\S*)\\b";
    private static final List<Pattern> QUESTIONS =
            List.of(
                    ask(
                            "\\b(are|r) (you|u|ya|y'all) ((really|actually|just|even|secretly|like|only) )?((a|an|the|some) )?(real |actual |live )?"
                                    + KIND),
                    ask(
                            "\\b(you'?re|you are|ur|u r) ((really|actually|just|only|clearly|totally) )?((a|an|some) )"
                                    + KNOWN),
                    ask(
                            "\\b(you'?re|you are|ur|u r) (not|n't) ((really|actually|even) )?((a|an) )?(real|human|person|alive)\\b"),
                    ask(
                            "\\bis (this|that|it|he|she) ((really|actually|just|only) )?((a|an|some) )?(real |actual )?"
                                    + KIND),
                    ask(
                            "\\bam i (talking|speaking|chatting|writing) (to|with) ((a|an|some) )?(real |actual )?"
                                    + KIND),
                    ask("\\b(what|which) (ai|llm|language model|large language model|gpt)\\b"),
                    ask(
                            "\\b(what|which) model (are|do|is|r|runs|powers|drives|version)\\b.*\\b(you|u|this|behind)\\b"),
                    ask(
                            "\\byou (use|run on|running on|powered by|based on|built on).*\\b(model|gpt\\S*|llm|ai|claude|llama|gemini)\\b"));

    private static final List<String> PLAINLY =
            List.of(
                    "Plainly: I'm a bot, and the voice you hear is an offline one. It picks lines out of my own examples; there is no language model behind it.",
                    "So, plainly: a bot. Right now there isn't even a language model behind me, only an offline voice that chooses among my own example lines.",
                    "To be plain about it: I'm a bot with an offline voice. What I say is chosen from my own examples, and no language model is involved.");

    private AboutItself() {}

    /** Whether a line asks if whoever has this name is a machine, and which. */
    static boolean isAsked(String line, String name) {
        String plain =
                line.replace('’', '\'')
                        .replaceAll("(?iu)\\bis " + Pattern.quote(name) + "\\b", "is this");
        return QUESTIONS.stream().anyMatch(question -> question.matcher(plain).find());
    }

    /** The plain words, in one of a few wordings. */
    static String plainly(Prompt prompt) {
        return PLAINLY.get(prompt.pick("plainly", PLAINLY.size()));
    }

    /** The line of subtext under a conversation's first answer. */
    static String note(String name) {
        return "-# offline voice: chosen from " + name + "'s own examples, no language model";
    }

    private static Pattern ask(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
