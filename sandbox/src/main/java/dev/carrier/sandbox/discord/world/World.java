package dev.carrier.sandbox.discord.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who and what exists: users, bots, guilds, channels. What was written is in {@link Talk}. Safe for
 * use by many threads; its monitor is the order of all things: listeners are called under it and
 * must not block.
 */
public final class World {
    private final LaggingClock clock;
    private final Snowflakes ids;
    private final Map<Long, User> users = new LinkedHashMap<>();
    private final Map<Long, Bot> bots = new LinkedHashMap<>();
    private final Map<Long, Guild> guilds = new LinkedHashMap<>();
    private final Map<Long, Channel> channels = new LinkedHashMap<>();
    private final Set<Long> closedToDms = new HashSet<>();
    private final List<Consumer<Happening>> listeners = new ArrayList<>();

    /** An empty world in the time of {@code real}, that much behind. */
    public World(Clock real, Duration behind) {
        this.clock = new LaggingClock(real, behind);
        this.ids = new Snowflakes(clock);
    }

    /** Its time. */
    public Clock clock() {
        return clock;
    }

    /** Its time is that much behind; never more than before, as ids and times only grow. */
    public void behind(Duration lag) {
        clock.behind(lag);
    }

    /** A new snowflake. */
    public long newId() {
        return ids.next();
    }

    /** {@code listener} is told of everything from now on, in order, under the world's monitor. */
    public synchronized void listen(Consumer<Happening> listener) {
        listeners.add(listener);
    }

    /** Tells {@code happening} to all listeners. */
    synchronized void tell(Happening happening) {
        listeners.forEach(listener -> listener.accept(happening));
    }

    /** A new person. */
    public synchronized User person(String name) {
        var user = new User(newId(), name, User.Kind.PERSON);
        users.put(user.id(), user);
        tell(new Happening.Born(user));
        return user;
    }

    /** A new bot; without {@code token} it gets one. */
    public synchronized Bot bot(
            String name, Optional<String> token, OptionalLong owner, boolean privileged) {
        var user = new User(newId(), name, User.Kind.BOT);
        var bot = new Bot(user, token.orElseGet(() -> Tokens.of(user.id())), owner, privileged);
        users.put(user.id(), user);
        bots.put(user.id(), bot);
        tell(new Happening.Born(user));
        return bot;
    }

    /** Whether {@code person} takes DMs from bots. */
    public synchronized void takesDms(long person, boolean open) {
        if (open) {
            closedToDms.remove(person);
        } else {
            closedToDms.add(person);
        }
    }

    /** Whether {@code person} takes DMs from bots. */
    public synchronized boolean takesDms(long person) {
        return !closedToDms.contains(person);
    }

    /** A new guild with a text channel {@code general}; its owner is its first member. */
    public synchronized Guild guild(String name, long owner) {
        var guild = new Guild(newId(), name, owner);
        guilds.put(guild.id(), guild);
        join(guild, owner, 0);
        return guild;
    }

    /**
     * Makes {@code user} a member, with a role of their own if {@code permissions} is not 0; again
     * is nothing.
     */
    public synchronized void join(Guild guild, long user, long permissions) {
        var who = users.get(user);
        if (who == null || guild.member(user).isPresent()) {
            return;
        }
        var member = new Member(who, clock.instant(), List.of(), Optional.empty());
        guild.add(member);
        if (permissions != 0) {
            var role = new Role(newId(), who.name(), permissions);
            guild.add(role);
            guild.give(user, role.id());
        }
        tell(new Happening.Joined(guild, guild.member(user).orElse(member)));
    }

    /** A new role of a guild, without permissions of its own. */
    public synchronized Role role(Guild guild, String name) {
        var role = new Role(newId(), name, 0);
        guild.add(role);
        tell(new Happening.RoleMade(guild, role));
        return role;
    }

    /** Gives a member a role, or takes it away. */
    public synchronized void give(Guild guild, long user, long role, boolean has) {
        guild.take(user, role);
        if (has) {
            guild.give(user, role);
        }
        guild.member(user).ifPresent(member -> tell(new Happening.MemberChanged(guild, member)));
    }

    /** A moderator silences {@code user} in a guild until then; empty ends it. */
    public synchronized void timeOut(Guild guild, long user, Optional<Instant> until) {
        guild.member(user)
                .map(member -> member.timedOut(until))
                .ifPresent(member -> {
                    guild.add(member);
                    tell(new Happening.MemberChanged(guild, member));
                });
    }

