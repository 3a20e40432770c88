package dev.carrier.responder.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Waits for Discord's answers, for as long as they are wanted. Behind a rate limit JDA looks at a
 * request's deadline only when it sweeps its queues, every half minute: too long for those who wait
 * in line.
 */
final class Answers {
    /** A request that is under way has ended by then; what takes longer stands in JDA's queue. */
    private static final Duration A_REQUEST_TAKES = Duration.ofSeconds(12);

    private final InstantSource clock;

    Answers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Discord's answer. Blocks until shortly after {@code notAfter} at most, also when interrupted:
     * what is under way has an end worth knowing.
     *
     * @param still asked right before the request goes out
     * @throws CancellationException when {@code still} said no
     */
    <T> T within(RestAction<T> action, Instant notAfter, BooleanSupplier still) {
        CompletableFuture<T> answer =
                action.deadline(notAfter.toEpochMilli()).setCheck(still).submit();
        Duration patience = Duration.between(clock.instant(), notAfter.plus(A_REQUEST_TAKES));
        try {
            return answer.copy()
                    .orTimeout(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException problem) {
            if (!answer.isDone()) {
                answer.cancel(true);
                throw new IllegalStateException(new TimeoutException());
            }
            throw switch (problem.getCause()) {
                case CancellationException notWanted -> notWanted;
                case RuntimeException discords -> discords;
                case Throwable other -> new IllegalStateException(other);
                case null -> problem;
            };
        }
    }
}
