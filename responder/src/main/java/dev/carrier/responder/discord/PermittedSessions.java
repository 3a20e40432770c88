package dev.carrier.responder.discord;

import dev.carrier.runtime.gateway.Shard;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a session connect when the account has leave to identify, and dials the gateway that the API
 * in use names. Thread-safe.
 */
final class PermittedSessions extends ConcurrentSessionController {
    private static final Logger log = LoggerFactory.getLogger(PermittedSessions.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Shard shard;
    private final IdentifyPermit permit;
    private final Optional<String> gateway;
    // JDA's nodes of one session are equal to each other, and a session that ends before it has
    // begun appends the next one while this one still runs.
    private final Set<SessionConnectNode> waiting =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    PermittedSessions(Shard shard, IdentifyPermit permit, Optional<String> gateway) {
        this.shard = shard;
        this.permit = permit;
        this.gateway = gateway;
    }

    @Override
    public String getGateway() {
        return gateway.orElseGet(super::getGateway);
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        waiting.add(node);
        Thread.ofVirtual().name("identify-" + shard).start(() -> start(node));
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        waiting.remove(node);
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
            permit.await(shard);
            if (waiting.contains(node)) {
                node.run(true);
            }
            return true;
        } catch (RejectedExecutionException shutDown) {
            return true;
        } catch (RuntimeException problem) {
            log.atWarn()
                    .addKeyValue("account", shard)
                    .addKeyValue("why", String.valueOf(problem.getMessage()))
                    .log("the gateway cannot be reached, trying again");
            return false;
        }
    }
}
