package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.DeadLetter;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.TestServers;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.kafka.TopicSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Meta's deliveries over real HTTP into a real Kafka. */
class WebhookIT {
    /** The beginning of a request whose body never comes. */
    private static final String SLOWLY =
            "POST /instagram HTTP/1.1\r\nHost: x\r\nX-Hub-Signature-256: sha256="
                    + "0".repeat(64)
                    + "\r\nContent-Length: 100\r\n\r\n{";

    private static KafkaClients kafka;
    private Endpoint endpoint = new Endpoint(kafka, options -> options);

    @BeforeAll
    static void topics() {
        kafka = new KafkaClients(TestServers.shared().kafka().bootstrap(), Map.of());
        try (var admin = kafka.admin("webhook-it")) {
            TopicSetup.ensure(admin, 2, Duration.ofDays(1), 1);
        }
        // The first of everything is slow, and Kafka has a second before Meta is asked again.
        try (var first = new Endpoint(kafka, options -> options)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(first.deliver(first.message("m0", "first"))).isEqualTo(200));
        }
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void whatIsAcknowledgedIsInKafka() throws Exception {
        assertThat(endpoint.deliver(endpoint.message("m1", "caf\\u00e9 http:\\/\\/x")))
                .isEqualTo(200);
        assertThat(endpoint.texts()).containsExactly("café http://x");
    }

    @Test
    void aSignatureIsOfTheBytesAsTheyCame() throws Exception {
        String escaped = endpoint.message("m1", "caf\\u00e9");
        String plain = endpoint.message("m1", "café");
        assertThat(endpoint.deliver(plain, "sha256=" + Endpoint.sign(Endpoint.SECRET, escaped)))
                .isEqualTo(403);
    }

    @Test
    void whatIsForgedIsRefusedAndCounted() throws Exception {
        String body = endpoint.message("m1", "I am Meta");
        assertThat(endpoint.deliver(body, "sha256=" + Endpoint.sign("guessed", body)))
                .isEqualTo(403);
        assertThat(endpoint.deliver(body, "sha1=1234")).isEqualTo(401);
        var unsigned = HttpRequest.newBuilder(endpoint.url(Endpoint.PATH));
        assertThat(endpoint.send(unsigned.POST(BodyPublishers.ofString(body))).statusCode())
                .isEqualTo(401);

        assertThat(endpoint.counts.of(Counted.FORGED)).isEqualTo(3);
        assertThat(endpoint.texts()).isEmpty();
    }

