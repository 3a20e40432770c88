package dev.carrier.faults.harm;

import dev.carrier.faults.crew.Frozen;
import dev.carrier.faults.crew.Servers;
import dev.carrier.faults.crew.Until;
import java.time.Duration;
import java.util.Random;
import java.util.function.IntConsumer;

/** Kafka and Redis are killed, or answer nobody for a while, and people go on talking. */
public final class Outages {
    private static final int LINES = 6;

    private final Servers servers;
    private final IntConsumer talks;
    private final Harm harm;
    private final Random random;

    /**
     * What is done is counted in {@code harm}.
     *
     * @param talks has people say so many lines
     */
    public Outages(Servers servers, IntConsumer talks, Harm harm, Random random) {
        this.servers = servers;
        this.talks = talks;
        this.harm = harm;
        this.random = random;
    }

    /** One way for a server to be away. */
    public enum Kind {
        KAFKA_KILLED,
        REDIS_KILLED,
        KAFKA_FROZEN,
        REDIS_FROZEN
    }

    /** It happens, and is over when this returns. Gives it in words. */
    public String strike(Kind kind) {
        return switch (kind) {
            case KAFKA_KILLED -> kafkaIsKilled();
            case KAFKA_FROZEN -> kafkaIsFrozen();
            case REDIS_KILLED -> redisIsKilled();
            case REDIS_FROZEN -> redisIsFrozen();
        };
    }

    private String kafkaIsKilled() {
        servers.broker().kill();
        talks.accept(LINES);
        Duration away = away();
        servers.broker().comesBack();
        return did("outage: Kafka, kill -9", away);
    }

    private String kafkaIsFrozen() {
        servers.broker().freeze();
        talks.accept(LINES);
        Duration away = away();
        servers.broker().thaw();
        return did("outage: Kafka, frozen", away);
    }

    /** Redis comes back by itself, on the same port and with its data. */
    private String redisIsKilled() {
        long pid = servers.store().pid();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        talks.accept(LINES);
        Until.holds(
                "Redis is there again", Duration.ofMinutes(1), () -> servers.store().pid() != pid);
        harm.did("outage: Redis, kill -9");
        return "outage: Redis, kill -9";
    }

    private String redisIsFrozen() {
        long pid = servers.store().pid();
        Frozen.stop(pid);
        talks.accept(LINES);
        Duration away = away();
        Frozen.goOn(pid);
        return did("outage: Redis, frozen", away);
    }

    private Duration away() {
        var away = Duration.ofSeconds(2 + random.nextInt(6));
        Until.pause(away);
        return away;
    }

    private String did(String kind, Duration away) {
        harm.did(kind);
        return kind + " for " + away.toSeconds() + " s";
    }
}
