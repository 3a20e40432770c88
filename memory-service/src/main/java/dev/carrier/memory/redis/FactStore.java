package dev.carrier.memory.redis;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Memory;
import dev.carrier.contracts.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/**
 * What an account knows about people. A fact is told again only where it was learnt: its audience
 * heard it already. Idempotent by the fact's id. Thread-safe; Redis' exceptions pass through.
 */
public final class FactStore {
    private final UnifiedJedis redis;

    public FactStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    public void learn(Memory.Fact fact) {
        redis.sadd(MemoryKeys.knownBy(fact.about()), fact.account().value());
        redis.hset(
                MemoryKeys.facts(fact.account(), fact.about()),
                fact.id(),
                new String(Json.write(fact), StandardCharsets.UTF_8));
    }

    /** What may be said of a person in this conversation, oldest first. */
    public List<Memory.Fact> about(AccountId account, PersonId person, ConversationId in) {
        return redis.hvals(MemoryKeys.facts(account, person)).stream()
                .map(json ->
                        Json.plain(
                                Memory.Fact.class,
                                Json.parse(json.getBytes(StandardCharsets.UTF_8))))
                .filter(fact -> fact.in().equals(in))
                .sorted(Comparator.comparing(Memory.Fact::at))
                .toList();
    }
}