    @Test
    void whatIsReplayedIsAcknowledgedAndWrittenOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(endpoint.deliver(endpoint.message("m1", "once"))).isEqualTo(200);
        }
        assertThat(endpoint.texts()).containsExactly("once");
        assertThat(endpoint.counts.of(Counted.DUPLICATE)).isEqualTo(2);
    }

    @Test
    void duplicatesInDisorderAllAtOnceAreOneEventEach() throws Exception {
        List<Callable<Integer>> deliveries =
                IntStream.range(0, 60)
                        .<Callable<Integer>>mapToObj(i ->
                                () -> {
                                    int number = (i * 7) % 20;
                                    return endpoint.deliver(
                                            endpoint.message("m" + number, "t" + number));
                                })
                        .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(deliveries)) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
        // Two at the same moment may both be written, under the same id; none may be missing.
        assertThat(Set.copyOf(endpoint.texts()))
                .isEqualTo(
                        IntStream.range(0, 20).mapToObj(i -> "t" + i).collect(Collectors.toSet()));
    }

    @Test
    void whatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        String body = endpoint.message("m1", "x".repeat(70_000));
        assertThat(endpoint.deliver(body)).isEqualTo(413);
        var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofString(body));
        var request =
                HttpRequest.newBuilder(endpoint.url(Endpoint.PATH))
                        .header(
                                "X-Hub-Signature-256",
                                "sha256=" + Endpoint.sign(Endpoint.SECRET, body));
        assertThat(endpoint.send(request.POST(chunked)).statusCode()).isEqualTo(413);
        assertThat(endpoint.counts.of(Counted.OVERSIZED)).isEqualTo(2);
        assertThat(endpoint.texts()).isEmpty();
    }

    @Test
    void whatIsNoJsonIsRefusedAlthoughItIsSigned() throws Exception {
        for (String body : List.of("", "{", "7", "[]", "[1]", "\"instagram\"")) {
            assertThat(endpoint.deliver(body)).as(body).isEqualTo(400);
        }
        assertThat(endpoint.counts.of(Counted.MALFORMED)).isEqualTo(6);
    }

    @Test
    void oneThingThatCannotBeReadIsADeadLetterAndItsNeighboursAreHeard() throws Exception {
        String body =
                """
                {"object":"instagram","entry":[{"id":"%s","time":1,"messaging":[%s,{"message":{"text":"?"}},%s]},
                {"id":"404","time":1,"changes":[{"field":"comments","value":{"id":"1"}}]},
                {"id":"%s","time":1,"changes":[{"field":"weather","value":{}}]}]}
                """
                        .formatted(
                                endpoint.ada.id(),
                                endpoint.part("m1", "before"),
                                endpoint.part("m2", "after"),
                                endpoint.ada.id());
        assertThat(endpoint.deliver(body)).isEqualTo(200);

        assertThat(endpoint.texts()).containsExactly("before", "after");
        assertThat(endpoint.counts.all())
                .containsEntry(Counted.UNREADABLE, 1L)
                .containsEntry(Counted.UNKNOWN_ACCOUNT, 1L)
                .containsEntry(Counted.UNKNOWN_FIELD, 1L);
        String key = "instagram:account:" + endpoint.ada.id();
        try (var letters = new TopicReader(kafka, "test").ofKey(Topics.DEAD_LETTERS, key)) {
            assertThat(letters.map(each -> Json.read(Topics.DEAD_LETTERS, each.value())))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            DeadLetter.Dead.class,
                            dead -> assertThat(dead.reason()).isEqualTo("a message of nobody"));
        }
    }

    @Test
    void anAccountOfWhichNothingIsKnownYetHasItBroughtAgain() throws Exception {
        endpoint.close();
        endpoint = new Endpoint(kafka, options -> options);
        var registry = new Registry(List.of(new AccountId("late")));
        var understanding = new Understanding(registry, new Known(), InstantSource.system());
        var item = Batch.items(Json.mapper().readTree(endpoint.message("m", "hi"))).getFirst();
        assertThat(understanding.of(item)).isEqualTo(new Mapped.Later(Counted.UNSETTLED));
        registry.giveUp(new AccountId("late"));
        assertThat(understanding.of(item)).isEqualTo(new Mapped.LeftOut(Counted.UNKNOWN_ACCOUNT));
    }

    @Test
    void metasQuestionIsAnsweredWithItsChallengeOnlyIfTheTokenIsRight() throws Exception {
        var right =
                ask("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=told+to+Meta");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("1158201444");
        assertThat(right.headers().firstValue("Content-Type"))
                .hasValue("text/plain; charset=utf-8");
        for (String query :
                List.of(
                        "hub.mode=subscribe&hub.challenge=1&hub.verify_token=guessed",
                        "hub.mode=subscribe&hub.challenge=1",
                        "hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=told+to+Meta",
                        "hub.mode=subscribe&hub.verify_token=told+to+Meta")) {
            assertThat(ask(query).statusCode()).as(query).isEqualTo(403);
        }
        assertThat(endpoint.counts.of(Counted.VERIFIED)).isEqualTo(1);
        assertThat(endpoint.counts.of(Counted.UNVERIFIED)).isEqualTo(4);
    }

    @Test
    void nothingElseIsThere() throws Exception {
        var elsewhere = HttpRequest.newBuilder(endpoint.url("/instagram/admin")).GET();
        assertThat(endpoint.send(elsewhere).statusCode()).isEqualTo(404);
        var put = HttpRequest.newBuilder(endpoint.url(Endpoint.PATH)).PUT(BodyPublishers.noBody());
        assertThat(endpoint.send(put).statusCode()).isEqualTo(405);
    }

    @Test
    void aBodyThatComesTooSlowlyIsCutAndOthersAreServedMeanwhile() throws Exception {
        endpoint.close();
        endpoint =
                new Endpoint(
                        kafka,
                        options ->
                                options.within(Duration.ofSeconds(4), Duration.ofMillis(500))
                                        .atOnce(2));
        try (var slow = new Socket(InetAddress.getLoopbackAddress(), endpoint.server.port())) {
            slow.setSoTimeout(10_000);
            slow.getOutputStream().write(SLOWLY.getBytes(StandardCharsets.US_ASCII));
            assertThat(endpoint.deliver(endpoint.message("m1", "quick"))).isEqualTo(200);
            assertThat(ended(slow)).isTrue();
        }
        // The server cuts the connection first, and its reader learns of that by the cut.
        await().untilAsserted(() -> assertThat(endpoint.counts.of(Counted.SLOW)).isEqualTo(1));
    }

    @Test
    void beyondSoManyAtOnceMetaIsAskedToComeAgain() throws Exception {
        endpoint.close();
        var slowly = Duration.ofSeconds(60);
        endpoint = new Endpoint(kafka, options -> options.within(slowly, slowly).atOnce(1));
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var one = new Socket(InetAddress.getLoopbackAddress(), endpoint.server.port());
            one.getOutputStream().write(SLOWLY.getBytes(StandardCharsets.US_ASCII));
            slow.add(one);
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(endpoint.deliver(endpoint.message("m1", "hi"))).isEqualTo(503));
        assertThat(endpoint.counts.of(Counted.BUSY)).isPositive();
        for (Socket one : slow) {
            one.close();
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(endpoint.deliver(endpoint.message("m2", "hi"))).isEqualTo(200));
    }

    private HttpResponse<String> ask(String query) throws Exception {
        URI uri = endpoint.url(Endpoint.PATH + "?" + query);
        return endpoint.send(HttpRequest.newBuilder(uri).GET());
    }

    /** Whether the other side has ended the connection, with or without a word. */
    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException waiting) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
