package dev.carrier.pipeline.action;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.PromptMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What a model may write that must not be posted as if a character said it. */
final class Absurdity {
    private static final int LONGEST = 20_000;
    private static final int SHORTEST_LINE = 12;
    private static final int HEADINGS = 2;

    private Absurdity() {}

    /** Why the completion is no speech; empty if it may be. */
    static Optional<Intent> in(Completion completion) {
        String text = completion.text().strip();
        if (text.length() > LONGEST) {
            return absurd("too long");
        }
        if (showsPrompt(text, completion.prompt())) {
            return absurd("it shows its prompt");
        }
        if (isMarkup(text)) {
            return absurd("a page of HTML");
        }
        if (isJson(text)) {
            return absurd("bare JSON");
        }
        return Optional.empty();
    }

    private static Optional<Intent> absurd(String reason) {
        return Optional.of(new Intent.Absurd(reason));
    }

    private static boolean showsPrompt(String text, List<PromptMessage> prompt) {
        for (PromptMessage message : prompt) {
            if (message.role().equals("system")) {
                List<String> lines =
                        message.text()
                                .lines()
                                .map(String::strip)
                                .filter(one -> !one.isEmpty())
                                .toList();
                if (!lines.isEmpty()
                        && lines.getFirst().length() >= SHORTEST_LINE
                        && text.contains(lines.getFirst())) {
                    return true;
                }
                List<String> shown = text.lines().map(String::strip).toList();
                long headings =
                        lines.stream()
                                .filter(line -> line.startsWith("#") && shown.contains(line))
                                .distinct()
                                .count();
                if (headings >= HEADINGS) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMarkup(String text) {
        String start = text.substring(0, Math.min(text.length(), 20)).toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype") || start.startsWith("<html");
    }

    private static boolean isJson(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return false;
        }
        try {
            return Json.mapper().readTree(text).isContainer();
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
