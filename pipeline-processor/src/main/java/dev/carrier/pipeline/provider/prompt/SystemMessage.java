package dev.carrier.pipeline.provider.prompt;

import dev.carrier.contracts.PromptMessage;
import dev.carrier.pipeline.character.Tokens;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A system message that is being filled within a budget, the most important first. Not thread-safe.
 */
final class SystemMessage {
    private final String name;
    private final Map<Section, List<Part>> parts = new EnumMap<>(Section.class);
    private int left;

    SystemMessage(String name, int tokens) {
        this.name = name;
        this.left = tokens - Tokens.framed(first());
    }

    /** Puts in what no prompt goes without, whatever is left. */
    void always(List<Part> some) {
        some.forEach(part -> left -= part.tokens());
        put(some);
    }

    /** Keeps tokens for what stands elsewhere, whatever is left. */
    void reserve(int tokens) {
        left -= tokens;
    }

    /** Keeps tokens for what stands elsewhere, if that many are left. */
    boolean take(int tokens) {
        if (tokens > left) {
            return false;
        }
        left -= tokens;
        return true;
    }

    /** Puts in the parts that fit, in their order. */
    void offer(List<Part> some) {
        put(some.stream().filter(part -> take(part.tokens())).toList());
    }

    /** Puts in parts that are paid for. */
    void put(List<Part> some) {
        some.forEach(part ->
                parts.computeIfAbsent(part.section(), section -> new ArrayList<>()).add(part));
    }

    PromptMessage message() {
        var text = new StringBuilder(first());
        parts.forEach((section, some) -> {
            text.append("\n\n").append(section.heading(name)).append('\n');
            String between = section == Section.EXAMPLES ? "\n\n" : "\n";
            text.append(String.join(between, some.stream().map(Part::text).toList()));
        });
        return new PromptMessage("system", text.toString());
    }

    private String first() {
        return "You are " + name + ".";
    }
}
