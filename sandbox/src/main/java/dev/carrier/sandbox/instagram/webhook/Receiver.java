package dev.carrier.sandbox.instagram.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Whoever takes deliveries, over HTTP. Safe for use by many threads. */
final class Receiver implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /** What was answered; status 0 is no answer. */
    record Answered(int status, String body) {
        boolean taken() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Whether {@code callback} answers the verification with its challenge.
     *
     * @see <a
     *     href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests">Verification
     *     requests</a>
     */
    Answered verify(URI callback, String verifyToken, String challenge) {
        var separator = callback.getRawQuery() == null ? "?" : "&";
        var uri =
                URI.create(
                        callback
                                + separator
                                + "hub.mode=subscribe&hub.challenge="
                                + challenge
                                + "&hub.verify_token="
                                + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).GET().build());
    }

    Answered deliver(URI callback, byte[] body, String signature, Duration within) {
        var request =
                HttpRequest.newBuilder(callback)
                        .timeout(within)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "facebookexternalua")
                        .header("X-FB-Request", UUID.randomUUID().toString());
        if (!signature.isEmpty()) {
            request.header("X-Hub-Signature-256", signature);
        }
        return send(request.POST(BodyPublishers.ofByteArray(body)).build());
    }

    private Answered send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answered(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answered(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answered(0, "interrupted");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
