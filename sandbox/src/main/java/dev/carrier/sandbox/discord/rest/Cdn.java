package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.payload.FileLinks;
import dev.carrier.sandbox.discord.world.Attachment;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.http.Wire;
import dev.carrier.sandbox.orders.Answer;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Where;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;

/**
 * Where uploaded files are fetched: an address with a wrong or no signature, one that has expired,
 * and a file whose message is deleted are 404.
 *
 * @see <a href="https://docs.discord.com/developers/reference#signed-attachment-cdn-urls">Signed
 *     attachment CDN URLs</a>
 */
public final class Cdn {
    private final World world;
    private final Talk talk;
    private final Orders orders;

    /** The files of {@code talk}. */
    public Cdn(World world, Talk talk, Orders orders) {
        this.world = world;
        this.talk = talk;
        this.orders = orders;
    }

    /** Adds its route. */
    public void register(RoutesConfig routes) {
        routes.get("/attachments/{channel}/{attachment}/{name}", this::file);
    }

    private void file(Context context) {
        var exchange = new Exchange(Where.DISCORD_CDN, "GET", context.path(), "", "");
        Wire.serve(context, orders, exchange, () -> answer(context));
    }

    private Answer answer(Context context) {
        long channel = number(context.pathParam("channel"));
        long file = number(context.pathParam("attachment"));
        if (!FileLinks.valid(
                channel,
                file,
                asked(context, "ex"),
                asked(context, "is"),
                asked(context, "hm"),
                world.clock().instant())) {
            return gone();
        }
        return talk.all(channel).stream()
                .flatMap(message -> message.attachments().stream())
                .filter(one -> one.id() == file)
                .findFirst()
                .map(Cdn::given)
                .orElseGet(Cdn::gone);
    }

    private static Answer given(Attachment file) {
        return new Answer(200, Map.of("Content-Type", file.contentType()), file.content());
    }

    private static Answer gone() {
        return Answer.text(404, "text/plain", "This content is no longer available.");
    }

    private static String asked(Context context, String name) {
        return Objects.requireNonNullElse(context.queryParam(name), "");
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}|[1-8]\\d{18}") ? Long.parseLong(text) : 0;
    }
}
