package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Topics;
import dev.carrier.embedded.TestServers;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.pace.SharedPace;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.runtime.kafka.TopicSetup;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.InstagramClient.NewAccount;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ConditionFactory;

/**
 * An Instagram with a person and an account in it, the JVM's Kafka and Redis, and workers that
 * hear. Accounts have new names each time, so that tests share the servers.
 */
final class Cafe implements AutoCloseable {
    private static final String PATH = "/instagram";
    private static final String VERIFY = "are you there?";
    private static final AtomicLong COUNT = new AtomicLong(System.currentTimeMillis());

    final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    final SandboxClient client = new SandboxClient(sandbox.base());
    final InstagramClient instagram = client.instagram();
    final KafkaClients kafka;
    final Redis redis;
    final NewAccount ada;
    final String bob;
    final String post;
    private final HttpClient http = GraphClient.http();

    Cafe() {
        var servers = TestServers.shared();
        kafka = new KafkaClients(servers.kafka().bootstrap(), Map.of());
        redis = new Redis(servers.redis().url());
        try (var admin = kafka.admin("cafe")) {
            TopicSetup.ensure(admin, 2, Duration.ofDays(1), 1);
        }
        ada = account("ada");
        bob = instagram.person("bob" + COUNT.incrementAndGet());
        post = instagram.post(ada.id(), "our café");
        instagram.set("retryAfter", Duration.ofMillis(300));
        // Calls half a second apart may arrive closer together; one too many costs a minute.
        instagram.set("conversationsPerSecond", 5);
    }

    NewAccount account(String name) {
        return instagram.account(name + COUNT.incrementAndGet());
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    static AccountId name(NewAccount account) {
        return new AccountId(account.username());
    }

    /** Webhooks, and a worker that never asks. */
    IngestInstagram hearing(NewAccount... accounts) {
        return hearing(Duration.ZERO, accounts);
    }

    /** Webhooks, and a worker that asks so often. */
    IngestInstagram hearing(Duration every, NewAccount... accounts) {
        return hearing(every, Duration.ofMillis(200), accounts);
    }

    /** The same, where a webhook has so long before it is asked. */
    IngestInstagram hearing(Duration every, Duration giving, NewAccount... accounts) {
        var webhook =
                WebhookOptions.of(
                        "127.0.0.1",
                        0,
                        PATH,
                        1024 * 1024,
                        List.of(Secret.of(instagram.webhook().secret())),
                        Secret.of(VERIFY));
        var worker =
                worker(IngestOptions.of(Optional.of(webhook), every, 20).giving(giving), accounts);
        worker.start();
        instagram
                .webhook()
                .callback(
                        URI.create("http://127.0.0.1:" + worker.port().orElseThrow() + PATH),
                        VERIFY);
        return worker;
    }

    /** A worker that nobody calls. */
    IngestInstagram asking(Duration every, NewAccount... accounts) {
        var worker = worker(IngestOptions.of(Optional.empty(), every, 20), accounts);
        worker.start();
        return worker;
    }

    private IngestInstagram worker(IngestOptions options, NewAccount... accounts) {
        return new IngestInstagram(
                Arrays.stream(accounts).map(this::listening).toList(),
                options,
                kafka,
                redis.client(),
                Clock.systemUTC());
    }

    private InstagramAccount listening(NewAccount account) {
        var pace = new SharedPace(redis, account.username(), Clock.systemUTC());
        return new InstagramAccount(
                name(account),
                new GraphClient(sandbox.instagramApi(), "v26.0", account::token, pace, http));
    }

    static AccountHealth health(IngestInstagram worker, NewAccount account) {
        return worker.health().accounts().stream()
                .filter(it -> it.account().equals(name(account)))
                .findFirst()
                .orElseThrow();
    }

    static void awaitHearing(IngestInstagram worker, NewAccount account) {
        soon().untilAsserted(() -> {
            AccountHealth now = health(worker, account);
            assertThat(now.state()).as(now.toString()).isEqualTo(AccountHealth.State.HEARING);
            assertThat(now.trouble()).isEmpty();
        });
    }

    /** Instagram's times are whole seconds: what is to come after an install must be later. */
    static void nextSecond() {
        long now = System.currentTimeMillis();
        soon().until(() -> System.currentTimeMillis() / 1000 > now / 1000);
    }

    /** Everything that the account heard, in the order of each conversation. */
    List<Event> heard(NewAccount account) {
        try (var all = new TopicReader(kafka, "cafe").all(Topics.EVENTS)) {
            return all.filter(each ->
                            text(each.headers().lastHeader("carrier-account").value())
                                    .equals(account.username()))
                    .map(each -> Json.read(Topics.EVENTS, each.value()))
                    .toList();
        }
    }

    <E extends Event> List<E> heard(NewAccount account, Class<E> kind) {
        return heard(account).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The message or comment with that id, as soon as it is published. */
    Event.Said soonSaid(NewAccount account, String id) {
        soon().untilAsserted(() -> assertThat(said(account, id)).isPresent());
        return said(account, id).orElseThrow();
    }

    /** The same, as soon as it is noted for the next worker too. */
    void soonNoted(NewAccount account, String id) {
        String event = soonSaid(account, id).id().value();
        soon().until(() -> redis.client().zscore(Keys.seen(name(account)), event) != null);
    }

    Optional<Event.Said> said(NewAccount account, String id) {
        return heard(account, Event.Said.class).stream()
                .filter(it -> it.id().equals(Names.said(id)))
                .findFirst();
    }

    /** That one thing of a kind, as soon as it is published. */
    <E extends Event> E soon(NewAccount account, Class<E> kind) {
        soon().untilAsserted(() -> assertThat(heard(account, kind)).hasSize(1));
        return heard(account, kind).getFirst();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
        redis.close();
        sandbox.close();
    }
}
