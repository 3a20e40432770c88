package dev.carrier.responder.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Waits for Discord's answers, for as long as they are wanted. Behind a rate limit JDA looks at a
 * request's deadline only when it sweeps its queues, every half minute: too long for those who wait
 * in line.
 */
final class Answers {
    /** A request that is under way has ended by then; what takes longer stands in JDA's queue. */
    private static final Duration A_REQUEST_TAKES = Duration.ofSeconds(12);

    private static final Duration LOOK = Duration.ofMillis(500);

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
        return within(action, notAfter, still, Optional::empty);
    }

    /**
     * The same, given up as soon as it is known that nothing can be sent in time.
     *
     * @param hopeless asked about twice a second
     * @throws Brakes.On what it gave
     */
    <T> T within(
            RestAction<T> action,
            Instant notAfter,
            BooleanSupplier still,
            Supplier<Optional<Brakes.On>> hopeless) {
        var givenUp = new AtomicBoolean();
        CompletableFuture<T> answer =
                action.deadline(notAfter.toEpochMilli())
                        .setCheck(() -> !givenUp.get() && still.getAsBoolean())
                        .submit();
        Duration patience = Duration.between(clock.instant(), notAfter.plus(A_REQUEST_TAKES));
        long end = System.nanoTime() + Math.max(1_000_000, patience.toNanos());
        while (!answer.isDone() && System.nanoTime() < end - LOOK.toNanos()) {
            if (looked(answer)) {
                break;
            }
            Optional<Brakes.On> stopped = hopeless.get();
            // First nothing more may go out, then what did go out is looked for once more.
            givenUp.set(stopped.isPresent());
            if (stopped.isPresent() && hopeless.get().isPresent() && answer.cancel(false)) {
                throw stopped.get();
            }
        }
        try {
            return answer.copy()
                    .orTimeout(Math.max(1_000_000, end - System.nanoTime()), TimeUnit.NANOSECONDS)
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

    /** Waits a moment; true when there is an answer, whatever it is. */
    private static boolean looked(CompletableFuture<?> answer) {
        try {
            answer.copy().orTimeout(LOOK.toMillis(), TimeUnit.MILLISECONDS).join();
            return true;
        } catch (CompletionException | CancellationException problem) {
            return answer.isDone();
        }
    }
}
