package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.payload.MessagePayload;
import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Page;
import dev.carrier.sandbox.discord.world.Permission;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.discord.world.Snowflakes;
import dev.carrier.sandbox.discord.world.Stats;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages.
 *
 * @see <a href="https://docs.discord.com/developers/resources/message">Message resource</a>
 */
public final class MessageRoutes {
    private static final Duration BULK_AGE = Duration.ofDays(14);

    private final MessagePayload payload;
    private final Stats stats;

    /** Messages as {@code payload} writes them. */
    public MessageRoutes(MessagePayload payload, Stats stats) {
        this.payload = payload;
        this.stats = stats;
    }

    /** Adds its routes. */
    public void register(Rest rest, RoutesConfig routes) {
        var messages = "/channels/{channel}/messages";
        var one = messages + "/{message}";
        rest.route(routes, HandlerType.POST, messages, RateLimits.Kind.MESSAGES, this::create);
        rest.route(routes, HandlerType.GET, messages, RateLimits.Kind.OTHER, this::history);
        rest.route(
                routes,
                HandlerType.POST,
                messages + "/bulk-delete",
                RateLimits.Kind.OTHER,
                MessageRoutes::bulk);
        rest.route(routes, HandlerType.GET, one, RateLimits.Kind.OTHER, this::get);
        rest.route(routes, HandlerType.PATCH, one, RateLimits.Kind.MESSAGES, this::edit);
        rest.route(routes, HandlerType.DELETE, one, RateLimits.Kind.OTHER, MessageRoutes::delete);
    }

    private Answer create(Call call) {
        var channel = call.channel();
        var dm = channel.kind() == Channel.Kind.DM;
        if (dm && channel.recipients().stream().anyMatch(id -> !call.world().takesDms(id))) {
            throw Rejected.with(403, 50007, "Cannot send messages to this user");
        }
        call.require(
                channel,
                channel.kind().thread()
                        ? Permission.SEND_MESSAGES_IN_THREADS
                        : Permission.SEND_MESSAGES);
        if (!call.files().isEmpty()) {
            call.require(channel, Permission.ATTACH_FILES);
        }
        var posted = call.talk().post(MessageForm.draft(call, channel));
        if (posted.duplicate()) {
            stats.count(Stats.Of.nonceDuplicates, call.bot().user().name());
        }
        return Answer.json(200, payload.sent(posted.message(), call.bot().id(), true));
    }

    private Answer history(Call call) {
        var channel = call.channel();
        var list = Json.array();
        if (call.may(channel, Permission.READ_MESSAGE_HISTORY)) {
            call.talk()
                    .page(channel.id(), page(call))
                    .forEach(m -> list.add(payload.of(m, call.bot().id(), call.reads(channel))));
        }
        return Answer.json(200, list);
    }

    private static Page page(Call call) {
        var limit =
                call.asked("limit")
                        .filter(l -> l.matches("\\d{1,4}"))
                        .map(Integer::parseInt)
                        .orElse(50);
        if (limit < 1 || limit > 100) {
            throw Rejected.form(
                    "limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
        }
        var before = call.asked("before").map(MessageRoutes::snowflake);
        var after = call.asked("after").map(MessageRoutes::snowflake);
        return call.asked("around")
                .map(MessageRoutes::snowflake)
                .<Page>map(id -> new Page.Around(id, limit))
                .or(() -> before.map(id -> new Page.Before(id, limit)))
                .or(() -> after.map(id -> new Page.After(id, limit)))
                .orElseGet(() -> new Page.Latest(limit));
    }

    private static long snowflake(String text) {
        if (!text.matches("\\d{1,18}|[1-8]\\d{18}")) {
            throw Rejected.form(
                    "id", "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.");
        }
        return Long.parseLong(text);
    }

    private Answer get(Call call) {
        var channel = call.channel();
        call.require(channel, Permission.READ_MESSAGE_HISTORY);
        return Answer.json(
                200, payload.of(call.message(channel), call.bot().id(), call.reads(channel)));
    }

    private Answer edit(Call call) {
        var channel = call.channel();
        var message = call.message(channel);
        if (message.author().id() != call.bot().id()) {
            throw Rejected.with(403, 50005, "Cannot edit a message authored by another user");
        }
        var content =
                call.body().has("content") ? MessageForm.content(call.body()) : message.content();
        var embeds = call.body().has("embeds") ? MessageForm.embeds(call.body()) : message.embeds();
        if (content.isBlank() && embeds.isEmpty() && message.attachments().isEmpty()) {
            throw Rejected.with(400, 50006, "Cannot send an empty message");
        }
        var edited = call.talk().edit(message, content, MessageForm.allowed(call.body()), embeds);
        return Answer.json(200, payload.of(edited, call.bot().id(), true));
    }

    private static Answer delete(Call call) {
        var channel = call.channel();
        var message = call.message(channel);
        if (message.author().id() != call.bot().id()) {
            if (channel.kind() == Channel.Kind.DM) {
                throw Rejected.with(403, 50003, "Cannot execute action on a DM channel");
            }
            call.require(channel, Permission.MANAGE_MESSAGES);
        }
        call.talk().delete(channel, List.of(message.id()), false);
        return Answer.none();
    }

    private static Answer bulk(Call call) {
        var channel = call.channel();
        if (channel.kind() == Channel.Kind.DM) {
            throw Rejected.with(403, 50003, "Cannot execute action on a DM channel");
        }
        call.require(channel, Permission.MANAGE_MESSAGES);
        var ids = new ArrayList<Long>();
        Json.list(call.body(), "messages").forEach(id -> ids.add(snowflake(id.asString(""))));
        if (ids.size() < 2 || ids.size() > 100) {
            throw Rejected.with(400, 50016, "Provided too few or too many messages to delete");
        }
        var oldest = call.world().clock().instant().minus(BULK_AGE);
        if (ids.stream().anyMatch(id -> Snowflakes.at(id).isBefore(oldest))) {
            throw Rejected.with(400, 50034, "A message provided was too old to bulk delete");
        }
        call.talk().delete(channel, ids, true);
        return Answer.none();
    }
}
