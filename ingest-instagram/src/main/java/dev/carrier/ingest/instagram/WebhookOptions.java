package dev.carrier.ingest.instagram;

import dev.carrier.runtime.settings.Secret;
import java.time.Duration;
import java.util.List;

/**
 * Where and how Meta may call.
 *
 * @param bind the address
 * @param port 0 takes a free one
 * @param path the one path that answers, such as {@code /instagram}
 * @param body the largest body that is read, in bytes
 * @param secrets of the app; any of them may sign
 * @param verifyToken that was told to Meta
 * @param patience within which a delivery is answered, its body read: Meta waits 5 s
 * @param slow within which a body has to come
 * @param atOnce deliveries that are handled at the same time, and four times as many that are read;
 *     what is more is to come again
 */
public record WebhookOptions(
        String bind,
        int port,
        String path,
        int body,
        List<Secret> secrets,
        Secret verifyToken,
        Duration patience,
        Duration slow,
        int atOnce) {
    private static final Duration PATIENCE = Duration.ofMillis(4500);
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final int AT_ONCE = 64;

    public WebhookOptions {
        secrets = List.copyOf(secrets);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("the path begins with a slash: " + path);
        }
        if (body < 1 || atOnce < 1) {
            throw new IllegalArgumentException("body and atOnce are at least 1");
        }
    }

    /** With the times that fit Meta's. */
    public static WebhookOptions of(
            String bind,
            int port,
            String path,
            int body,
            List<Secret> secrets,
            Secret verifyToken) {
        return new WebhookOptions(
                bind, port, path, body, secrets, verifyToken, PATIENCE, SLOW, AT_ONCE);
    }

    /** The same with other times. */
    WebhookOptions within(Duration patience, Duration slow) {
        return new WebhookOptions(
                bind, port, path, body, secrets, verifyToken, patience, slow, atOnce);
    }

    /** The same with so many at once. */
    WebhookOptions atOnce(int most) {
        return new WebhookOptions(
                bind, port, path, body, secrets, verifyToken, patience, slow, most);
    }
}
