package dev.carrier.ingest.discord;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Discord's REST API for as long as it takes. To be called from virtual threads only. */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private Asking() {}

    /**
     * Discord's answer.
     *
     * @param what for the log
     * @param question made anew for each attempt, because the session may be another by then
     * @return empty when Discord says no: not there, not allowed
     */
    static <T> Optional<T> patiently(String what, Supplier<? extends RestAction<T>> question)
            throws InterruptedException {
        var pause = FIRST_PAUSE;
        while (true) {
            try {
                return Optional.ofNullable(question.get().complete());
            } catch (InsufficientPermissionException refused) {
                return Optional.empty();
            } catch (ErrorResponseException problem) {
                if (isRefusal(problem)) {
                    return Optional.empty();
                }
                pause = wait(what, pause, problem);
            } catch (RuntimeException problem) {
                pause = wait(what, pause, problem);
            }
        }
    }

    private static Duration wait(String what, Duration pause, RuntimeException problem)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw (InterruptedException) new InterruptedException().initCause(problem);
        }
        LOG.atWarn()
                .addKeyValue("what", what)
                .addKeyValue("why", problem.toString())
                .addKeyValue("again", pause)
                .log("Discord did not answer");
        Thread.sleep(pause);
        var next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    /**
     * A client error that asking again will not change; 429 is JDA's to wait out. 401 is about the
     * token and not about what was asked: whoever took it for "there is nothing" would pass over
     * what was missed.
     */
    private static boolean isRefusal(ErrorResponseException problem) {
        int status = problem.getResponse().code;
        return status >= 400 && status < 500 && status != 401 && status != 408 && status != 429;
    }
}
