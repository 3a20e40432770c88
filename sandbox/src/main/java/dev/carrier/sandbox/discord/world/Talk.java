package dev.carrier.sandbox.discord.world;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * What was written in the channels of a {@link World}, under its monitor. Safe for use by many
 * threads.
 */
public final class Talk {
    private final World world;
    private final Composing composing;
    private final Nonces nonces;
    private final History history = new History();

    /** No talk yet; an enforced nonce is remembered for {@code nonceExpiry}. */
    public Talk(World world, Duration nonceExpiry) {
        this.world = world;
        this.composing = new Composing(world);
        this.nonces = new Nonces(world.clock(), nonceExpiry);
    }

    /**
     * Accepts a message, or gives the one that the same author sent here under the same enforced
     * nonce.
     *
     * @throws Rejected if Discord would not take it
     */
    public Posted post(Draft draft) {
        synchronized (world) {
            var channel = holding(draft.channel());
            Composing.check(draft);
            var known = draft.enforceNonce() ? nonces.find(draft) : Optional.<Message>empty();
            if (known.isPresent()) {
                return new Posted(find(channel.id(), known.get().id()).orElse(known.get()), true);
            }
            unarchive(channel, draft.author());
            var message = composing.of(draft, channel, repliedTo(draft));
            nonces.remember(draft, message);
            write(message);
            return new Posted(message, false);
        }
    }

    /** All nonces so far are as old as if minutes had passed. */
    public void forgetNonces() {
        synchronized (world) {
            nonces.forget();
        }
    }

    /** The message, and whether it was there before. */
    public record Posted(Message message, boolean duplicate) {}

    private Channel holding(long id) {
        var channel = world.channel(id).orElseThrow(Rejected::unknownChannel);
        if (!channel.kind().holdsMessages()) {
            throw Rejected.with(400, 50008, "Cannot send messages in a non-text channel");
        }
        return channel;
    }

    // "The API will helpfully automatically unarchive a thread when sending a message in that
    // thread", unless locked.
    // https://docs.discord.com/developers/topics/threads#archived-threads
    private void unarchive(Channel channel, User author) {
        channel.thread()
                .filter(Channel.ThreadState::archived)
                .ifPresent(state -> {
                    var may =
                            Permissions.may(world, author.id(), channel, Permission.MANAGE_THREADS);
                    if (state.locked() && !may) {
                        throw Rejected.archivedThread();
                    }
                    world.change(
                            channel.with(
                                    new Channel.ThreadState(
                                            state.owner(),
                                            false,
                                            state.locked(),
                                            world.clock().instant(),
                                            state.members())));
                });
    }

    private Optional<Message> repliedTo(Draft draft) {
        return draft.replyTo().isPresent()
                ? find(draft.channel(), draft.replyTo().getAsLong())
                : Optional.empty();
    }

    private void write(Message message) {
        history.add(message);
        world.tell(new Happening.Written(message));
    }

    /**
     * Begins a public thread under {@code parent}, from a message or from none, with the message by
     * which Discord itself tells of it.
     */
    public Channel thread(Channel parent, String name, User owner, Optional<Message> from) {
        synchronized (world) {
            var id = from.map(Message::id).map(OptionalLong::of).orElseGet(OptionalLong::empty);
            var thread = world.thread(parent, name, owner.id(), id);
            if (from.isPresent()) {
                var to = new Reference(parent.id(), id);
                write(
                        composing.told(
                                thread, owner, "", Message.Type.THREAD_STARTER, Optional.of(to)));
            } else if (parent.kind() == Channel.Kind.TEXT) {
                var to = new Reference(thread.id(), OptionalLong.empty());
                write(
                        composing.told(
                                parent, owner, name, Message.Type.THREAD_CREATED, Optional.of(to)));
            }
            return thread;
        }
    }

    /** Discord itself tells of what {@code by} did; {@code about} is the message concerned. */
    public Message system(
            Channel in,
            User by,
            Message.Type type,
            Optional<Message> about,
            List<JsonNode> embeds) {
        synchronized (world) {
            var to = about.map(m -> new Reference(m.channel(), OptionalLong.of(m.id())));
            var message = composing.told(in, by, "", type, to, embeds);
            write(message);
            return message;
        }
    }

