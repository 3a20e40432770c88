package dev.carrier.responder.discord;

import dev.carrier.contracts.Response;
import dev.carrier.contracts.ThreadStart;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;

/**
 * The thread of a message, opened when it is first spoken in. A message can begin one thread only,
 * and its number is the thread's: however often it is tried, there is one. Where none may be opened
 * the channel itself is spoken in.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/resources/channel#start-thread-from-message">Start
 *     thread from message</a>
 */
final class Threads {
    private static final Duration ASKING_TAKES = Duration.ofSeconds(20);

    /** A thread has already been created for this message. */
    private static final int IS_THERE = 160004;

    private final Answers answers;
    private final InstantSource clock;

    Threads(Answers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Where a part is said; may open the thread.
     *
     * @param channel where the talk is
     * @throws Refusals.NotYet when the thread is there and this session does not know it yet
     */
    MessageChannel of(MessageChannel channel, Response.Say say, BooleanSupplier still) {
        Optional<ThreadStart> wanted = say.thread();
        if (wanted.isEmpty() || !(channel instanceof IThreadContainer parent) || !may(parent)) {
            return channel;
        }
        Optional<MessageChannel> known = cached(channel, wanted.get());
        return known.isPresent() ? known.get() : opened(parent, channel, say, wanted.get(), still);
    }

    /** The thread of a part, if it is there already; may ask Discord. */
    Optional<MessageChannel> known(MessageChannel channel, Response.Say say) {
        if (say.thread().isEmpty() || !(channel instanceof IThreadContainer parent)) {
            return Optional.empty();
        }
        return cached(channel, say.thread().get()).or(() -> archived(parent, say.thread().get()));
    }

    private MessageChannel opened(
            IThreadContainer parent,
            MessageChannel channel,
            Response.Say say,
            ThreadStart wanted,
            BooleanSupplier still) {
        try {
            return answers.within(
                    parent.createThreadChannel(wanted.name(), wanted.from().message()),
                    say.notAfter(),
                    still);
        } catch (ErrorResponseException answer) {
            if (answer.getErrorCode() == IS_THERE) {
                return archived(parent, wanted)
                        .orElseThrow(
                                () -> new Refusals.NotYet("its thread is there and not yet known"));
            }
            boolean refused = answer.getErrorCode() > 0 && answer.getResponse().code != 429;
            if (refused && answer.getErrorResponse() != ErrorResponse.UNKNOWN_MESSAGE) {
                return channel;
            }
            throw answer;
        }
    }

    private static boolean may(IThreadContainer parent) {
        Member self = parent.getGuild().getSelfMember();
        return self.hasPermission(
                parent, Permission.CREATE_PUBLIC_THREADS, Permission.MESSAGE_SEND_IN_THREADS);
    }

    private static Optional<MessageChannel> cached(MessageChannel channel, ThreadStart thread) {
        return Optional.ofNullable(channel.getJDA().getThreadChannelById(thread.from().message()));
    }

    private Optional<MessageChannel> archived(IThreadContainer parent, ThreadStart wanted) {
        Member self = parent.getGuild().getSelfMember();
        if (!self.hasPermission(parent, Permission.MESSAGE_HISTORY)) {
            return Optional.empty();
        }
        return answers
                .within(
                        parent.retrieveArchivedPublicThreadChannels().limit(100),
                        clock.instant().plus(ASKING_TAKES),
                        () -> true)
                .stream()
                .filter(thread -> thread.getId().equals(wanted.from().message()))
                .map((ThreadChannel thread) -> (MessageChannel) thread)
                .findFirst();
    }
}
