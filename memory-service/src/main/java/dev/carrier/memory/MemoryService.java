package dev.carrier.memory;

import dev.carrier.contracts.Policy;
import dev.carrier.memory.recall.Recall;
import dev.carrier.memory.recall.RecallServer;
import dev.carrier.memory.redis.FactStore;
import dev.carrier.memory.redis.MemoryStore;
import dev.carrier.runtime.kafka.KafkaClients;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;

/** The worker memory-service: remembers from the topics, recalls over HTTP. Thread-safe. */
public final class MemoryService implements AutoCloseable {
    private final MemoryReader reader;
    private final RecallServer server;

    /**
     * Starts reading and serving.
     *
     * @param inForce the policy in force, as far as it is known
     * @param keep how long talk is kept
     * @param bind the address of the recall server
     * @param port its port; 0 takes a free one
     * @throws IOException when the port cannot be had
     */
    public MemoryService(
            KafkaClients clients,
            UnifiedJedis redis,
            Supplier<Optional<Policy>> inForce,
            Duration keep,
            String bind,
            int port,
            InstantSource clock)
            throws IOException {
        var talk = new MemoryStore(redis, keep, clock);
        var facts = new FactStore(redis);
        this.server = new RecallServer(bind, port, new Recall(talk, facts, clock));
        this.reader =
                new MemoryReader(
                        clients, new Remembering(talk, facts, new WhatToRemember(inForce)));
    }

    /** The port of the recall server. */
    public int port() {
        return server.port();
    }

    /** What keeps it from working, in a few words; empty when nothing does. */
    public Optional<String> trouble() {
        return reader.trouble();
    }

    /** Records that wait to be read, as far as is known. */
    public double lag() {
        return reader.lag();
    }

    @Override
    public void close() {
        server.close();
        reader.close();
    }
}
