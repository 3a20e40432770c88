package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.instagram.publish.Fetcher.Fetched;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Setting;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.orders.Orders;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Fetches and looks at the media of containers: images while their container is made, so that a bad
 * one makes none; videos afterwards, so that a bad one becomes its container's ERROR. Safe for use
 * by many threads.
 */
final class Processing implements AutoCloseable {
    private final World world;
    private final Containers containers;
    private final Library library;
    private final Fetcher fetcher;
    private final ExecutorService later = Executors.newVirtualThreadPerTaskExecutor();

    Processing(World world, Containers containers, Library library, Orders orders) {
        this.world = world;
        this.containers = containers;
        this.library = library;
        this.fetcher = new Fetcher(orders);
    }

    /** The image of {@code form}, fetched and looked at now. */
    Fetched atOnce(Account account, ContainerForm form) {
        return form.media()
                .map(url -> look(account, form, url))
                .orElseGet(() -> new Fetched(Optional.empty(), "", new byte[0]));
    }

    /** Fetches the video of {@code container} in the background; then it is good or has failed. */
    void begin(Account account, Container container) {
        var _ = later.submit(() -> video(account, container));
    }

    private void video(Account account, Container container) {
        var form = container.form();
        var fetched = atOnce(account, form);
        var fault = fetched.fault().or(() -> form.cover().flatMap(url -> cover(account, url)));
        if (fault.isEmpty()) {
            library.keep(container.id(), "video/mp4", fetched.bytes());
        }
        containers.change(
                container.id(),
                it -> fault.map(why -> it.failed(why.subcode())).orElseGet(it::fetched));
    }

    private Fetched look(Account account, ContainerForm form, URI url) {
        var fetched = fetcher.fetch(account.username(), url, patience());
        return fetched.fault().isPresent()
                ? fetched
                : MediaCheck.media(form, fetched.bytes()).map(Fetched::not).orElse(fetched);
    }

    private Optional<Fault> cover(Account account, URI url) {
        var fetched = fetcher.fetch(account.username(), url, patience());
        return fetched.fault().or(() -> ImageRules.any(fetched.bytes()));
    }

    /** With which all media is fetched. */
    Fetcher fetcher() {
        return fetcher;
    }

    private Duration patience() {
        return world.settings().time(Setting.FETCH_PATIENCE);
    }

    @Override
    public void close() {
        later.shutdownNow();
        fetcher.close();
    }
}
