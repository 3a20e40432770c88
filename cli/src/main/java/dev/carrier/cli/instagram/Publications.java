package dev.carrier.cli.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Post;
import dev.carrier.instagram.Me;
import dev.carrier.runtime.kafka.KafkaClients;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders posts as {@code ./carrier instagram post} does, for who looks at the outcome itself. */
public final class Publications {
    private final KafkaClients kafka;
    private final Path outbox;
    private final AccountId account;
    private final Me me;

    /**
     * @param outbox where files are taken from
     * @param account its name in the settings
     * @param me who it is on Instagram
     */
    public Publications(KafkaClients kafka, Path outbox, AccountId account, Me me) {
        this.kafka = kafka;
        this.outbox = outbox;
        this.account = account;
        this.me = me;
    }

    /**
     * Orders one picture, or several as a carousel.
     *
     * @param alts what they show, in their order
     * @return the order
     */
    public EventId order(List<Path> pictures, List<String> alts, String caption)
            throws InterruptedException {
        PostPlan plan = PostPlan.post(pictures, alts, Optional.of(caption));
        Post post = Posts.made(plan, new Outbox(outbox), true, Optional.empty());
        Event.PostOrdered order = new Orders(account, me, Instant.now(), caption).post(post);
        try (Following following = new Following(kafka)) {
            following.write(order.in().conversation(), account, order);
        }
        return order.id();
    }
}
