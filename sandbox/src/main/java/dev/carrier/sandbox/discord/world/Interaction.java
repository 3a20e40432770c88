package dev.carrier.sandbox.discord.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Somebody used a command. Immutable; what becomes of it is a new value under the same id.
 *
 * @param token by which its application answers, for 15 minutes
 * @param options what was given with the command, by name
 * @param state how far its answer is
 * @param ephemeral only who used the command sees the answer
 * @param original the message that the answer is; absent before there is one, and when it is gone
 * @param whispers what only who used the command sees, oldest first
 * @param edits how often the original was edited
 * @param expired its token is not taken any more
 */
public record Interaction(
        long id,
        String token,
        Bot bot,
        Channel channel,
        User user,
        Command command,
        Map<String, String> options,
        State state,
        boolean ephemeral,
        OptionalLong original,
        List<Whisper> whispers,
        int edits,
        boolean expired) {
    public Interaction {
        options = Map.copyOf(options);
        whispers = List.copyOf(whispers);
    }

    /** How far an answer is. */
    public enum State {
        /** The application has said nothing. */
        NEW,
        /** The application has said that it will answer: its user sees it think. */
        DEFERRED,
        /** There is an answer. */
        ANSWERED
    }

    /** A message that one person sees; it is in no channel's history. */
    public record Whisper(long id, String content) {}

    /** The whisper with this id. */
    public Optional<Whisper> whisper(long wanted) {
        return whispers.stream().filter(one -> one.id() == wanted).findFirst();
    }

    Interaction with(
            State now, boolean hidden, OptionalLong message, List<Whisper> said, int changes) {
        return new Interaction(
                id, token, bot, channel, user, command, options, now, hidden, message, said,
                changes, expired);
    }

    Interaction ended() {
        return new Interaction(
                id, token, bot, channel, user, command, options, state, ephemeral, original,
                whispers, edits, true);
    }
}
