package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Unreadable;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * langchain4j's way to HTTP, of our own: so that we see the status and the headers of a refusal, so
 * that the whole answer, not only its beginning, is there in time, and so that an interrupt ends a
 * call at once. Thread-safe.
 */
final class Wire implements HttpClient {
    /** Until when the answer of the calls within must be there; a time of this machine's clock. */
    static final ScopedValue<Instant> UNTIL = ScopedValue.newInstance();

    private static final long MOST_BYTES = 4L * 1024 * 1024;
    private static final Pattern NAME_OF_ERROR = Pattern.compile("[a-z_]{1,40}");

    private final java.net.http.HttpClient client;

    Wire(java.net.http.HttpClient client) {
        this.client = client;
    }

    /** What langchain4j wants to be given; it has no say in the time limits. */
    HttpClientBuilder builder() {
        return new Builder(this);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<byte[]> response = send(ours(request));
        if (response.statusCode() / 100 != 2) {
            throw refused(response);
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(new String(response.body(), StandardCharsets.UTF_8))
                .build();
    }

    @Override
    public void execute(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are taken whole");
    }

    /** Sends and waits for the whole answer, whatever its status. */
    HttpResponse<byte[]> send(java.net.http.HttpRequest request) {
        Duration left = Duration.between(Instant.now(), UNTIL.get());
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return coming.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw new NoAnswer(NoAnswer.Why.TIMEOUT);
        } catch (InterruptedException stop) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer(NoAnswer.Why.INTERRUPTED);
        } catch (ExecutionException problem) {
            throw new NoAnswer(why(problem.getCause()));
        }
    }

    static Refused refused(HttpResponse<byte[]> response) {
        return new Refused(
                response.statusCode(),
                code(response.body()),
                RetryAfter.of(response.headers(), Instant.now()));
    }

    private static java.net.http.HttpRequest ours(HttpRequest request) {
        var ours =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                        .method(
                                request.method().name(),
                                request.body() == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(request.body()));
        request.headers()
                .forEach((name, values) -> values.forEach(value -> ours.header(name, value)));
        return ours.build();
    }

    private static NoAnswer.Why why(@org.jspecify.annotations.Nullable Throwable cause) {
        return switch (cause) {
            case ConnectException _ -> NoAnswer.Why.UNREACHABLE;
            case HttpTimeoutException _ -> NoAnswer.Why.UNREACHABLE;
            case IOException _ -> NoAnswer.Why.CUT;
            case null, default -> NoAnswer.Why.UNREACHABLE;
        };
    }

    /** The provider's name for the error; only what looks like one, as the rest is free text. */
    private static String code(byte[] body) {
        try {
            JsonNode error = Json.parse(body).path("error");
            for (String field : new String[] {"code", "type"}) {
                String code = error.path(field).asString("");
                if (NAME_OF_ERROR.matcher(code).matches()) {
                    return code;
                }
            }
        } catch (Unreadable none) {
            return "";
        }
        return "";
    }

    private record Builder(Wire wire) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return wire;
        }
    }
}
