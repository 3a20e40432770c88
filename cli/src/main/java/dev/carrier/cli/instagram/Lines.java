package dev.carrier.cli.instagram;

import dev.carrier.contracts.Json;
import java.io.PrintWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a command says: lines for people, each of which says so when nothing of it is real, or JSON
 * objects, one a line. Thread-safe.
 */
final class Lines {
    private final PrintWriter out;
    private final boolean sandbox;
    private final boolean json;

    /**
     * @param sandbox whether all of this happens on the sandbox
     * @param json whether a program reads it
     */
    Lines(PrintWriter out, boolean sandbox, boolean json) {
        this.out = out;
        this.sandbox = sandbox;
        this.json = json;
    }

    /** Something that a program is told in its own way, or not at all. */
    void note(String text) {
        if (!json) {
            line((sandbox ? "sandbox: " : "") + text);
        }
    }

    /** The same thing for people and for programs. */
    void say(String text, ObjectNode fields) {
        if (json) {
            line(fields.put("sandbox", sandbox).toString());
        } else {
            note(text);
        }
    }

    /** An object to be filled for programs. */
    static ObjectNode fields() {
        return Json.mapper().createObjectNode();
    }

    private synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
