package dev.carrier.sandbox.discord.world;

import dev.carrier.sandbox.json.Json;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What clients did, counted. Safe for use by many threads. */
public final class Stats {
    private final Map<String, Map<String, Long>> counters = new TreeMap<>();

    /** What is counted. */
    public enum Of {
        /** IDENTIFYs by bot. */
        identifies,
        /** IDENTIFYs by bot and shard: {@code Ada 1/4}. */
        shardIdentifies,
        /** IDENTIFYs beyond those of a day by bot: Discord resets the token. */
        startLimitViolations,
        /** Sessions resumed by bot. */
        resumes,
        /** IDENTIFYs that came too soon by bot. */
        identifyConcurrencyViolations,
        /** Requests by route. */
        requests,
        /** 429s given by route. */
        rateLimited,
        /** Messages not created because their enforced nonce was known, by bot. */
        nonceDuplicates,
        /** 401, 403 and 429 given by bot: Discord bans an address after 10,000 in ten minutes. */
        invalidRequests
    }

    /** Counts one. */
    public synchronized void count(Of what, String by) {
        counters.computeIfAbsent(what.name(), _ -> new TreeMap<>()).merge(by, 1L, Long::sum);
    }

    /** All counters: kind, then by what. */
    public synchronized JsonNode json() {
        var node = Json.object();
        for (var what : Of.values()) {
            var one = node.putObject(what.name());
            counters.getOrDefault(what.name(), Map.of()).forEach(one::put);
        }
        return node;
    }
}
