package dev.carrier.sandbox.discord.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where people talk. Immutable; the {@link World} holds its present form.
 *
 * @param guild empty for a DM
 * @param parent the category of a channel, the channel of a thread
 * @param recipients the two parties of a DM
 * @param thread what only a thread has
 */
public record Channel(
        long id,
        Kind kind,
        OptionalLong guild,
        OptionalLong parent,
        String name,
        List<Long> recipients,
        List<Overwrite> overwrites,
        Optional<ThreadState> thread) {
    /**
     * Discord's channel types.
     * https://docs.discord.com/developers/resources/channel#channel-object-channel-types
     */
    public enum Kind {
        /** A text channel of a guild. */
        TEXT(0),
        /** Two users. */
        DM(1),
        /** A heading for channels. */
        CATEGORY(4),
        /** A public thread. */
        THREAD(11),
        /** A channel that holds threads only. */
        FORUM(15);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** Discord's number of it. */
        public int code() {
            return code;
        }

        /** Whether it is a thread. */
        public boolean thread() {
            return this == THREAD;
        }

        /** Whether messages can be in it. */
        public boolean holdsMessages() {
            return this == TEXT || this == DM || this == THREAD;
        }
    }

    /**
     * What only a thread has. {@code members} are those who joined; everyone who sees the parent
     * may read.
     */
    public record ThreadState(
            long owner, boolean archived, boolean locked, Instant since, List<Long> members) {}

    /** The same under another name. */
    public Channel named(String value) {
        return new Channel(id, kind, guild, parent, value, recipients, overwrites, thread);
    }

    /** The same with another state of its thread. */
    public Channel with(ThreadState state) {
        return new Channel(
                id, kind, guild, parent, name, recipients, overwrites, Optional.of(state));
    }

    /** The same with an overwrite added, or replaced if its target has one. */
    public Channel with(Overwrite overwrite) {
        var all = new ArrayList<>(overwrites);
        all.removeIf(o -> o.target() == overwrite.target());
        all.add(overwrite);
        return new Channel(id, kind, guild, parent, name, recipients, List.copyOf(all), thread);
    }
}
