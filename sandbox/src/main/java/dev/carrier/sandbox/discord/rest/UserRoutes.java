package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.payload.ApplicationPayload;
import dev.carrier.sandbox.discord.payload.ChannelPayload;
import dev.carrier.sandbox.discord.payload.UserPayload;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.discord.world.User;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;

/**
 * Users and applications.
 *
 * @see <a href="https://docs.discord.com/developers/resources/user">User resource</a>
 * @see <a href="https://docs.discord.com/developers/resources/application">Application resource</a>
 */
public final class UserRoutes {
    private final ChannelPayload channels;

    /** DM channels as {@code channels} writes them. */
    public UserRoutes(ChannelPayload channels) {
        this.channels = channels;
    }

    /** Adds its routes. */
    public void register(Rest rest, RoutesConfig routes) {
        var kind = RateLimits.Kind.OTHER;
        rest.route(routes, HandlerType.GET, "/applications/@me", kind, UserRoutes::application);
        rest.route(
                routes, HandlerType.GET, "/oauth2/applications/@me", kind, UserRoutes::application);
        rest.route(routes, HandlerType.POST, "/users/@me/channels", kind, this::dm);
        rest.route(routes, HandlerType.GET, "/users/{user}", kind, UserRoutes::user);
    }

    private static Answer application(Call call) {
        return Answer.json(200, ApplicationPayload.of(call.world(), call.bot()));
    }

    private static Answer user(Call call) {
        if (call.id("user") == call.bot().id()) {
            return Answer.json(200, UserPayload.self(call.bot()));
        }
        var user =
                call.world()
                        .user(call.id("user"))
                        .orElseThrow(() -> Rejected.with(404, 10013, "Unknown User"));
        return Answer.json(200, UserPayload.of(user));
    }

    /** https://docs.discord.com/developers/resources/user#create-dm. */
    private Answer dm(Call call) {
        var recipient = Json.number(call.body(), "recipient_id").orElse(0);
        var user =
                call.world()
                        .user(recipient)
                        .orElseThrow(() -> Rejected.with(400, 50033, "Invalid Recipient(s)"));
        if (user.kind() != User.Kind.PERSON) {
            throw Rejected.with(403, 50007, "Cannot send messages to this user");
        }
        var channel = call.world().dm(call.bot().id(), recipient);
        return Answer.json(200, channels.of(channel, call.bot().id()));
    }
}
