package dev.carrier.cli.chat;

import dev.carrier.contracts.Json;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;

/** What the person sees: the character's messages, each once. Thread-safe. */
final class Screen {
    private static final String CLEARED = "\r\u001b[K";

    private final PrintWriter out;
    private final String name;
    private final boolean terminal;
    private final boolean json;
    private final Set<String> shown = new HashSet<>();
    private boolean typing;

    /**
     * @param name the character's
     * @param terminal whether somebody looks on, and a line may be taken back
     */
    Screen(PrintWriter out, String name, boolean terminal, boolean json) {
        this.out = out;
        this.name = name;
        this.terminal = terminal && !json;
        this.json = json;
    }

    /** Something before the talk begins. */
    synchronized void note(String text) {
        clear();
        if (json) {
            out.println(Json.mapper().createObjectNode().put("note", text));
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** The character wrote; what was shown before is not shown again. */
    synchronized void message(String id, String text) {
        if (!shown.add(id)) {
            return;
        }
        clear();
        if (json) {
            out.println(Json.mapper().createObjectNode().put("from", name).put("text", text));
        } else {
            String indent = " ".repeat(name.length() + 2);
            out.println(name + ": " + text.strip().replaceAll("\\R", "\n" + indent));
        }
        out.flush();
    }

    /** The character types; goes away with its message. */
    synchronized void typing() {
        if (terminal && !typing) {
            typing = true;
            out.print(name + " is typing…");
            out.flush();
        }
    }

    private void clear() {
        if (typing) {
            typing = false;
            out.print(CLEARED);
        }
    }
}
