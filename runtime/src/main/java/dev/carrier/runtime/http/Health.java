package dev.carrier.runtime.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The named checks of a process. A check says what is wrong in a sentence, or nothing; one that
 * throws or takes longer than 2 seconds is red. Thread-safe.
 */
public final class Health {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * What one check said.
     *
     * @param why what is wrong, in a sentence; empty when it is ok
     * @param warning what an operator should know although it is ok
     */
    public record Check(String name, Optional<String> why, Optional<String> warning) {
        public boolean ok() {
            return why.isEmpty();
        }
    }

    private record Asked(
            boolean vital,
            Supplier<Optional<String>> trouble,
            Supplier<Optional<String>> warning) {}

    private final Map<String, Asked> checks = new LinkedHashMap<>();

    /** A check that must be ok for the process to be ready. */
    public void check(String name, Supplier<Optional<String>> trouble) {
        put(name, new Asked(false, trouble, Optional::empty));
    }

    /**
     * The same where there may be something to say although it is ok.
     *
     * @param warning answers at once
     */
    public void check(
            String name, Supplier<Optional<String>> trouble, Supplier<Optional<String>> warning) {
        put(name, new Asked(false, trouble, warning));
    }

    /** A check that must be ok for the process to be worth keeping: red means restart it. */
    public void vital(String name, Supplier<Optional<String>> trouble) {
        put(name, new Asked(true, trouble, Optional::empty));
    }

    /** All checks, in the order in which they were added. */
    public List<Check> ready() {
        return ask(false);
    }

    /** The vital ones. */
    public List<Check> live() {
        return ask(true);
    }

    private synchronized void put(String name, Asked asked) {
        checks.put(name, asked);
    }

    private synchronized Map<String, Asked> all() {
        return new LinkedHashMap<>(checks);
    }

    private List<Check> ask(boolean vitalOnly) {
        Map<String, FutureTask<Optional<String>>> tasks = new LinkedHashMap<>();
        Map<String, Supplier<Optional<String>>> warnings = new LinkedHashMap<>();
        all().forEach((name, asked) -> {
            if (asked.vital() || !vitalOnly) {
                var task = new FutureTask<>(asked.trouble()::get);
                tasks.put(name, task);
                warnings.put(name, asked.warning());
                Thread.ofVirtual().name("check-" + name).start(task);
            }
        });
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Check> said = new ArrayList<>();
        tasks.forEach((name, task) -> {
            var why = said(task, end);
            var warning =
                    why.isPresent()
                            ? Optional.<String>empty()
                            : warnings.getOrDefault(name, Optional::empty).get();
            said.add(new Check(name, why, warning));
        });
        return List.copyOf(said);
    }

    private static Optional<String> said(FutureTask<Optional<String>> task, long end) {
        try {
            return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            task.cancel(true);
            return Optional.of("did not answer within 2 s");
        } catch (ExecutionException problem) {
            return Optional.of("the check failed: " + problem.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("the check was interrupted");
        }
    }
}
