package dev.carrier.sandbox.media;

import dev.carrier.sandbox.http.Wire;
import dev.carrier.sandbox.orders.Answer;
import dev.carrier.sandbox.orders.Effect;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Outcome;
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
import java.util.concurrent.atomic.AtomicReference;
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

    /** As every exchange, but that an order may cut it in the middle of its body. */
    private void serve(Context context, Supplier<Answer> handler) {
        var agent = Objects.requireNonNullElse(context.userAgent(), "");
        var exchange =
                new Exchange(
                        Where.MEDIA_WEB,
                        context.method().name(),
                        context.path(),
                        agent.split(" ", 2)[0],
                        "");
        var breaks = new AtomicReference<Optional<Effect.CutAfter>>(Optional.empty());
        var outcome =
                orders.through(
                        exchange,
                        effects -> {
                            breaks.set(Broken.ordered(effects));
                            return handler.get();
                        });
        switch (outcome) {
            case Outcome.Cut _ -> Wire.cut(context.req());
            case Outcome.Answered(var answer) -> {
                if (breaks.get().isPresent()) {
                    cut(context, answer, breaks.get().get().bytes());
                } else {
                    Wire.write(context, answer);
                }
                orders.answered(exchange, answer);
            }
        }
    }

    private static void cut(Context context, Answer answer, long bytes) {
        var response = context.res();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length);
        try {
            var length = (int) Math.min(bytes, answer.body().length);
            response.getOutputStream().write(answer.body(), 0, length);
            response.flushBuffer();
        } catch (IOException e) {
            // The client went first.
        }
        Wire.cut(context.req());
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
