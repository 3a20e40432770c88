package dev.carrier.sandbox.media;

import dev.carrier.sandbox.http.Part;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Orders;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import org.apache.ftpserver.ftplet.FtpException;

/**
 * The sandbox's media host. It starts when an option or a call of the control API asks for it, and
 * costs nothing before. Safe for use by many threads.
 */
public final class Media implements Part {
    private final Orders orders;
    private final Clock clock;
    private final Optional<MediaOptions> atOnce;
    private final MediaWeb web;
    private String authority = "";
    private Optional<Running> running = Optional.empty();

    private record Running(MediaFolder folder, FtpServers ftp, MediaHost host) {}

    /** A media host that starts with the sandbox if {@code atOnce} says how. */
    public Media(Orders orders, Clock clock, Optional<MediaOptions> atOnce) {
        this.orders = orders;
        this.clock = clock;
        this.atOnce = atOnce;
        this.web = new MediaWeb(orders);
    }

    @Override
    public void register(RoutesConfig routes) {
        web.register(routes);
        routes.post("/sandbox/media", this::ask);
        routes.get("/sandbox/media", this::show);
        routes.put(
                "/sandbox/media/robots",
                context -> {
                    web.robots(Json.text(Json.objectOf(context.body()), "text", ""));
                    context.status(204);
                });
        routes.get("/sandbox/media/files", this::files);
    }

    @Override
    public synchronized void started(String value) {
        authority = value;
        atOnce.ifPresent(this::start);
    }

    /** The host as {@code options} say; if it is running already, as it is. */
    public synchronized MediaHost start(MediaOptions options) {
        if (running.isEmpty()) {
            try {
                running = Optional.of(open(options));
            } catch (IOException e) {
                throw new UncheckedIOException("the media host's folder", e);
            } catch (GeneralSecurityException | FtpException e) {
                throw new IllegalStateException("the media host cannot start", e);
            }
            web.serve(running.map(Running::folder));
        }
        return running.get().host();
    }

    private Running open(MediaOptions options)
            throws IOException, GeneralSecurityException, FtpException {
        var folder = MediaFolder.open(options.folder());
        var certificate = SelfSigned.create(clock.instant());
        var ftp = FtpServers.start(options, folder.path(), certificate, orders);
        var host =
                new MediaHost(
                        URI.create("http://" + authority + "/media/"),
                        folder.path(),
                        options.user(),
                        options.password(),
                        ftp.plain(),
                        ftp.explicit(),
                        ftp.implicit(),
                        certificate.pem());
        return new Running(folder, ftp, host);
    }

    /** Where it is, if it runs. */
    public synchronized Optional<MediaHost> host() {
        return running.map(Running::host);
    }

    @Override
    public synchronized void close() {
        running.ifPresent(it -> {
            it.ftp().close();
            try {
                it.folder().close();
            } catch (IOException e) {
                throw new UncheckedIOException("the media host's folder", e);
            }
        });
        running = Optional.empty();
        web.serve(Optional.empty());
    }

    private void ask(Context context) {
        var form = Json.objectOf(context.body());
        var usual = MediaOptions.defaults();
        var host =
                start(
                        new MediaOptions(
                                Json.text(form, "user", usual.user()),
                                Json.text(form, "password", usual.password()),
                                Json.text(form, "folder").map(Path::of),
                                Json.text(form, "externalAddress")));
        context.contentType("application/json").result(Json.write(host.json()));
    }

    private void show(Context context) {
        var host = host();
        context.status(host.isPresent() ? 200 : 404)
                .contentType("application/json")
                .result(Json.write(host.map(MediaHost::json).orElseGet(Json::object)));
    }

    private void files(Context context) throws IOException {
        var list = Json.array();
        Optional<Running> now;
        synchronized (this) {
            now = running;
        }
        if (now.isPresent()) {
            var folder = now.get().folder();
            for (var file : folder.files()) {
                list.addObject()
                        .put("name", folder.path().relativize(file).toString())
                        .put("size", Files.size(file));
            }
        }
        context.contentType("application/json").result(Json.write(list));
    }
}
