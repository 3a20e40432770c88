package dev.carrier.responder.discord;

import dev.carrier.runtime.gateway.Pace;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Watches what Discord answers to one account: how long a channel, or everything, is limited, and
 * how much is refused. JDA waits out a limit by itself, however long it is; whoever cannot wait so
 * long asks here. JDA learns of the limit of everything only by running into it, each session for
 * itself: here requests are spread below it, and while it lasts none goes out. Thread-safe.
 *
 * @see <a href="https://docs.discord.com/developers/topics/rate-limits">Rate limits</a>
 */
final class Brakes implements Interceptor {
    private static final Pattern MESSAGES = Pattern.compile("/channels/(\\d+)/messages$");
    private static final int MOST_CHANNELS = 10_000;

    private final InvalidRequests invalid;
    private final Pace pace;
    private final InstantSource clock;
    private final Map<String, Instant> channels = new ConcurrentHashMap<>();
    private final Map<String, Integer> under = new ConcurrentHashMap<>();
    private final LongAdder rateLimited = new LongAdder();
    private volatile Instant everything = Instant.EPOCH;
    private volatile double remaining = Double.NaN;

    /**
     * @param invalid of the process
     * @param pace of the account
     */
    Brakes(InvalidRequests invalid, Pace pace, InstantSource clock) {
        this.invalid = invalid;
        this.pace = pace;
        this.clock = clock;
    }

    /** Nothing can be sent before that time. */
    static final class On extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        private final transient Instant until;

        On(Instant until, String why) {
            super(why);
            this.until = until;
        }

        Instant until() {
            return until;
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Optional<String> channel = posted(chain.request());
        channel.ifPresent(it -> under.merge(it, 1, Integer::sum));
        Response answer;
        try {
            rest();
            Optional<Response> held = held(chain.request());
            if (held.isPresent()) {
                return held.get();
            }
            answer = chain.proceed(chain.request());
        } finally {
            channel.ifPresent(it -> under.computeIfPresent(it, (_, n) -> n == 1 ? null : n - 1));
        }
        remaining = remaining(answer);
        if (answer.code() == 429) {
            rateLimited.increment();
            limited(channel, answer);
        } else if (answer.code() == 401 || answer.code() == 403) {
            invalid.refused(clock.instant());
        }
        return answer;
    }

    /** How many answers were 429. */
    double rateLimited() {
        return rateLimited.sum();
    }

    /** Requests left in the bucket of the last answer that told; NaN before one. */
    double remaining() {
        return remaining;
    }

    private double remaining(Response answer) {
        try {
            return Double.parseDouble(answer.header("X-RateLimit-Remaining", ""));
        } catch (NumberFormatException untold) {
            return remaining;
        }
    }

    /** What stands in the way of a message for longer than this; empty when nothing does. */
    Optional<On> before(String channel, Instant patience) {
        Instant now = clock.instant();
        Optional<Instant> stopped = invalid.stoppedUntil(now);
        if (stopped.isPresent()) {
            return Optional.of(
                    new On(
                            stopped.get(),
                            "Discord refused "
                                    + invalid.count(now)
                                    + " requests within ten minutes: nothing is sent until "
                                    + stopped.get()
                                    + ", or it would ban this address"));
        }
        return limit(channel, patience);
    }

    /** The same for one that waits in JDA's queue: not while it may be under way. */
    Optional<On> waiting(String channel, Instant patience) {
        return under.containsKey(channel) ? Optional.empty() : limit(channel, patience);
    }

    private Optional<On> limit(String channel, Instant patience) {
        Instant until = channels.getOrDefault(channel, Instant.MIN);
        boolean all = everything.isAfter(until);
        Instant last = all ? everything : until;
        return last.isAfter(patience)
                ? Optional.of(
                        new On(
                                last,
                                "Discord's rate limit"
                                        + (all ? " of everything" : " here")
                                        + " until "
                                        + last
                                        + " (429)"))
                : Optional.empty();
    }

    private void rest() throws IOException {
        try {
            Thread.sleep(pace.take(System.nanoTime()));
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("ending").initCause(ending);
        }
    }

    /** While everything is limited: Discord's own answer, without asking for it again. */
    private Optional<Response> held(Request request) {
        Duration left = Duration.between(clock.instant(), everything);
        if (!left.isPositive()) {
            return Optional.empty();
        }
        String body =
                "{\"message\":\"You are being rate limited.\",\"retry_after\":%d,\"global\":true}"
                        .formatted(left.toSeconds() + 1);
        return Optional.of(
                new Response.Builder()
                        .request(request)
                        .protocol(Protocol.HTTP_1_1)
                        .code(429)
                        .message("Too Many Requests")
                        // Without Via JDA takes it for one of Cloudflare's.
                        .header("Via", "1.1 here")
                        .header("Retry-After", Long.toString(left.toSeconds() + 1))
                        .header("X-RateLimit-Global", "true")
                        .header("X-RateLimit-Scope", "global")
                        .body(ResponseBody.create(body, MediaType.get("application/json")))
                        .build());
    }

    private static Optional<String> posted(Request request) {
        Matcher messages = MESSAGES.matcher(request.url().encodedPath());
        return request.method().equals("POST") && messages.find()
                ? Optional.of(messages.group(1))
                : Optional.empty();
    }

    private void limited(Optional<String> channel, Response answer) {
        Instant now = clock.instant();
        // A limit that others share is not held against us.
        if (!"shared".equals(answer.header("X-RateLimit-Scope"))) {
            invalid.refused(now);
        }
        Instant until = now.plus(wait(answer));
        if ("true".equals(answer.header("X-RateLimit-Global"))
                || "global".equals(answer.header("X-RateLimit-Scope"))) {
            everything = until;
        } else if (channel.isPresent()) {
            if (channels.size() > MOST_CHANNELS) {
                channels.values().removeIf(now::isAfter);
            }
            channels.put(channel.get(), until);
        }
    }

    private static Duration wait(Response answer) {
        try {
            double seconds = Double.parseDouble(answer.header("Retry-After", "0"));
            return Duration.ofMillis(Math.round(Math.max(0, Math.min(seconds, 86_400)) * 1000));
        } catch (NumberFormatException unreadable) {
            return Duration.ZERO;
        }
    }
}
