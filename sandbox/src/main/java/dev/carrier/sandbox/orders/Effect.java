package dev.carrier.sandbox.orders;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What an order does to an exchange. */
public sealed interface Effect {
    /**
     * Answers at once with a status, without executing. {@code via} adds the header that tells
     * Discord from Cloudflare, {@code global} says of a 429 that it is about everything.
     */
    record Status(
            int status,
            OptionalInt retryAfterSeconds,
            boolean via,
            boolean global,
            Optional<String> body)
            implements Effect {}

    /** Executes nothing and says nothing for {@code time}, then cuts the connection. */
    record Hang(Duration time) implements Effect {}

    /** Cuts the connection without an answer, before or after the request is executed. */
    record Drop(boolean executed) implements Effect {}

    /**
     * Graph API: answers with an error by its codes. {@code executed}: it is done all the same, as
     * Meta does it now and then.
     */
    record GraphError(int code, OptionalInt subcode, boolean executed) implements Effect {}

    /** Waits, then goes on as usual. */
    record Slow(Duration time) implements Effect {}

    /** Stops at a point until the order is released. */
    record Hold(Point point) implements Effect {}

    /** Gateway: closes the connection with a code. */
    record Close(int code) implements Effect {}

    /** Gateway: op 9. If not resumable the session is forgotten. */
    record InvalidSession(boolean resumable) implements Effect {}

    /** Gateway: op 7. */
    record Reconnect() implements Effect {}

    /** Gateway: an event is delivered {@code times} more. */
    record Duplicate(int times) implements Effect {}

    /** Gateway: the TCP connection ends without a close frame. */
    record Cut() implements Effect {}

    /** Gateway: heartbeats of the connection are no longer acknowledged. */
    record Deaf() implements Effect {}

    /**
     * Gateway: the connection stays open and nothing goes over it any more, in either direction, as
     * behind a router that forgot it.
     */
    record Freeze() implements Effect {}

    /**
     * HTTP: executes, then answers with another status, more or other headers, or another body;
     * what is empty stays as it was.
     */
    record Altered(OptionalInt status, Map<String, String> headers, Optional<String> body)
            implements Effect {
        /** The headers as they are now. */
        public Altered {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * Media host: a transfer breaks once so many bytes are over, an upload together with its
     * control connection. If it {@code stalls} nothing is cut: an upload goes no further until its
     * client goes.
     */
    record CutAfter(long bytes, boolean stalls) implements Effect {}

    /**
     * Instagram: a container becomes {@code ERROR}, for the reason {@code subcode}, or {@code
     * EXPIRED}.
     */
    record Becomes(String status, int subcode) implements Effect {}

    /** Whether it makes an exchange wait, so that it can be released even after its last time. */
    default boolean waits() {
        return this instanceof Hold || this instanceof Hang || this instanceof Slow;
    }

    /** Whether this acts on a gateway connection as a whole rather than on one event. */
    default boolean onConnection() {
        return switch (this) {
            case Close _, InvalidSession _, Reconnect _, Cut _, Deaf _, Freeze _ -> true;
            case Status _, GraphError _, Hang _, Drop _, Slow _, Hold _, Duplicate _ -> false;
            case Altered _, CutAfter _, Becomes _ -> false;
        };
    }
}
