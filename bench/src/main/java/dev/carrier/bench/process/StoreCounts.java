package dev.carrier.bench.process;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What Redis has done so far, by its own account.
 *
 * @param commands how often each was called, those of scripts included
 * @param reads how often it read from a connection: a round trip each, however many commands came
 *     with it
 */
record StoreCounts(Map<String, Long> commands, long reads) {
    private static final String COMMAND = "cmdstat_";
    private static final String READS = "total_reads_processed:";

    /** Of who looks on and who connects: no message causes them. */
    private static final List<String> NOT_OURS =
            List.of("info", "ping", "hello", "auth", "select", "client|");

    StoreCounts {
        commands = Map.copyOf(commands);
    }

    /** From what INFO answers, with the sections {@code stats} and {@code commandstats}. */
    static StoreCounts of(String info) {
        Map<String, Long> commands = new TreeMap<>();
        long reads = 0;
        for (String line : info.lines().map(String::strip).toList()) {
            if (line.startsWith(READS)) {
                reads = Long.parseLong(line.substring(READS.length()));
            } else if (line.startsWith(COMMAND) && line.contains(":calls=")) {
                String name = line.substring(COMMAND.length(), line.indexOf(':'));
                String calls = line.substring(line.indexOf('=') + 1).split(",", 2)[0];
                if (NOT_OURS.stream().noneMatch(name::startsWith)) {
                    commands.put(name, Long.parseLong(calls));
                }
            }
        }
        return new StoreCounts(commands, reads);
    }

    /** What it has done since. */
    StoreCounts since(StoreCounts before) {
        Map<String, Long> more = new TreeMap<>();
        commands.forEach((name, calls) -> {
            long grown = calls - before.commands.getOrDefault(name, 0L);
            if (grown > 0) {
                more.put(name, grown);
            }
        });
        return new StoreCounts(more, reads - before.reads);
    }

    /** Commands in all. */
    long calls() {
        return commands.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The commands that were called most, for people.
     *
     * @param per how many messages they are shared among
     */
    String most(double per) {
        return commands.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(6)
                .map(one ->
                        String.format(Locale.ROOT, "%s %.1f", one.getKey(), one.getValue() / per))
                .collect(Collectors.joining(", "));
    }
}
