package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Shard;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Who has written all its cursors, as fields beside them: {@code whole}, or {@code whole:1/4} for a
 * shard. Pure.
 */
final class Installed {
    private static final String WHOLE = "whole";
    private static final Pattern OF_A_SHARD = Pattern.compile(WHOLE + ":\\d+/(\\d+)");

    private Installed() {}

    /** The field that says it of a shard. */
    static String field(Shard shard) {
        return field(shard.id(), shard.total());
    }

    static boolean isField(String name) {
        return name.startsWith(WHOLE);
    }

    /**
     * Whether the cursors of a shard were all written: by itself, or before its account was divided
     * as it is now. An account whose shards begin for the first time, one after the other, was not
     * there before.
     */
    static boolean has(Set<String> fields, Shard shard) {
        return fields.contains(field(shard))
                || fields.contains(WHOLE)
                || fields.stream()
                        .map(OF_A_SHARD::matcher)
                        .filter(Matcher::matches)
                        .mapToInt(it -> Integer.parseInt(it.group(1)))
                        .distinct()
                        .anyMatch(total -> isComplete(fields, total));
    }

    private static boolean isComplete(Set<String> fields, int total) {
        return IntStream.range(0, total).allMatch(id -> fields.contains(field(id, total)));
    }

    private static String field(int id, int total) {
        return total == 1 ? WHOLE : WHOLE + ":" + id + "/" + total;
    }
}
