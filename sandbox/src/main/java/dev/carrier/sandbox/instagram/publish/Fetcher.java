package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.orders.Answer;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Outcome;
import dev.carrier.sandbox.orders.Where;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Fetches media as Meta does: with its crawler's name, only where robots.txt lets it, following
 * redirects to wherever they lead, and taking nothing but images and videos. Every fetch goes by
 * way of the orders at {@code media.fetch}, where 504 is too slow and everything but 200 is not
 * fetched; {@code account} is the account for which it is done. Blocks; safe for use by many
 * threads.
 *
 * @see <a href="https://developers.facebook.com/docs/sharing/webmasters/web-crawlers">Meta's web
 *     crawlers</a>
 */
final class Fetcher implements AutoCloseable {
    static final String AGENT =
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)";

    /** More than the largest video that is allowed: what is too large is to be seen as that. */
    private static final long MOST = 400L << 20;

    private static final int GATEWAY_TIMEOUT = 504;
    private static final int BAD_GATEWAY = 502;
    private static final int FORBIDDEN = 403;

    private final Orders orders;
    private Optional<HttpClient> http = Optional.empty();

    Fetcher(Orders orders) {
        this.orders = orders;
    }

    /**
     * What came of a fetch.
     *
     * @param type its content type; blank when nothing came
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fetched(Optional<Fault> fault, String type, byte[] bytes) {
        static Fetched not(Fault fault) {
            return new Fetched(Optional.of(fault), "", new byte[0]);
        }
    }

    /** Fetches {@code url}, within {@code patience} for each request: an image or a video. */
    Fetched fetch(String account, URI url, Duration patience) {
        return fetch(
                account,
                url,
                patience,
                type -> type.startsWith("image/") || type.startsWith("video/"));
    }

    /** Fetches what has one of these content types. */
    Fetched fetch(String account, URI url, Duration patience, Predicate<String> taken) {
        var exchange = new Exchange(Where.MEDIA_FETCH, "GET", url.getPath(), account, "");
        return switch (orders.through(exchange, () -> allowed(url, patience))) {
            case Outcome.Cut _ -> Fetched.not(Fault.NOT_FETCHED);
            case Outcome.Answered(var answer) -> {
                orders.answered(exchange, answer);
                yield read(answer, taken);
            }
        };
    }

    private static Fetched read(Answer answer, Predicate<String> taken) {
        var type = answer.headers().getOrDefault("Content-Type", "").toLowerCase(Locale.ROOT);
        if (answer.status() == GATEWAY_TIMEOUT) {
            return Fetched.not(Fault.TOO_SLOW);
        }
        return answer.status() == 200 && taken.test(type)
                ? new Fetched(Optional.empty(), type, answer.body())
                : Fetched.not(Fault.NOT_FETCHED);
    }

    private Answer allowed(URI url, Duration patience) {
        var robots = get(url.resolve("/robots.txt"), patience);
        var text = new String(robots.body(), StandardCharsets.UTF_8);
        var asked =
                Objects.requireNonNullElse(url.getRawPath(), "/")
                        + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        // RFC 9309, 2.3.1: without such a file all is allowed, with a server that fails nothing is.
        var allowed = robots.status() == 200 ? Robots.allow(text, asked) : robots.status() < 500;
        return allowed ? get(url, patience) : Answer.text(FORBIDDEN, "text/plain", "robots.txt");
    }

    private Answer get(URI url, Duration patience) {
        var request =
                HttpRequest.newBuilder(url)
                        .header("User-Agent", AGENT)
                        .header("Accept", "*/*")
                        .build();
        // A request's own timeout ends with the headers; this one is about all of it.
        var sent =
                client().sendAsync(
                                request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
        try {
            var response = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), Map.of("Content-Type", type), response.body());
        } catch (TimeoutException e) {
            sent.cancel(true);
            return Answer.text(GATEWAY_TIMEOUT, "text/plain", "too slow");
        } catch (ExecutionException e) {
            return Answer.text(BAD_GATEWAY, "text/plain", "no connection, or broken off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.text(BAD_GATEWAY, "text/plain", "interrupted");
        }
    }

    /** Made when it is needed: most sandboxes publish nothing. */
    private synchronized HttpClient client() {
        if (http.isEmpty()) {
            http =
                    Optional.of(
                            HttpClient.newBuilder()
                                    .version(HttpClient.Version.HTTP_1_1)
                                    .followRedirects(HttpClient.Redirect.NORMAL)
                                    .build());
        }
        return http.get();
    }

    @Override
    public synchronized void close() {
        http.ifPresent(HttpClient::shutdownNow);
    }
}
