package dev.carrier.responder.publishing;

import dev.carrier.contracts.AccountId;
import dev.carrier.instagram.GraphClient;
import dev.carrier.responder.media.MediaHost;
import dev.carrier.responder.media.prepare.Preparation;
import dev.carrier.runtime.Part;
import dev.carrier.runtime.worker.WorkerContext;
import java.util.Map;
import java.util.Optional;

/** Makes what publishes out of what there is. */
public final class PublishingDesk {
    private PublishingDesk() {}

    /**
     * The steps for these accounts; what they need ends with the context's parts.
     *
     * @throws dev.carrier.runtime.SetupProblem when the media host of the settings cannot be
     */
    public static PublishingSteps start(
            WorkerContext context, Map<AccountId, GraphClient> clients) {
        Preparation preparation = new Preparation(context.settings().data().resolve("prepared"));
        Optional<MediaHost> host = MediaHosts.of(context.settings().media());
        host.ifPresent(one -> context.parts().add(Part.of("media host", _ -> {}, one)));
        return new PublishingSteps(
                // Nobody waits for a post as for an answer.
                account -> Optional.ofNullable(clients.get(account)).map(GraphClient::inBackground),
                new PostFiles(
                        context.settings().outbox(),
                        (file, shown, use) -> preparation.prepare(file, shown, use, false),
                        host),
                new RedisContainerLedger(context.redis().client()),
                context.clock());
    }
}
