package dev.carrier.sandbox.instagram.graph;

import dev.carrier.sandbox.instagram.world.Rejected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request asks to see: {@code id,from{id,username},replies.limit(5){text}}.
 *
 * @param named in the order in which they were asked for
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/field-expansion">Field
 *     expansion</a>
 */
public record Fields(List<Field> named) {
    /**
     * One field.
     *
     * @param name its name
     * @param arguments such as {@code limit}
     * @param within what of it is asked for; empty means its usual fields
     */
    public record Field(String name, Map<String, String> arguments, Fields within) {}

    /** Nothing in particular. */
    public static final Fields NONE = new Fields(List.of());

    /**
     * Reads the parameter {@code fields}; empty text is {@link #NONE}.
     *
     * @throws Rejected 2500 if it is not well-formed
     */
    public static Fields parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        var reader = new Reader(text);
        var fields = reader.fields();
        if (!reader.atEnd()) {
            throw reader.wrong();
        }
        return fields;
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return at >= text.length();
        }

        Fields fields() {
            var found = new ArrayList<Field>();
            do {
                found.add(field());
            } while (taken(','));
            return new Fields(List.copyOf(found));
        }

        private Field field() {
            var name = word();
            var arguments = new LinkedHashMap<String, String>();
            while (taken('.')) {
                var argument = word();
                expect('(');
                var end = text.indexOf(')', at);
                if (end < 0) {
                    throw wrong();
                }
                arguments.put(argument, text.substring(at, end));
                at = end + 1;
            }
            var within = NONE;
            if (taken('{')) {
                within = fields();
                expect('}');
            }
            return new Field(name, Map.copyOf(arguments), within);
        }

        private String word() {
            var from = at;
            while (!atEnd()
                    && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            if (at == from) {
                throw wrong();
            }
            return text.substring(from, at);
        }

        private boolean taken(char wanted) {
            while (!atEnd() && text.charAt(at) == ' ') {
                at++;
            }
            if (atEnd() || text.charAt(at) != wanted) {
                return false;
            }
            at++;
            while (!atEnd() && text.charAt(at) == ' ') {
                at++;
            }
            return true;
        }

        private void expect(char wanted) {
            if (!taken(wanted)) {
                throw wrong();
            }
        }

        Rejected wrong() {
            return Rejected.parameter("Syntax error in fields at character " + at + ": " + text);
        }
    }
}
