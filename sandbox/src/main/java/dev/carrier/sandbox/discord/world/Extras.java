package dev.carrier.sandbox.discord.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a message has besides text, files and embeds.
 *
 * @param voice whether it is a voice message: its only file is what was spoken
 * @param forwarded the message that it passes on, as it was then
 */
public record Extras(
        List<Sticker> stickers, Optional<Poll> poll, boolean voice, Optional<Message> forwarded) {
    /** Nothing of it. */
    public static final Extras NONE =
            new Extras(List.of(), Optional.empty(), false, Optional.empty());

    /** A picture out of a set. */
    public record Sticker(long id, String name) {}

    /** A question with answers to choose from. */
    public record Poll(
            String question, List<String> answers, boolean multiselect, Instant expiry) {}

    /** Whether a message needs nothing else to be one. */
    boolean suffices() {
        return !stickers.isEmpty() || poll.isPresent() || forwarded.isPresent();
    }
}
