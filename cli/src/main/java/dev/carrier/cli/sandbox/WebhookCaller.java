package dev.carrier.cli.sandbox;

import dev.carrier.cli.town.Town;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the webhook as a person does in Meta's dashboard, who tries again until the listener is
 * up: whoever is called must prove at once that it listens.
 */
final class WebhookCaller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookCaller.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Town town;
    private final URI address;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("webhook").daemon().factory());

    private WebhookCaller(Town town, URI address) {
        this.town = town;
        this.address = address;
    }

    static WebhookCaller start(Town town, URI address) {
        WebhookCaller caller = new WebhookCaller(town, address);
        caller.thread.execute(caller::attempt);
        return caller;
    }

    private void attempt() {
        try {
            town.webhook(address);
            LOG.atInfo().addKeyValue("address", address).log("Instagram calls there");
        } catch (RuntimeException notYet) {
            thread.schedule(this::attempt, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
