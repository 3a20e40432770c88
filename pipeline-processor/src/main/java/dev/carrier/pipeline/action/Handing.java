package dev.carrier.pipeline.action;

import dev.carrier.contracts.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is too long to be read in a chat is handed over as a file: a long block of code by itself, a
 * long answer whole, with its beginning as the message. Pure.
 */
final class Handing {
    /** So many messages in a row are still a conversation. */
    private static final int MOST_IN_A_ROW = 4;

    /** Longer code would be torn into several messages. */
    private static final int LONGEST_CODE = 1_900;

    private static final int MOST_FILES = 5;
    private static final int BEGINNING = 600;

    private static final Pattern BLOCK =
            Pattern.compile(
                    "^```([^`\\n]*)\\n(.*?)(?:\\n```[ \\t]*$|\\n?\\z)",
                    Pattern.MULTILINE | Pattern.DOTALL);

    private static final Map<String, String> ENDINGS =
            Map.ofEntries(
                    Map.entry("python", "py"),
                    Map.entry("javascript", "js"),
                    Map.entry("typescript", "ts"),
                    Map.entry("shell", "sh"),
                    Map.entry("bash", "sh"),
                    Map.entry("kotlin", "kt"),
                    Map.entry("ruby", "rb"),
                    Map.entry("rust", "rs"),
                    Map.entry("csharp", "cs"),
                    Map.entry("c++", "cpp"),
                    Map.entry("markdown", "md"),
                    Map.entry("haskell", "hs"),
                    Map.entry("plaintext", "txt"),
                    Map.entry("text", "txt"));

    private Handing() {}

    /**
     * How an answer is said.
     *
     * @param parts the answer without files, each at most {@code limit} long
     */
    static Intent.Speak of(String whole, List<String> parts, int limit) {
        if (parts.size() == 1) {
            return new Intent.Speak(parts);
        }
        List<TextFile> files = new ArrayList<>();
        List<String> blocks = new ArrayList<>();
        String prose = prose(whole, files, blocks);
        List<String> said = Split.parts(prose, limit);
        if (!files.isEmpty() && files.size() <= MOST_FILES && said.size() <= MOST_IN_A_ROW) {
            List<String> talk = said.isEmpty() ? List.of(named(files)) : said;
            String rest = (said.isEmpty() ? "" : said.getLast() + "\n") + String.join("\n", blocks);
            return new Intent.Speak(talk, List.copyOf(files), Split.parts(rest, limit));
        }
        if (parts.size() > MOST_IN_A_ROW) {
            return new Intent.Speak(
                    List.of(beginning(whole)),
                    List.of(new TextFile("answer.md", whole + "\n")),
                    parts);
        }
        return new Intent.Speak(parts);
    }

    /** The text without its long blocks, which become files. */
    private static String prose(String whole, List<TextFile> files, List<String> blocks) {
        var prose = new StringBuilder();
        Matcher block = BLOCK.matcher(whole);
        while (block.find()) {
            if (block.group(2).length() > LONGEST_CODE) {
                block.appendReplacement(prose, "");
                files.add(
                        new TextFile(
                                "code"
                                        + (files.isEmpty() ? "" : "-" + (files.size() + 1))
                                        + "."
                                        + ending(block.group(1)),
                                block.group(2) + "\n"));
                blocks.add(block.group());
            }
        }
        block.appendTail(prose);
        return prose.toString().replaceAll("\\n{3,}", "\n\n").strip();
    }

    private static String ending(String language) {
        String name = language.strip().toLowerCase(Locale.ROOT);
        String known = ENDINGS.getOrDefault(name, name);
        return known.matches("[a-z0-9]{1,10}") ? known : "txt";
    }

    private static String named(List<TextFile> files) {
        return String.join(", ", files.stream().map(file -> "`" + file.name() + "`").toList());
    }

    /** Its first words, which end like words that go on; a fence is not begun in them. */
    private static String beginning(String whole) {
        int fence = whole.indexOf("```");
        String words = (fence > 0 ? whole.substring(0, fence) : whole).strip();
        if (fence == 0) {
            return "`answer.md`";
        }
        return words.length() <= BEGINNING
                ? words
                : Split.parts(words, BEGINNING).getFirst() + " …";
    }
}
