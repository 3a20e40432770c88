package dev.carrier.sandbox.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.InstagramWebhook;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenDelivery;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries fail, come twice, come late or never; and what somebody else sends. */
class WebhooksGoAstrayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxClient client = new SandboxClient(sandbox.base());
    private final InstagramClient instagram = client.instagram();
    private final InstagramWebhook webhook = instagram.webhook();
    private final OrdersClient orders = client.orders();
    private final Listener listener = new Listener();
    private final InstagramClient.NewAccount ada = instagram.account("ada.reads");
    private final String grace = instagram.person("grace");

    @BeforeEach
    void theAppListens() {
        webhook.callback(listener.at(), listener.verifyToken());
        subscribe();
        instagram.set("retryAfter", Duration.ofMillis(20));
    }

    private void subscribe() {
        new Graph(sandbox.instagramApi(), ada.token())
                .post("me/subscribed_apps", "subscribed_fields", "messages");
    }

    @AfterEach
    void theWorldEnds() {
        sandbox.close();
        listener.close();
    }

    private List<String> texts() {
        return listener.updates().stream()
                .map(it -> it.path("message").path("text").asString(""))
                .toList();
    }

    private void says(String text) {
        instagram.dm(grace, ada.id(), text);
    }

    @Test
    void whatIsNotTakenComesAgainUntilItIs() {
        listener.answers(500);
        says("one");
        await().atMost(PATIENCE).until(() -> listener.got().size() >= 3);
        assertThat(webhook.pending()).isEqualTo(1);
        listener.answers(200);
        await().atMost(PATIENCE).until(() -> webhook.pending() == 0);
        assertThat(listener.got().stream().map(Listener.Got::body).distinct()).hasSize(1);
        var sent = webhook.sent();
        assertThat(sent).extracting(SeenDelivery::delivery).containsOnly(1L);
        assertThat(sent.getFirst().status()).isEqualTo(500);
        assertThat(sent.getLast().status()).isEqualTo(200);
        assertThat(sent.getLast().attempt()).isEqualTo(sent.size());
    }

    @Test
    void whatIsOrderedToFailComesAgainAndWhatIsDroppedNever() {
        orders.at("instagram.webhook").path("/messages").status(503);
        says("fails once");
        await().atMost(PATIENCE).until(() -> texts().contains("fails once"));
        orders.at("instagram.webhook").dropBefore();
        says("lost");
        says("after it");
        await().atMost(PATIENCE).until(() -> texts().contains("after it"));
        await().atMost(PATIENCE).until(() -> webhook.pending() == 0);
        assertThat(texts()).containsExactly("fails once", "after it");
    }

    @Test
    void aLostAnswerAndAnOrderToDuplicateDeliverTwice() {
        orders.at("instagram.webhook").dropAfter();
        says("answered in vain");
        await().atMost(PATIENCE).until(() -> listener.got().size() == 2);
        orders.at("instagram.webhook").contains("thrice").duplicate(2);
        says("thrice");
        await().atMost(PATIENCE).until(() -> listener.got().size() == 5);
        assertThat(texts())
                .containsExactly(
                        "answered in vain", "answered in vain", "thrice", "thrice", "thrice");
    }

    @Test
    void whatIsHeldIsOvertaken() {
        var order = orders.at("instagram.webhook").contains("first").hold("received");
        says("first");
        says("second");
        await().atMost(PATIENCE).until(() -> texts().contains("second"));
        assertThat(texts()).containsExactly("second");
        order.release();
        await().atMost(PATIENCE).until(() -> texts().size() == 2);
        assertThat(texts()).containsExactly("second", "first");
    }

    @Test
    void disorderAndDuplicatesComeBySetting() {
        instagram.set("disorder", Duration.ofMillis(200));
        instagram.set("duplicates", 50);
        var written = IntStream.range(0, 30).mapToObj(i -> "m" + i).toList();
        written.forEach(this::says);
        await().atMost(PATIENCE).until(() -> webhook.pending() == 0);
        assertThat(texts()).containsAll(written);
        assertThat(texts().size()).isBetween(31, 60);
        assertThat(texts().stream().distinct().toList())
                .isNotEqualTo(written)
                .hasSameElementsAs(written);
    }

    @Test
    void withoutDisorderAConversationStaysInOrder() {
        var written = IntStream.range(0, 30).mapToObj(i -> "m" + i).toList();
        written.forEach(this::says);
        await().atMost(PATIENCE).until(() -> webhook.pending() == 0);
        assertThat(texts()).isEqualTo(written);
    }

    @Test
    void updatesComeInBatches() {
        instagram.set("batch", 100);
        instagram.set("disorder", Duration.ZERO);
        IntStream.range(0, 20).forEach(i -> says("m" + i));
        await().atMost(PATIENCE).until(() -> texts().size() == 20);
        assertThat(listener.got().size()).isLessThan(20);
    }

    @Test
    void deliveriesThatNobodyTakesForAnHourEndTheSubscription() {
        listener.answers(500);
        says("one");
        await().atMost(PATIENCE).until(() -> listener.got().size() >= 2);
        instagram.advance(Duration.ofMinutes(61));
        await().atMost(PATIENCE).until(() -> subscriptions().isEmpty());
        listener.answers(200);
        says("unheard");
        subscribe();
        says("heard");
        await().atMost(PATIENCE).until(() -> texts().contains("heard"));
        assertThat(texts()).doesNotContain("unheard");
    }

    private List<String> subscriptions() {
        return new Graph(sandbox.instagramApi(), ada.token()).get("me/subscribed_apps").all("id");
    }

    @Test
    void whatIsNotTakenForADayAndAHalfIsGiven() {
        listener.answers(500);
        says("one");
        await().atMost(PATIENCE).until(() -> listener.got().size() >= 2);
        instagram.advance(Duration.ofHours(37));
        await().atMost(PATIENCE).until(() -> webhook.pending() == 0);
    }

    @Test
    void somebodyElseCanSendAnythingButNotSignIt() {
        var forged = webhook.forges("{\"object\":\"instagram\"}", "wrong");
        assertThat(forged.status()).isEqualTo(200);
        var got = listener.got().getFirst();
        assertThat(got.body()).isEqualTo("{\"object\":\"instagram\"}");
        assertThat(got.signature()).startsWith("sha256=").isNotEqualTo(signed(got.body()));
        webhook.forges("{}", "none");
        assertThat(listener.got().getLast().signature()).isEmpty();
        webhook.forges("{}", "valid");
        assertThat(listener.got().getLast().signature()).isEqualTo(signed("{}"));
        says("true");
        await().atMost(PATIENCE).until(() -> texts().contains("true"));
        await().atMost(PATIENCE).until(() -> webhook.pending() == 0);
        var replayed = webhook.replays(webhook.sent().getLast().delivery());
        assertThat(replayed.status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> texts().equals(List.of("true", "true")));
    }

    private String signed(String body) {
        webhook.forges(body, "valid");
        return listener.got().getLast().signature();
    }

    @Test
    void anotherSecretSignsAndAFieldThatIsNotWantedIsNotTold() {
        webhook.signsWith("another");
        assertThat(webhook.secret()).isEqualTo("another");
        webhook.fields("comments");
        says("not wanted");
        webhook.fields("messages");
        says("wanted");
        await().atMost(PATIENCE).until(() -> texts().contains("wanted"));
        assertThat(texts()).containsExactly("wanted");
        webhook.access(true, false);
        var post = instagram.post(ada.id(), "A book");
        instagram.comment(grace, post, "no access to comments");
        says("but to messages");
        await().atMost(PATIENCE).until(() -> texts().contains("but to messages"));
        assertThat(listener.updates()).hasSize(2);
    }

    @Test
    void aDeliveryIsASignal() {
        var from = client.signals().last();
        says("one");
        var seen =
                client.signals()
                        .await(
                                from,
                                PATIENCE,
                                it ->
                                        it.where().equals("instagram.webhook")
                                                && it.point().equals("after-answer"));
        assertThat(seen.status()).hasValue(200);
        assertThat(seen.path()).isEqualTo("/webhook/messages");
        assertThat(seen.account()).isEqualTo("ada.reads");
    }
}
