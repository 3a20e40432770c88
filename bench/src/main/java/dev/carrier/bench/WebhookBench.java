package dev.carrier.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How long Meta waits for the acknowledgement of a webhook, which comes when Kafka has what was in
 * it. Signed deliveries come by the clock, comments and direct messages by turns, whether or not
 * others are acknowledged.
 */
public final class WebhookBench {
    private static final int PEOPLE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI webhook;
    private final SecretKeySpec secret;
    private final String account;
    private final String media;
    private final LongSupplier events;
    private final AtomicInteger number = new AtomicInteger();

    /**
     * @param webhook where to deliver
     * @param secret of the app
     * @param account Instagram's id of the account that is told of
     * @param media a post of that account
     * @param events how many events Kafka has taken
     */
    public WebhookBench(
            URI webhook, String secret, String account, String media, LongSupplier events) {
        this.webhook = webhook;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.account = account;
        this.media = media;
        this.events = events;
    }

    /** Measures; returns when the last is answered, or was given up. */
    public WebhookReport run(int perSecond, Duration lasting, Duration warmUp)
            throws InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            deliver(http, Schedule.of(perSecond, warmUp), new Tally());
            long before = events.getAsLong();
            double cpu = Machine.cpuSeconds();
            Tally tally = new Tally();
            Schedule schedule = Schedule.of(perSecond, lasting);
            deliver(http, schedule, tally);
            return new WebhookReport(
                    perSecond,
                    schedule.beats(),
                    tally.acknowledged.get(),
                    events.getAsLong() - before,
                    Spread.of(tally.millis),
                    Machine.cpuSeconds() - cpu,
                    Machine.here());
        }
    }

    private static final class Tally {
        final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        final AtomicInteger acknowledged = new AtomicInteger();
    }

    private void deliver(HttpClient http, Schedule schedule, Tally tally)
            throws InterruptedException {
        Phaser open = new Phaser(1);
        schedule.play(beat -> {
            open.register();
            try {
                one(http, tally);
            } finally {
                open.arriveAndDeregister();
            }
        });
        open.arriveAndAwaitAdvance();
    }

    private void one(HttpClient http, Tally tally) {
        String body = body(number.incrementAndGet());
        HttpRequest request =
                HttpRequest.newBuilder(webhook)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("X-Hub-Signature-256", "sha256=" + signed(body))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        long began = System.nanoTime();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            tally.millis.add((System.nanoTime() - began) / 1e6);
            if (status == 200) {
                tally.acknowledged.incrementAndGet();
            }
        } catch (IOException unanswered) {
            tally.millis.add((System.nanoTime() - began) / 1e6);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private String body(int number) {
        String person = "90000" + number % PEOPLE;
        long now = System.currentTimeMillis();
        return number % 2 == 0
                ? """
                {"object":"instagram","entry":[{"id":"%s","time":%d,"changes":[{"field":"comments",\
                "value":{"id":"1790%d","text":"caf\\u00e9, number %d: is it still open on Sundays?",\
                "from":{"id":"%s","username":"person%s"},\
                "media":{"id":"%s","media_product_type":"FEED"}}}]}]}\
                """
                        .formatted(account, now / 1000, number, number, person, person, media)
                : """
                {"object":"instagram","entry":[{"id":"%s","time":%d,"messaging":[{"sender":{"id":"%s"},\
                "recipient":{"id":"%s"},"timestamp":%d,"message":{"mid":"bench-%d",\
                "text":"good evening, number %d: http:\\/\\/example.org is our site"}}]}]}\
                """
                        .formatted(account, now, person, account, now, number, number);
    }

    private String signed(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
