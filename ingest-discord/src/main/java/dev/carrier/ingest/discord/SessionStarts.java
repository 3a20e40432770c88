package dev.carrier.ingest.discord;

import dev.carrier.contracts.Json;
import dev.carrier.runtime.gateway.Shard;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one session of an account identify when its turn has come, and finds the gateway where the
 * API is not Discord's own. A resumed session needs no turn, and JDA does not ask for one.
 */
final class SessionStarts extends SessionControllerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(SessionStarts.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Shard shard;
    private final IngestOptions options;
    private final IdentifyTurn turn;
    // JDA's nodes of one session are equal to each other, and a session that ends before it has
    // begun appends the next one while this one still runs.
    private final Set<SessionConnectNode> waiting =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    SessionStarts(Shard shard, IngestOptions options, IdentifyTurn turn) {
        this.shard = shard;
        this.options = options;
        this.turn = turn;
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        waiting.add(node);
        Thread.ofVirtual().name("identifies-" + shard).start(() -> start(node));
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        waiting.remove(node);
    }

    /**
     * <a href="https://docs.discord.com/developers/events/gateway#get-gateway">Get Gateway</a>.
     *
     * @throws IllegalStateException when the API does not say
     */
    @Override
    public String getGateway() {
        return options.isDiscord() ? super.getGateway() : ask(options.discordUrl());
    }

    private void start(SessionConnectNode node) {
        try {
            while (waiting.contains(node) && !began(node)) {
                // A pause between attempts on the outside world.
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.remove(node);
        }
    }

    /** Whether this attempt was the last one that is needed. */
    private boolean began(SessionConnectNode node) throws InterruptedException {
        try {
            turn.await(shard);
            if (waiting.contains(node)) {
                node.run(true);
            }
            return true;
        } catch (RejectedExecutionException shutDown) {
            return true;
        } catch (RuntimeException problem) {
            LOG.atWarn()
                    .addKeyValue("account", shard)
                    .addKeyValue("why", String.valueOf(problem.getMessage()))
                    .log("the gateway cannot be reached");
            return false;
        }
    }

    private static String ask(URI base) {
        var request = HttpRequest.newBuilder(base.resolve("gateway")).timeout(PATIENCE).build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("gateway: HTTP " + answer.statusCode());
            }
            String url = Json.parse(answer.body()).path("url").asString("");
            if (url.isEmpty()) {
                throw new IllegalStateException("gateway: an answer without a URL");
            }
            return url;
        } catch (IOException problem) {
            throw new IllegalStateException("gateway: " + problem, problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }
}