    /** An outage of {@code guild} begins or ends. */
    public synchronized void available(Guild guild, boolean available) {
        if (guild.available() != available) {
            guild.available(available);
            tell(new Happening.Outage(guild));
        }
    }

    /** Ends the membership of {@code user}. */
    public synchronized void leave(Guild guild, long user) {
        guild.member(user)
                .ifPresent(member -> {
                    tell(new Happening.Left(guild, member));
                    guild.remove(user);
                });
    }

    /** A new channel of a guild. */
    public synchronized Channel channel(
            Guild guild, Channel.Kind kind, String name, OptionalLong parent) {
        var channel =
                new Channel(
                        newId(),
                        kind,
                        OptionalLong.of(guild.id()),
                        parent,
                        name,
                        List.of(),
                        List.of(),
                        Optional.empty());
        return open(channel);
    }

    /** A new public thread under {@code parent}; begun from a message it has that message's id. */
    synchronized Channel thread(Channel parent, String name, long owner, OptionalLong from) {
        var state = new Channel.ThreadState(owner, false, false, clock.instant(), List.of(owner));
        var thread =
                new Channel(
                        from.orElseGet(this::newId),
                        Channel.Kind.THREAD,
                        parent.guild(),
                        OptionalLong.of(parent.id()),
                        name,
                        List.of(),
                        List.of(),
                        Optional.of(state));
        return open(thread);
    }

    /** The DM channel of the two; a new one if there is none. */
    public synchronized Channel dm(long one, long other) {
        return channels.values().stream()
                .filter(c -> c.kind() == Channel.Kind.DM)
                .filter(c -> c.recipients().containsAll(List.of(one, other)))
                .findFirst()
                .orElseGet(() ->
                        open(
                                new Channel(
                                        newId(),
                                        Channel.Kind.DM,
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        "",
                                        List.of(one, other),
                                        List.of(),
                                        Optional.empty())));
    }

    private Channel open(Channel channel) {
        channels.put(channel.id(), channel);
        tell(new Happening.Opened(channel));
        return channel;
    }

    /** Replaces a channel by its new form. */
    public synchronized Channel change(Channel channel) {
        channels.put(channel.id(), channel);
        tell(new Happening.Changed(channel));
        return channel;
    }

    /** Deletes a channel and the threads in it. */
    public synchronized void close(Channel channel) {
        threads(channel).forEach(this::close);
        channels.remove(channel.id());
        tell(new Happening.Closed(channel));
    }

    /** The user with this id. */
    public synchronized Optional<User> user(long id) {
        return Optional.ofNullable(users.get(id));
    }

    /** Everyone, oldest first. */
    public synchronized List<User> users() {
        return List.copyOf(users.values());
    }

    /** The bot with this token. */
    public synchronized Optional<Bot> botWith(String token) {
        return bots.values().stream().filter(b -> b.token().equals(token)).findFirst();
    }

    /** The bot with this id. */
    public synchronized Optional<Bot> bot(long id) {
        return Optional.ofNullable(bots.get(id));
    }

    /** The guild with this id. */
    public synchronized Optional<Guild> guild(long id) {
        return Optional.ofNullable(guilds.get(id));
    }

    /** All guilds, oldest first. */
    public synchronized List<Guild> guilds() {
        return List.copyOf(guilds.values());
    }

    /** The guilds of which {@code user} is a member. */
    public synchronized List<Guild> guildsOf(long user) {
        return guilds.values().stream().filter(g -> g.member(user).isPresent()).toList();
    }

    /** The guild that {@code channel} is in; empty for a DM. */
    public synchronized Optional<Guild> guildOf(Channel channel) {
        return channel.guild().isPresent() ? guild(channel.guild().getAsLong()) : Optional.empty();
    }

    /** The channel, thread or DM with this id. */
    public synchronized Optional<Channel> channel(long id) {
        return Optional.ofNullable(channels.get(id));
    }

    /** All channels, threads and DMs, oldest first. */
    public synchronized List<Channel> channels() {
        return List.copyOf(channels.values());
    }

    /** The channels of a guild without its threads. */
    public synchronized List<Channel> channels(Guild guild) {
        return channels.values().stream()
                .filter(c -> c.guild().equals(OptionalLong.of(guild.id())) && !c.kind().thread())
                .toList();
    }

    /** The threads of a channel. */
    public synchronized List<Channel> threads(Channel parent) {
        return channels.values().stream()
                .filter(c -> c.kind().thread() && c.parent().equals(OptionalLong.of(parent.id())))
                .toList();
    }
}
