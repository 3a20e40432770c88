package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.payload.ChannelPayload;
import dev.carrier.sandbox.discord.payload.MessagePayload;
import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Message;
import dev.carrier.sandbox.discord.world.Permission;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Channels and threads.
 *
 * @see <a href="https://docs.discord.com/developers/resources/channel">Channel resource</a>
 * @see <a href="https://docs.discord.com/developers/topics/threads">Threads</a>
 */
public final class ChannelRoutes {
    private final ChannelPayload payload;
    private final MessagePayload messages;

    /** Channels as {@code payload} writes them. */
    public ChannelRoutes(ChannelPayload payload, MessagePayload messages) {
        this.payload = payload;
        this.messages = messages;
    }

    /** Adds its routes. */
    public void register(Rest rest, RoutesConfig routes) {
        var kind = RateLimits.Kind.OTHER;
        var channel = "/channels/{channel}";
        rest.route(
                routes, HandlerType.GET, channel, kind, call -> answer(200, call, call.channel()));
        rest.route(routes, HandlerType.PATCH, channel, kind, this::change);
        rest.route(routes, HandlerType.DELETE, channel, kind, this::delete);
        rest.route(
                routes,
                HandlerType.POST,
                channel + "/messages/{message}/threads",
                kind,
                this::fromMessage);
        rest.route(routes, HandlerType.POST, channel + "/threads", kind, this::thread);
        rest.route(
                routes,
                HandlerType.PUT,
                channel + "/thread-members/{user}",
                kind,
                call -> member(call, true));
        rest.route(
                routes,
                HandlerType.DELETE,
                channel + "/thread-members/{user}",
                kind,
                call -> member(call, false));
        rest.route(
                routes,
                HandlerType.GET,
                channel + "/threads/archived/public",
                kind,
                this::archived);
    }

    private Answer answer(int status, Call call, Channel channel) {
        return Answer.json(status, payload.of(channel, call.bot().id()));
    }

    private Answer change(Call call) {
        var channel = call.channel();
        if (channel.thread().isEmpty()) {
            call.require(channel, Permission.MANAGE_CHANNELS);
            return answer(
                    200,
                    call,
                    call.world()
                            .change(channel.named(Json.text(call.body(), "name", channel.name()))));
        }
        var state = channel.thread().get();
        var archived = Json.flag(call.body(), "archived", state.archived());
        var locked = Json.flag(call.body(), "locked", state.locked());
        if (state.owner() != call.bot().id() || state.locked() || locked) {
            call.require(channel, Permission.MANAGE_THREADS);
        }
        if (state.archived() && archived) {
            throw Rejected.archivedThread();
        }
        var changed =
                channel.named(Json.text(call.body(), "name", channel.name()))
                        .with(
                                new Channel.ThreadState(
                                        state.owner(),
                                        archived,
                                        locked,
                                        call.world().clock().instant(),
                                        state.members()));
        return answer(200, call, call.world().change(changed));
    }

    private Answer delete(Call call) {
        var channel = call.channel();
        if (channel.kind() != Channel.Kind.DM) {
            call.require(
                    channel,
                    channel.kind().thread()
                            ? Permission.MANAGE_THREADS
                            : Permission.MANAGE_CHANNELS);
            call.world().close(channel);
        }
        return answer(200, call, channel);
    }

    /** https://docs.discord.com/developers/resources/channel#start-thread-from-message. */
    private Answer fromMessage(Call call) {
        var channel = call.channel();
        var message = call.message(channel);
        call.require(channel, Permission.CREATE_PUBLIC_THREADS);
        if (call.world().channel(message.id()).isPresent()) {
            throw Rejected.with(400, 160004, "A thread has already been created for this message");
        }
        return answer(201, call, open(call, channel, Optional.of(message)));
    }

    /**
     * https://docs.discord.com/developers/resources/channel#start-thread-without-message, and
     * #start-thread-in-forum-or-media-channel with its first message.
     */
    private Answer thread(Call call) {
        var channel = call.channel();
        if (channel.kind() == Channel.Kind.FORUM) {
            call.require(channel, Permission.SEND_MESSAGES);
            var thread = open(call, channel, Optional.empty());
            var first =
                    new Call(
                            call.world(),
                            call.talk(),
                            call.bot(),
                            call.path(),
                            call.query(),
                            call.body().path("message"),
                            call.files());
            var posted = call.talk().post(MessageForm.draft(first, thread)).message();
            var node = payload.of(thread, call.bot().id());
            node.set("message", messages.sent(posted, call.bot().id(), true));
            return Answer.json(201, node);
        }
        call.require(channel, Permission.CREATE_PUBLIC_THREADS);
        return answer(201, call, open(call, channel, Optional.empty()));
    }

    private static Channel open(Call call, Channel parent, Optional<Message> from) {
        var name = Json.text(call.body(), "name", "");
        if (name.isBlank() || name.length() > 100) {
            throw Rejected.form(
                    "name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
        if (parent.kind() != Channel.Kind.TEXT && parent.kind() != Channel.Kind.FORUM) {
            throw Rejected.with(400, 50024, "Cannot execute action on this channel type");
        }
        return call.talk().thread(parent, name, call.bot().user(), from);
    }

    /** https://docs.discord.com/developers/resources/channel#join-thread and #add-thread-member. */
    private Answer member(Call call, boolean in) {
        var channel = call.channel();
        var state =
                channel.thread()
                        .orElseThrow(() ->
                                Rejected.with(
                                        400, 50024, "Cannot execute action on this channel type"));
        if (state.archived()) {
            throw Rejected.archivedThread();
        }
        var members = new ArrayList<>(state.members());
        members.remove(call.id("user"));
        if (in) {
            members.add(call.id("user"));
        }
        call.world()
                .change(
                        channel.with(
                                new Channel.ThreadState(
                                        state.owner(),
                                        false,
                                        state.locked(),
                                        state.since(),
                                        List.copyOf(members))));
        return Answer.none();
    }

    /** https://docs.discord.com/developers/resources/channel#list-public-archived-threads. */
    private Answer archived(Call call) {
        var body = Json.object();
        var threads = body.putArray("threads");
        body.putArray("members");
        call.world().threads(call.channel()).stream()
                .filter(t -> t.thread().filter(Channel.ThreadState::archived).isPresent())
                .forEach(t -> threads.add(payload.of(t, call.bot().id())));
        return Answer.json(200, body.put("has_more", false));
    }
}
