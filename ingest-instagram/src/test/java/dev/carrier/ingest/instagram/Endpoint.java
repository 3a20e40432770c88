package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An endpoint that takes webhooks for one account, and a Meta that sends them. */
final class Endpoint implements AutoCloseable {
    static final String SECRET = "the app's secret";
    static final String PATH = "/instagram";
    private static final AtomicLong COUNT = new AtomicLong(System.currentTimeMillis());

    /** Another account for each endpoint, so that tests share a Kafka. */
    final Self ada;

    final Registry registry;
    final Counts counts = new Counts();
    final EventWriter writer;
    final WebhookServer server;
    private final KafkaClients kafka;
    private final HttpClient http = HttpClient.newHttpClient();

    Endpoint(KafkaClients kafka, UnaryOperator<WebhookOptions> how) {
        String id = Long.toString(COUNT.incrementAndGet());
        this.kafka = kafka;
        this.ada = new Self(new AccountId("ada" + id), id, Set.of(id), "ada" + id, Set.of());
        this.registry = new Registry(List.of(ada.account()));
        registry.is(ada);
        this.writer = EventWriter.to(kafka);
        var understanding = new Understanding(registry, new Known(), InstantSource.system());
        this.server =
                new WebhookServer(
                        how.apply(
                                WebhookOptions.of(
                                        "127.0.0.1",
                                        0,
                                        PATH,
                                        64 * 1024,
                                        List.of(Secret.of("another secret"), Secret.of(SECRET)),
                                        Secret.of("told to Meta"))),
                        new Deliveries(
                                registry,
                                understanding,
                                writer,
                                new Heard(),
                                (account, event) -> {},
                                counts,
                                InstantSource.system()),
                        counts);
    }

    URI url(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + server.port() + pathAndQuery);
    }

    /** A message as Meta would deliver it. */
    String message(String mid, String text) {
        return """
        {"object":"instagram","entry":[{"id":"%s","time":1668022334834,"messaging":[%s]}]}
        """
                .formatted(ada.id(), part(mid, text))
                .strip();
    }

    /** One of several messages of a delivery. */
    String part(String mid, String text) {
        return """
        {"sender":{"id":"9001"},"recipient":{"id":"%s"},"timestamp":1668022333735,\
        "message":{"mid":"%s","text":"%s"}}\
        """
                .formatted(ada.id(), mid, text);
    }

    /** Delivers what is signed as it should be; gives the status. */
    int deliver(String body) throws IOException, InterruptedException {
        return deliver(body, "sha256=" + sign(SECRET, body));
    }

    /** Delivers with that in the header. */
    int deliver(String body, String signature) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(url(PATH))
                        .header("X-Hub-Signature-256", signature)
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    static String sign(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The texts of all that is in Kafka for the account, in order. */
    List<String> texts() {
        try (var all = new TopicReader(kafka, "test").all(Topics.EVENTS)) {
            return all.map(each -> Json.read(Topics.EVENTS, each.value()))
                    .filter(Event.Said.class::isInstance)
                    .map(Event.Said.class::cast)
                    .filter(it -> it.heardBy().getFirst().account().equals(ada.account()))
                    .map(Event.Said::text)
                    .toList();
        }
    }

    @Override
    public void close() {
        server.close();
        writer.close();
        http.shutdownNow();
    }
}
