package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which events were heard by whom, so that a second delivery is recognised: the newest exactly; of
 * what was dropped only the highest message number that an account had heard.
 *
 * @param said {@code mark account account…}, oldest first, for messages
 * @param noted the same for everything else
 * @param highWater the highest number of a message that was dropped from {@code said}
 */
public record Seen(List<String> said, List<String> noted, SortedMap<AccountId, Long> highWater) {
    /** Nothing was seen yet. */
    public static final Seen NOTHING = new Seen(List.of(), List.of(), new TreeMap<>());

    private static final int MESSAGES = 128;
    private static final int OTHERS = 32;
    private static final int BYTES = 3000;
    private static final int RADIX = 36;

    /** Stands among the accounts of a message that somebody gathered; no account is named so. */
    private static final String GATHERED = "*";

    public Seen {
        said = List.copyOf(said);
        noted = List.copyOf(noted);
        highWater = Collections.unmodifiableSortedMap(new TreeMap<>(highWater));
    }

    /** Whether this account heard this message before. */
    boolean said(EventId message, AccountId by) {
        OptionalInt at = find(said, markOf(message));
        if (at.isPresent()) {
            return accounts(said.get(at.getAsInt())).contains(by.value());
        }
        long number = number(message);
        return number > 0 && number <= highWater.getOrDefault(by, 0L);
    }

    /** Whether this account hears here, as far as that is remembered. */
    boolean hears(AccountId account) {
        return highWater.containsKey(account)
                || said.stream().anyMatch(mark -> accounts(mark).contains(account.value()));
    }

    /** Whether anybody heard this message before, as far as that is remembered. */
    boolean said(EventId message) {
        return find(said, markOf(message)).isPresent();
    }

    /** Whether some account gathered this message: it decides about it, or has decided. */
    boolean gathered(EventId message) {
        OptionalInt at = find(said, markOf(message));
        return at.isPresent() && accounts(said.get(at.getAsInt())).contains(GATHERED);
    }

    /** Whether this account heard this other event before. */
    boolean noted(EventId event, AccountId by) {
        OptionalInt at = find(noted, Derived.mark(event));
        return at.isPresent() && accounts(noted.get(at.getAsInt())).contains(by.value());
    }

    boolean noted(EventId event) {
        return find(noted, Derived.mark(event)).isPresent();
    }

    Seen saying(EventId message, AccountId by) {
        return limited(with(said, markOf(message), by.value()));
    }

    Seen gathering(EventId message) {
        return limited(with(said, markOf(message), GATHERED));
    }

    private Seen limited(List<String> marks) {
        SortedMap<AccountId, Long> dropped = new TreeMap<>(highWater);
        while (marks.size() > MESSAGES || bytes(marks) > BYTES) {
            String oldest = marks.removeFirst();
            if (oldest.charAt(0) != '#') {
                long number = Long.parseLong(oldest.substring(0, oldest.indexOf(' ')), RADIX);
                accounts(oldest).stream()
                        .filter(one -> !one.equals(GATHERED))
                        .forEach(one -> dropped.merge(new AccountId(one), number, Math::max));
            }
        }
        return new Seen(marks, noted, dropped);
    }

    Seen noting(EventId event, AccountId by) {
        List<String> marks = with(noted, Derived.mark(event), by.value());
        while (marks.size() > OTHERS) {
            marks.removeFirst();
        }
        return new Seen(said, marks, highWater);
    }

    private static List<String> with(List<String> marks, String mark, String by) {
        List<String> all = new ArrayList<>(marks);
        OptionalInt at = find(all, mark);
        if (at.isEmpty()) {
            all.add(mark + " " + by);
            return all;
        }
        SortedSet<String> accounts = new TreeSet<>(accounts(all.get(at.getAsInt())));
        accounts.add(by);
        all.set(at.getAsInt(), mark + " " + String.join(" ", accounts));
        return all;
    }

    private static OptionalInt find(List<String> marks, String mark) {
        String prefix = mark + " ";
        return IntStream.iterate(marks.size() - 1, at -> at >= 0, at -> at - 1)
                .filter(at -> marks.get(at).startsWith(prefix))
                .findFirst();
    }

    private static List<String> accounts(String mark) {
        List<String> words = Arrays.asList(mark.split(" "));
        return words.subList(1, words.size());
    }

    /** Messages with a number are marked by it, so that it can be told when the mark is dropped. */
    private static String markOf(EventId message) {
        long number = number(message);
        return number > 0 ? Long.toString(number, RADIX) : "#" + Derived.mark(message);
    }

    /**
     * The platform's number of a message; 0 where it has none that grows with time, as on Discord
     * alone.
     */
    static long number(EventId message) {
        if (!message.value().startsWith("discord:")) {
            return 0;
        }
        String digits = message.message();
        if (digits.isEmpty() || digits.length() > 19 || !digits.chars().allMatch(Seen::isDigit)) {
            return 0;
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException tooLarge) {
            return 0;
        }
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static int bytes(List<String> marks) {
        return marks.stream().mapToInt(mark -> mark.length() + 3).sum();
    }
}
