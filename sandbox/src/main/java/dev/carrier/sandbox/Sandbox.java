package dev.carrier.sandbox;

import dev.carrier.sandbox.discord.Discord;
import dev.carrier.sandbox.http.Loopback;
import dev.carrier.sandbox.http.Part;
import dev.carrier.sandbox.instagram.Instagram;
import dev.carrier.sandbox.media.Media;
import dev.carrier.sandbox.media.MediaHost;
import dev.carrier.sandbox.media.MediaOptions;
import dev.carrier.sandbox.model.ModelServer;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.OrdersApi;
import dev.carrier.sandbox.orders.Signals;
import dev.carrier.sandbox.page.PageFiles;
import io.javalin.Javalin;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The outside world on one port, usually of loopback: Discord's REST API and gateway, Instagram's
 * Graph API and webhooks, a language model, a media host, a control API and a page. Its state is in
 * memory and ends with it.
 */
public final class Sandbox implements AutoCloseable {
    private final Javalin server;
    private final Orders orders;
    private final Media media;
    private final List<Part> parts;

    private Sandbox(Javalin server, Orders orders, Media media, List<Part> parts) {
        this.server = server;
        this.orders = orders;
        this.media = media;
        this.parts = parts;
    }

    /**
     * Starts a sandbox; it is ready when this returns.
     *
     * @throws io.javalin.util.JavalinBindException if the port is in use
     */
    public static Sandbox start(SandboxOptions options) {
        var orders = new Orders(new Signals(Clock.systemUTC()));
        var ordersApi = new OrdersApi(orders);
        var parts = new ArrayList<Part>();
        parts.add(ordersApi::register);
        parts.add(
                new Discord(
                        orders,
                        Clock.systemUTC(),
                        options.behind(),
                        options.timing(),
                        options.nonceExpiry(),
                        options.sizes()));
        parts.add(new Instagram(orders, Clock.systemUTC()));
        parts.add(new ModelServer(orders, Clock.systemUTC()));
        var media = new Media(orders, Clock.systemUTC(), options.media());
        parts.add(media);
        parts.add(new PageFiles());
        var server =
                Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.concurrency.useVirtualThreads = true;
                    config.http.maxRequestSize = 32L << 20;
                    config.jetty.modifyServer(Loopback::letCallsWait);
                    config.jetty.addConnector((jetty, http) ->
                            Loopback.connector(
                                    jetty, http, options.place().bind(), options.port()));
                    parts.forEach(part -> part.register(config.routes));
                });
        server.start();
        var authority = options.place().name() + ":" + server.port();
        parts.forEach(part -> part.started(authority));
        return new Sandbox(server, orders, media, List.copyOf(parts));
    }

    /** The port on loopback. */
    public int port() {
        return server.port();
    }

    /** Where everything begins: {@code http://127.0.0.1:PORT/}. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    /** Discord's REST API, ending in a slash. */
    public URI discordApi() {
        return base().resolve("api/v10/");
    }

    /** Discord's gateway, to be dialled without asking {@code GET /gateway}. */
    public URI discordGateway() {
        return URI.create("ws://127.0.0.1:" + port() + "/gateway");
    }

    /** Instagram's Graph API, ending in a slash; the version follows. */
    public URI instagramApi() {
        return base().resolve("instagram/graph/");
    }

    /** The language model's base URL, OpenAI-compatible. */
    public URI model() {
        return base().resolve("v1");
    }

    /** The media host, started now with the usual options if it was not yet. */
    public MediaHost media() {
        return media.start(MediaOptions.defaults());
    }

    /** Ends it; everything it held is let go and lost. */
    @Override
    public void close() {
        orders.releaseAll();
        parts.forEach(Part::close);
        server.stop();
    }
}