    /** An application answers a command; without text it shows that it thinks. */
    public Message answer(Channel in, User by, String text) {
        synchronized (world) {
            var message = composing.told(in, by, text, Message.Type.COMMAND, Optional.empty());
            write(message);
            return message;
        }
    }

    /** Changes the content of a message; {@code embeds} replace those it had. */
    public Message edit(
            Message message, String content, AllowedMentions allowed, List<JsonNode> embeds) {
        synchronized (world) {
            Composing.checkContent(content);
            var channel = holding(message.channel());
            unlessArchived(channel);
            var may =
                    Permissions.may(
                            world, message.author().id(), channel, Permission.MENTION_EVERYONE);
            var pings = allowed.in(content, Optional.empty(), may);
            var edited =
                    replace(
                            message,
                            m -> m.edited(content, pings, embeds, world.clock().instant()));
            world.tell(new Happening.Edited(edited));
            return edited;
        }
    }

    /** Discord adds a preview of a link: the message is another, and nobody edited it. */
    public Message preview(Message message, List<JsonNode> embeds) {
        synchronized (world) {
            var shown = replace(message, m -> m.showing(embeds));
            world.tell(new Happening.Edited(shown));
            return shown;
        }
    }

    /** Deletes messages of one channel; ids that are not there are ignored. */
    public void delete(Channel channel, List<Long> ids, boolean bulk) {
        synchronized (world) {
            var gone = history.remove(channel.id(), ids);
            if (!gone.isEmpty()) {
                world.tell(new Happening.Deleted(channel, gone, bulk));
            }
        }
    }

    /** Puts a reaction on a message; again is nothing. */
    public void react(Message message, User user, String emoji) {
        synchronized (world) {
            unlessArchived(holding(message.channel()));
            var now = find(message.channel(), message.id()).orElseThrow(Rejected::unknownMessage);
            if (!Reactions.has(now.reactions(), emoji, user)) {
                var changed = replace(now, m -> m.with(Reactions.plus(m.reactions(), emoji, user)));
                world.tell(new Happening.Reacted(changed, user, emoji));
            }
        }
    }

    /** Takes a reaction off a message. */
    public void unreact(Message message, User user, String emoji) {
        synchronized (world) {
            unlessArchived(holding(message.channel()));
            var now = find(message.channel(), message.id()).orElseThrow(Rejected::unknownMessage);
            if (!Reactions.has(now.reactions(), emoji, user)) {
                throw Rejected.with(404, 10014, "Unknown Emoji");
            }
            var changed = replace(now, m -> m.with(Reactions.minus(m.reactions(), emoji, user)));
            world.tell(new Happening.Unreacted(changed, user, emoji));
        }
    }

    /** Someone types in a channel. */
    public void type(Channel channel, User user) {
        world.tell(new Happening.Typed(channel, user));
    }

    private static void unlessArchived(Channel channel) {
        if (channel.thread().filter(Channel.ThreadState::archived).isPresent()) {
            throw Rejected.archivedThread();
        }
    }

    private Message replace(Message message, UnaryOperator<Message> change) {
        return history.change(message, change).orElseThrow(Rejected::unknownMessage);
    }

    /** The message with this id in a channel. */
    public Optional<Message> find(long channel, long id) {
        synchronized (world) {
            return Optional.ofNullable(history.of(channel).get(id));
        }
    }

    /** Everything in a channel, oldest first. */
    public List<Message> all(long channel) {
        synchronized (world) {
            return List.copyOf(history.of(channel).values());
        }
    }

    /** How many messages are in a channel. */
    public int count(long channel) {
        synchronized (world) {
            return history.of(channel).size();
        }
    }

    /** The latest message of a channel. */
    public OptionalLong last(long channel) {
        synchronized (world) {
            var messages = history.of(channel);
            return messages.isEmpty() ? OptionalLong.empty() : OptionalLong.of(messages.lastKey());
        }
    }

    /** A page of a channel's history, newest first. */
    public List<Message> page(long channel, Page page) {
        synchronized (world) {
            var found = page.of(history.of(channel));
            return found.stream().sorted(Comparator.comparingLong(Message::id).reversed()).toList();
        }
    }
}
