package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.payload.UserPayload;
import dev.carrier.sandbox.discord.world.Permission;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;

/**
 * Reactions and typing.
 *
 * @see <a href="https://docs.discord.com/developers/resources/message#create-reaction">Create
 *     reaction</a>
 * @see <a
 *     href="https://docs.discord.com/developers/resources/channel#trigger-typing-indicator">Typing</a>
 */
public final class ReactionRoutes {
    /** Adds its routes. */
    public void register(Rest rest, RoutesConfig routes) {
        var reactions = "/channels/{channel}/messages/{message}/reactions/{emoji}";
        var kind = RateLimits.Kind.REACTIONS;
        rest.route(routes, HandlerType.PUT, reactions + "/{user}", kind, ReactionRoutes::put);
        rest.route(routes, HandlerType.DELETE, reactions + "/{user}", kind, ReactionRoutes::delete);
        rest.route(routes, HandlerType.GET, reactions, RateLimits.Kind.OTHER, ReactionRoutes::get);
        rest.route(
                routes,
                HandlerType.POST,
                "/channels/{channel}/typing",
                RateLimits.Kind.MESSAGES,
                call -> {
                    var channel = call.channel();
                    var may =
                            channel.kind().thread()
                                    ? Permission.SEND_MESSAGES_IN_THREADS
                                    : Permission.SEND_MESSAGES;
                    call.require(channel, may);
                    call.talk().type(channel, call.bot().user());
                    return Answer.none();
                });
    }

    private static Answer put(Call call) {
        var channel = call.channel();
        call.require(channel, Permission.READ_MESSAGE_HISTORY);
        var message = call.message(channel);
        var emoji = emoji(call);
        if (message.reactions().stream().noneMatch(r -> r.emoji().equals(emoji))) {
            call.require(channel, Permission.ADD_REACTIONS);
        }
        call.talk().react(message, call.bot().user(), emoji);
        return Answer.none();
    }

    private static Answer delete(Call call) {
        var channel = call.channel();
        var message = call.message(channel);
        if (call.id("user") != call.bot().id()) {
            call.require(channel, Permission.MANAGE_MESSAGES);
        }
        var user =
                call.world()
                        .user(call.id("user"))
                        .orElseThrow(() -> Rejected.with(404, 10013, "Unknown User"));
        call.talk().unreact(message, user, emoji(call));
        return Answer.none();
    }

    private static Answer get(Call call) {
        var message = call.message(call.channel());
        var emoji = emoji(call);
        var list = Json.array();
        message.reactions().stream()
                .filter(r -> r.emoji().equals(emoji))
                .flatMap(r -> r.users().stream())
                .forEach(id ->
                        call.world().user(id).ifPresent(user -> list.add(UserPayload.of(user))));
        return Answer.json(200, list);
    }

    private static String emoji(Call call) {
        var emoji = call.path().getOrDefault("emoji", "");
        var plain = emoji.codePoints().allMatch(c -> c < 128);
        if (emoji.isEmpty() || (plain && !emoji.matches("\\w+:\\d+|[0-9#*]\\x{fe0f}?\\x{20e3}"))) {
            throw Rejected.with(400, 10014, "Unknown Emoji");
        }
        return emoji;
    }
}
