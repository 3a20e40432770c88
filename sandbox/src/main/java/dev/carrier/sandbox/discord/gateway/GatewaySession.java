package dev.carrier.sandbox.discord.gateway;

import dev.carrier.sandbox.discord.world.Bot;
import dev.carrier.sandbox.discord.world.Guild;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A session of a bot, which outlives its connections. Guarded by the world's monitor.
 *
 * @see <a href="https://docs.discord.com/developers/events/gateway#resuming">Resuming</a>
 */
final class GatewaySession {
    private static final int KEPT = 5000;

    /** An event as it was sent under its number. */
    record Sent(long seq, String frame) {}

    final String id = UUID.randomUUID().toString().replace("-", "");
    final Bot bot;
    final long intents;
    final int shard;
    final int shards;
    Optional<Connection> connection;
    private final ArrayDeque<Sent> sent = new ArrayDeque<>();
    private long seq;
    private long lostAt;

    GatewaySession(Bot bot, long intents, int shard, int shards, Connection connection) {
        this.bot = bot;
        this.intents = intents;
        this.shard = shard;
        this.shards = shards;
        this.connection = Optional.of(connection);
    }

    /** How orders tell sessions of a bot apart. */
    String path() {
        return path(intents, shard, shards);
    }

    /** The same for one that is to begin. */
    static String path(long intents, int shard, int shards) {
        return "/gateway/" + intents + (shards > 1 ? "/shard/" + shard : "");
    }

    boolean wants(Intent intent) {
        return intent.in(intents);
    }

    /** https://docs.discord.com/developers/events/gateway#sharding. */
    boolean covers(Guild guild) {
        return (guild.id() >> 22) % shards == shard;
    }

    long nextSeq() {
        return ++seq;
    }

    long lastSeq() {
        return seq;
    }

    void keep(Sent event) {
        sent.addLast(event);
        if (sent.size() > KEPT) {
            sent.removeFirst();
        }
    }

    /** What was sent after {@code known}; empty if not all of it is kept any more. */
    Optional<List<Sent>> since(long known) {
        var complete = known == seq || (!sent.isEmpty() && sent.getFirst().seq() <= known + 1);
        return complete
                ? Optional.of(sent.stream().filter(e -> e.seq() > known).toList())
                : Optional.empty();
    }

    void lost() {
        connection = Optional.empty();
        lostAt = System.nanoTime();
    }

    boolean expired(long windowNanos) {
        return connection.isEmpty() && System.nanoTime() - lostAt > windowNanos;
    }
}
