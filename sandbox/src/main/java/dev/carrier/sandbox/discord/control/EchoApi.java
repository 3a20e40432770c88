package dev.carrier.sandbox.discord.control;

import dev.carrier.sandbox.discord.world.AllowedMentions;
import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Draft;
import dev.carrier.sandbox.discord.world.Extras;
import dev.carrier.sandbox.discord.world.Happening;
import dev.carrier.sandbox.discord.world.Message;
import dev.carrier.sandbox.discord.world.Permission;
import dev.carrier.sandbox.discord.world.Permissions;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.discord.world.User;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * {@code PUT /sandbox/discord/bots/{bot}/echo}: bots of somebody else, with nobody behind them, who
 * answer what others write with a mention of its author. So bots are that keep a loop going.
 */
public final class EchoApi implements AutoCloseable {
    /** What a bot needs to think of its answer, in milliseconds. */
    private static final long DELAY = 200;

    private static final int LONGEST = 2000;

    private final World world;
    private final Talk talk;
    private final Map<Long, What> echoing = new ConcurrentHashMap<>();
    // The world must not wait for those who listen to it.
    private final ScheduledExecutorService soon =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("echo").factory());

    /** What an echo answers. */
    private enum What {
        /** Every message of anyone else. */
        EVERYTHING,
        /** Only what pings it, be it by a reply. */
        PINGS
    }

    /** Echoes in {@code world}, none yet. */
    public EchoApi(World world, Talk talk) {
        this.world = world;
        this.talk = talk;
        world.listen(happening -> {
            if (happening instanceof Happening.Written(var message) && !soon.isShutdown()) {
                echoing.forEach((bot, what) -> hear(bot, what, message));
            }
        });
    }

    /** Adds its route. */
    public void register(RoutesConfig routes) {
        Control.route(routes, HandlerType.PUT, "/bots/{bot}/echo", this::set);
    }

    private JsonNode set(Form form) {
        var bot = form.path("bot");
        if (world.bot(bot).isEmpty()) {
            throw Rejected.with(404, 10013, "Unknown User");
        }
        switch (form.text("answers")) {
            case "everything" -> echoing.put(bot, What.EVERYTHING);
            case "pings" -> echoing.put(bot, What.PINGS);
            case "nothing" -> echoing.remove(bot);
            default ->
                    throw Rejected.form(
                            "answers", "BASE_TYPE_CHOICES", "everything, pings or nothing");
        }
        return Json.object();
    }

    private void hear(long bot, What what, Message message) {
        var own = message.author().id() == bot;
        var pinged = message.mentions().users().contains(bot);
        if (!own && !message.content().isBlank() && (pinged || what == What.EVERYTHING)) {
            soon.schedule(() -> echo(bot, message), DELAY, TimeUnit.MILLISECONDS);
        }
    }

    private void echo(long bot, Message message) {
        var user = world.user(bot);
        var channel = world.channel(message.channel()).filter(it -> maySpeak(bot, it));
        if (user.isPresent() && channel.isPresent() && echoing.containsKey(bot)) {
            var text = "<@" + message.author().id() + "> " + message.content();
            post(user.get(), channel.get(), text.substring(0, Math.min(text.length(), LONGEST)));
        }
    }

    private boolean maySpeak(long bot, Channel channel) {
        return Permissions.may(
                world,
                bot,
                channel,
                channel.kind().thread()
                        ? Permission.SEND_MESSAGES_IN_THREADS
                        : Permission.SEND_MESSAGES);
    }

    private void post(User bot, Channel channel, String text) {
        talk.post(
                new Draft(
                        bot,
                        channel.id(),
                        text,
                        OptionalLong.empty(),
                        Optional.empty(),
                        false,
                        AllowedMentions.all(),
                        List.of(),
                        List.of(),
                        Extras.NONE));
    }

    @Override
    public void close() {
        soon.shutdownNow();
    }
}
