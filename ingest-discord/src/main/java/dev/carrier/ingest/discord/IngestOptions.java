package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.Pace;
import java.net.URI;
import java.time.Duration;
import net.dv8tion.jda.api.requests.RestConfig;

/**
 * How the worker listens.
 *
 * @param discordUrl the base of Discord's REST API with its version and a closing slash; another
 *     than Discord's own is also asked for its gateway
 * @param catchUpMessages how many missed messages of a channel are fetched at most, the newest
 * @param catchUpAge how far back they are fetched
 * @param queue how many events of a channel wait in memory at most; what does not fit is fetched
 *     from the history later
 * @param requestsPerSecond how many Discord allows an account, of which hearing takes its share
 */
public record IngestOptions(
        URI discordUrl,
        int catchUpMessages,
        Duration catchUpAge,
        int queue,
        int requestsPerSecond) {
    /** Discord itself. */
    public static final URI DISCORD = URI.create(RestConfig.DEFAULT_BASE_URL);

    public IngestOptions {
        if (!discordUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "the base of Discord's API ends with a slash: " + discordUrl);
        }
        if (catchUpMessages < 1 || queue < 1 || requestsPerSecond < 1) {
            throw new IllegalArgumentException(
                    "catchUpMessages, queue and requestsPerSecond are at least 1");
        }
    }

    /** The same with as many requests as Discord allows every bot. */
    public IngestOptions(URI discordUrl, int catchUpMessages, Duration catchUpAge, int queue) {
        this(discordUrl, catchUpMessages, catchUpAge, queue, Pace.ALLOWED);
    }

    /** 500 messages and 24 hours of catching up, 500 events waiting. */
    public static IngestOptions at(URI discordUrl) {
        return new IngestOptions(discordUrl, 500, Duration.ofHours(24), 500);
    }

    /** The same with other limits of catching up. */
    public IngestOptions catchingUp(int messages, Duration age) {
        return new IngestOptions(discordUrl, messages, age, queue, requestsPerSecond);
    }

    /** The same for accounts that Discord allows so many requests a second. */
    public IngestOptions allowed(int requests) {
        return new IngestOptions(discordUrl, catchUpMessages, catchUpAge, queue, requests);
    }

    boolean isDiscord() {
        return discordUrl.equals(DISCORD);
    }
}
