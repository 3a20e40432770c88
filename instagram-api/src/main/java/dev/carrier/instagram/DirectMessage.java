package dev.carrier.instagram;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message of a conversation.
 *
 * @param text empty for one that is an attachment only
 * @param files what came with it
 * @param story the address of a story that mentions the account; absent otherwise
 * @param toStory it answers a story of the account
 * @param unsupported Instagram does not show apps what it is
 */
public record DirectMessage(
        String id,
        Optional<Instant> at,
        Optional<Who> from,
        List<Who> to,
        String text,
        List<SentFile> files,
        Optional<String> story,
        boolean toStory,
        boolean unsupported) {
    public DirectMessage {
        to = List.copyOf(to);
        files = List.copyOf(files);
    }
}
