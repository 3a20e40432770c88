package dev.carrier.sandbox.media;

import dev.carrier.sandbox.http.Wire;
import dev.carrier.sandbox.orders.Answer;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Where;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The web server over the media host's folder: {@code /media/…} and {@code /robots.txt}. In orders
 * and signals {@code account} is the first word of the User-Agent, so that an order can be meant
 * for Meta's fetches only. Safe for use by many threads.
 */
final class MediaWeb {
    private static final String ROBOTS = "User-agent: *\nDisallow:\n";

    private final Orders orders;
    private volatile Optional<MediaFolder> folder = Optional.empty();
    private volatile String robots = ROBOTS;

    MediaWeb(Orders orders) {
        this.orders = orders;
    }

    /** Serves {@code value} from now on; without a folder everything is 404. */
    void serve(Optional<MediaFolder> value) {
        folder = value;
    }

    /** Says {@code text} to whoever asks what robots may fetch. */
    void robots(String text) {
        robots = text;
    }

    void register(RoutesConfig routes) {
        routes.get("/media/<file>", this::file);
        routes.head("/media/<file>", this::file);
        routes.get("/robots.txt", this::robotsFile);
        routes.head("/robots.txt", this::robotsFile);
    }

    private void file(Context context) {
        serve(
                context,
                () ->
                        folder.flatMap(it -> it.visible(context.pathParam("file")))
                                .map(file -> given(file, head(context)))
                                .orElseGet(MediaWeb::nothing));
    }

    private void robotsFile(Context context) {
        serve(context, () -> folder.isEmpty() ? nothing() : Answer.text(200, "text/plain", robots));
    }

    private void serve(Context context, Supplier<Answer> handler) {
        var agent = Objects.requireNonNullElse(context.userAgent(), "");
        var exchange =
                new Exchange(
                        Where.MEDIA_WEB,
                        context.method().name(),
                        context.path(),
                        agent.split(" ", 2)[0],
                        "");
        Wire.serve(context, orders, exchange, handler);
    }

    private static Answer given(Path file, boolean head) {
        try {
            var type = Map.of("Content-Type", MediaTypes.of(file.getFileName().toString()));
            return head
                    ? new Answer(200, type, new byte[0])
                            .with("Content-Length", Long.toString(Files.size(file)))
                    : new Answer(200, type, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean head(Context context) {
        return context.method().name().equals("HEAD");
    }

    private static Answer nothing() {
        return Answer.text(404, "text/plain", "There is no such file here.\n");
    }
}
