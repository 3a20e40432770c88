package dev.carrier.pipeline.provider;

import dev.carrier.contracts.Step;
import java.util.Map;
import java.util.Optional;

/**
 * The tools that a character may call, by name.
 *
 * @param byName may be empty: then every call fails, saying so
 */
public record Tools(Map<String, Tool> byName) {
    public Tools {
        byName = Map.copyOf(byName);
    }

    /** No tool at all. */
    public static Tools none() {
        return new Tools(Map.of());
    }

    Optional<Tool> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Something that is done for a character. Implementations are thread-safe. */
    @FunctionalInterface
    public interface Tool {
        /**
         * Does it, on a virtual thread that may be interrupted.
         *
         * @return its text, untrusted
         * @throws Exception anything: the step fails
         */
        String call(Step.Call step) throws Exception;
    }
}
