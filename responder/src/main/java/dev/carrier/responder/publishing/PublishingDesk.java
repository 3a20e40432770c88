package dev.carrier.responder.publishing;

import dev.carrier.contracts.AccountId;
import dev.carrier.instagram.GraphClient;
import dev.carrier.responder.instagram.SentMedia;
import dev.carrier.responder.media.MediaHost;
import dev.carrier.responder.media.prepare.Preparation;
import dev.carrier.runtime.Part;
import dev.carrier.runtime.worker.WorkerContext;
import java.util.Map;
import java.util.Optional;

/**
 * What brings files to Instagram, made out of what there is.
 *
 * @param steps publish
 * @param media goes with direct messages
 */
public record PublishingDesk(PublishingSteps steps, SentMedia media) {
    /**
     * For these accounts; what they need ends with the context's parts.
     *
     * @throws dev.carrier.runtime.SetupProblem when the media host of the settings cannot be
     */
    public static PublishingDesk start(WorkerContext context, Map<AccountId, GraphClient> clients) {
        Preparation preparation = new Preparation(context.settings().data().resolve("prepared"));
        Optional<MediaHost> host = MediaHosts.of(context.settings().media());
        host.ifPresent(one -> context.parts().add(Part.of("media host", _ -> {}, one)));
        var steps =
                new PublishingSteps(
                        // Nobody waits for a post as for an answer.
                        account ->
                                Optional.ofNullable(clients.get(account))
                                        .map(GraphClient::inBackground),
                        new PostFiles(
                                context.settings().outbox(),
                                (file, shown, use) -> preparation.prepare(file, shown, use, false),
                                host),
                        new RedisContainerLedger(context.redis().client()),
                        context.clock());
        return new PublishingDesk(steps, new SentMedia(context.settings().outbox(), host));
    }
}
