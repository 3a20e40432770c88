package dev.carrier.ingest.instagram;

import com.sun.net.httpserver.HttpExchange;
import dev.carrier.runtime.SharedThreads;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request, neither more than allowed nor for longer than allowed. */
final class Body {
    private Body() {}

    /**
     * The body; empty when it is larger than that. What is too large is read on for a little, so
     * that whoever sends it hears why it is refused.
     *
     * @param within after which the connection is cut
     * @throws IOException when it broke off, or was cut
     */
    static Optional<byte[]> read(HttpExchange exchange, int most, Duration within)
            throws IOException {
        var cut =
                SharedThreads.timers()
                        .schedule(exchange::close, within.toMillis(), TimeUnit.MILLISECONDS);
        try {
            InputStream in = exchange.getRequestBody();
            if (length(exchange) > most) {
                in.skip(most);
                return Optional.empty();
            }
            byte[] body = in.readNBytes(most);
            if (in.read() >= 0) {
                in.skip(most);
                return Optional.empty();
            }
            return Optional.of(body);
        } finally {
            cut.cancel(false);
        }
    }

    private static long length(HttpExchange exchange) {
        @Nullable String length = exchange.getRequestHeaders().getFirst("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException problem) {
            return 0;
        }
    }
}
