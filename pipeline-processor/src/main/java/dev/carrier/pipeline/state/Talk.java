package dev.carrier.pipeline.state;

import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.Quote;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The window of talk: ordered by the platform's time, each message once, bounded. */
final class Talk {
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUOTE = 600;
    private static final int FEW = 4;

    private Talk() {}

    static Optional<Line> find(List<Line> window, EventId id) {
        return window.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /**
     * Adds a message, or what is newly known of one: which of our accounts wrote it.
     *
     * @param owed messages that stay longer than others: they are not answered yet
     */
    static List<Line> with(List<Line> window, Line line, Policy.Window bounds, Set<EventId> owed) {
        List<Line> lines = new ArrayList<>(window);
        for (int at = 0; at < lines.size(); at++) {
            Line known = lines.get(at);
            if (known.id().equals(line.id())) {
                lines.set(at, known.account().isPresent() ? known : written(known, line));
                return lines;
            }
        }
        int at = lines.size();
        while (at > 0 && older(line, lines.get(at - 1))) {
            at--;
        }
        lines.add(at, shortened(line));
        return bounded(lines, bounds, owed);
    }

    private static boolean older(Line one, Line other) {
        return Order.older(one.at(), one.id(), other.at(), other.id());
    }

    static List<Line> without(List<Line> window, EventId id) {
        return window.stream()
                .filter(line -> !line.id().equals(id))
                .map(line ->
                        line.replyTo().filter(id::equals).isPresent() ? line.withoutQuote() : line)
                .toList();
    }

    /**
     * A message's text is another.
     *
     * @param files what is with it now; absent where nothing is known of them
     */
    static List<Line> edited(
            List<Line> window,
            EventId id,
            String text,
            Optional<List<Attachment>> files,
            Policy.Window bounds,
            Set<EventId> owed) {
        List<Line> lines = new ArrayList<>();
        for (Line line : window) {
            lines.add(
                    line.id().equals(id)
                            ? shortened(line.with(text, files.map(Kept::of).orElseGet(line::files)))
                            : line);
        }
        return bounded(lines, bounds, owed);
    }

    /** Whether a text as the window keeps it is this text. */
    static boolean same(String kept, String text) {
        return kept.equals(cut(text, LONGEST_TEXT));
    }

    /**
     * The newest messages, and of those before them what is not answered yet, at most as many
     * again: a question that is not in the window would be answered unread.
     */
    private static List<Line> bounded(List<Line> lines, Policy.Window bounds, Set<EventId> owed) {
        List<Line> older = lines.subList(0, Math.max(0, lines.size() - bounds.messages()));
        older.removeIf(line -> !owed.contains(line.id()));
        older.subList(0, Math.max(0, older.size() - bounds.messages())).clear();
        int bytes = lines.stream().mapToInt(line -> utf8(line.text())).sum();
        while (lines.size() > 1 && bytes > bounds.bytes()) {
            bytes -= utf8(lines.remove(first(lines, owed)).text());
        }
        return Kept.newest(lines);
    }

    /**
     * Which line goes first: the oldest, but what is to be answered stays as long as anything else
     * does, beyond the few lines that say what the talk is about now.
     */
    static int first(List<Line> lines, Set<EventId> owed) {
        long held = lines.stream().filter(line -> owed.contains(line.id())).count();
        int at = 0;
        while (lines.size() - held > FEW && owed.contains(lines.get(at).id())) {
            at++;
        }
        return at;
    }

    private static Line shortened(Line line) {
        return new Line(
                line.id(),
                line.at(),
                line.by(),
                cut(line.name(), LONGEST_NAME),
                line.kind(),
                line.account(),
                cut(line.text(), LONGEST_TEXT),
                line.replyTo(),
                line.files(),
                line.quote());
    }

    /** What a message answers, where the window does not have it. */
    static Optional<Quote> quote(List<Line> window, Event.Said said) {
        return said.quote()
                .filter(_ -> said.replyTo().flatMap(id -> find(window, id)).isEmpty())
                .map(quote ->
                        new Quote(
                                cut(quote.author(), LONGEST_NAME),
                                cut(quote.text(), LONGEST_QUOTE)));
    }

    /** At most so many bytes of UTF-8, never half a character. */
    static String cut(String text, int bytes) {
        if (utf8(text) <= bytes) {
            return text;
        }
        int end = 0;
        int used = "…".getBytes(StandardCharsets.UTF_8).length;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (used > bytes) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end) + "…";
    }

    static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Line written(Line known, Line more) {
        return new Line(
                known.id(),
                known.at(),
                known.by(),
                known.name(),
                known.kind(),
                more.account(),
                known.text(),
                known.replyTo(),
                known.files(),
                known.quote());
    }
}
