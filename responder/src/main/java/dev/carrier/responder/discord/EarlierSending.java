package dev.carrier.responder.discord;

import dev.carrier.contracts.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/** Looks on Discord for a part that may have been sent before. Thread-safe; blocks. */
final class EarlierSending {
    /** How many messages after the trigger are looked through, in hundreds. */
    private static final int LOOK_PAGES = 5;

    private static final Duration A_LOOK_TAKES = Duration.ofSeconds(20);

    private final Answers answers;
    private final InstantSource clock;

    EarlierSending(Answers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Looks through one channel; empty when it is not there.
     *
     * @param wanted the message to which it refers there
     */
    Optional<Message> in(MessageChannel channel, Response.Say say, Optional<String> wanted) {
        String after = say.after().message();
        for (int page = 0; page < LOOK_PAGES; page++) {
            List<Message> newestFirst =
                    answers.within(
                                    channel.getHistoryAfter(after, 100),
                                    clock.instant().plus(A_LOOK_TAKES),
                                    () -> true)
                            .getRetrievedHistory();
            for (Message message : newestFirst.reversed()) {
                if (isIt(channel, message, say, wanted)) {
                    return Optional.of(message);
                }
            }
            if (newestFirst.size() < 100) {
                break;
            }
            after = newestFirst.getFirst().getId();
        }
        return Optional.empty();
    }

    /**
     * The same author, text, files and reference: it is the part, sent before. To a message that is
     * deleted Discord leaves the reference away.
     */
    private boolean isIt(
            MessageChannel channel, Message message, Response.Say say, Optional<String> wanted) {
        if (!message.getAuthor().getId().equals(channel.getJDA().getSelfUser().getId())
                || !message.getContentRaw().strip().equals(say.text().strip())
                || !Files.same(message, say)) {
            return false;
        }
        Optional<String> refersTo =
                Optional.ofNullable(message.getMessageReference())
                        .map(MessageReference::getMessageId);
        return refersTo.equals(wanted)
                || (refersTo.isEmpty() && wanted.filter(id -> gone(channel, id)).isPresent());
    }

    private boolean gone(MessageChannel channel, String message) {
        try {
            answers.within(
                    channel.retrieveMessageById(message),
                    clock.instant().plus(A_LOOK_TAKES),
                    () -> true);
            return false;
        } catch (ErrorResponseException answer) {
            if (answer.getErrorResponse() == ErrorResponse.UNKNOWN_MESSAGE) {
                return true;
            }
            throw answer;
        }
    }
}
