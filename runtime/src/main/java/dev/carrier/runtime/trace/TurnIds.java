package dev.carrier.runtime.trace;

import dev.carrier.contracts.Ids;
import dev.carrier.contracts.TurnId;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The ids of spans: random ones, but for a turn's own, which derive from the turn. So whoever takes
 * a turn over after a crash goes on with its trace. Thread-safe.
 */
final class TurnIds implements IdGenerator {
    private static final IdGenerator RANDOM = IdGenerator.random();

    private static final ThreadLocal<TurnId> TURN = new ThreadLocal<>();

    /** Makes a span that is the turn's own. */
    <T> T of(TurnId its, Supplier<T> making) {
        TURN.set(its);
        try {
            return making.get();
        } finally {
            TURN.remove();
        }
    }

    /** The trace of a turn, 32 hexadecimal digits. */
    static String trace(TurnId turn) {
        return digits("trace", turn).substring(0, 32);
    }

    /** The span of a turn as a whole, 16 hexadecimal digits. */
    static String span(TurnId turn) {
        return digits("span", turn).substring(0, 16);
    }

    @Override
    public String generateSpanId() {
        var its = TURN.get();
        return its == null ? RANDOM.generateSpanId() : span(its);
    }

    @Override
    public String generateTraceId() {
        var its = TURN.get();
        return its == null ? RANDOM.generateTraceId() : trace(its);
    }

    private static String digits(String what, TurnId turn) {
        return Ids.sha256((what + ":" + turn.value()).getBytes(StandardCharsets.UTF_8));
    }
}
