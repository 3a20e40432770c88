package dev.carrier.responder.discord;

import dev.carrier.contracts.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/**
 * Lets a session connect when the account has leave to identify, and dials the gateway that the API
 * in use names. Thread-safe.
 */
final class PermittedSessions extends ConcurrentSessionController {
    private final AccountId account;
    private final IdentifyPermit permit;
    private final Optional<String> gateway;
    private final Map<SessionConnectNode, Thread> waiting = new ConcurrentHashMap<>();

    PermittedSessions(AccountId account, IdentifyPermit permit, Optional<String> gateway) {
        this.account = account;
        this.permit = permit;
        this.gateway = gateway;
    }

    @Override
    public String getGateway() {
        return gateway.orElseGet(super::getGateway);
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        Thread thread =
                Thread.ofVirtual()
                        .name("identify-" + account)
                        .unstarted(() -> {
                            try {
                                permit.await(account);
                                node.run(true);
                            } catch (InterruptedException removed) {
                                Thread.currentThread().interrupt();
                            } finally {
                                waiting.remove(node);
                            }
                        });
        waiting.put(node, thread);
        thread.start();
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        Thread thread = waiting.remove(node);
        if (thread != null) {
            thread.interrupt();
        }
    }
}
