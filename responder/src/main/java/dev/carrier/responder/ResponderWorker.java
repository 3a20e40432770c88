package dev.carrier.responder;

import dev.carrier.contracts.AccountId;
import dev.carrier.instagram.account.GraphAccounts;
import dev.carrier.responder.discord.AccountSessions;
import dev.carrier.responder.discord.InvalidRequests;
import dev.carrier.responder.publishing.PublishingDesk;
import dev.carrier.runtime.Part;
import dev.carrier.runtime.gateway.GatewayClient;
import dev.carrier.runtime.gateway.IdentifyLease;
import dev.carrier.runtime.gateway.IdentifyTurns;
import dev.carrier.runtime.gateway.Pace;
import dev.carrier.runtime.gateway.Sharding;
import dev.carrier.runtime.settings.PlatformSettings;
import dev.carrier.runtime.worker.Instance;
import dev.carrier.runtime.worker.Worker;
import dev.carrier.runtime.worker.WorkerContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code responder} as a process, or as a part of one. */
public final class ResponderWorker {
    private ResponderWorker() {}

    /** Runs it alone. */
    public static void main(String[] args) {
        Worker.run("responder", args, ResponderWorker::start);
    }

    /** Starts it out of what there is; it ends with the context's parts. */
    public static Responder start(WorkerContext context) {
        PlatformSettings.Discord discord = context.settings().platforms().discord();
        var turns =
                new IdentifyTurns(
                        new GatewayClient(discord.url()),
                        new IdentifyLease(context.redis(), context.clock()),
                        id -> context.settings().account(id).token(),
                        discord.identifySpacing(),
                        context.clock());
        var invalid = new InvalidRequests();
        Map<AccountId, AccountSessions> sessions = new TreeMap<>();
        context.settings()
                .accounts()
                .forEach((id, account) -> {
                    if (account.platform().equals("discord")) {
                        sessions.put(
                                id,
                                new AccountSessions(
                                        id,
                                        Sharding.whole(account.shards()),
                                        context.settings().account(id).token(),
                                        discord.url(),
                                        turns::await,
                                        invalid,
                                        Pace.ofSpeaking(discord.requestsPerSecond())));
                    }
                });
        // Ends after the responder, which calls with it.
        GraphAccounts instagram =
                context.parts().add(GraphAccounts.start(context, account -> true));
        Optional<PublishingDesk> desk =
                Optional.of(instagram.clients())
                        .filter(clients -> !clients.isEmpty())
                        .map(clients -> PublishingDesk.start(context, clients));
        var responder =
                new Responder(
                        new Responder.Voices(sessions, invalid, instagram.clients(), desk),
                        context.kafka(),
                        context.redis().client(),
                        Instance.name(),
                        Clock.systemUTC(),
                        context.meters().registry(),
                        context.traces());
        context.parts().add(Part.of("responder", responder::drain, responder));
        context.health()
                .check(
                        "responder",
                        () -> responder.troubles().stream().findFirst().or(responder::stuck));
        context.health().check("discord requests", responder::stopped);
        if (!instagram.clients().isEmpty()) {
            context.health().check("instagram tokens", instagram::trouble, instagram::warning);
        }
        responder.start();
        return responder;
    }
}
