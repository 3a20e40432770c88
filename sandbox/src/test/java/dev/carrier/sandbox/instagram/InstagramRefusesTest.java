package dev.carrier.sandbox.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What Instagram refuses, in its own form: windows, lengths, limits, tokens, and what was ordered.
 */
class InstagramRefusesTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxClient client = new SandboxClient(sandbox.base());
    private final InstagramClient instagram = client.instagram();
    private final OrdersClient orders = client.orders();
    private final InstagramClient.NewAccount ada = instagram.account("ada.reads");
    private final String grace = instagram.person("grace");
    private final Graph graph = new Graph(sandbox.instagramApi(), ada.token());

    @AfterEach
    void theWorldEnds() {
        sandbox.close();
    }

    @Test
    void nobodyIsWrittenToWhoHasNotWrittenWithinADay() {
        assertThat(graph.says(grace, "Hello?").error()).isEqualTo("10/2534022");
        instagram.dm(grace, ada.id(), "Hello");
        assertThat(graph.says(grace, "Hello").status()).isEqualTo(200);
        instagram.advance(Duration.ofHours(23));
        assertThat(graph.says(grace, "still there?").status()).isEqualTo(200);
        instagram.advance(Duration.ofHours(2));
        var late = graph.says(grace, "too late");
        assertThat(late.error()).isEqualTo("10/2534022");
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.body().path("error").path("fbtrace_id").asString()).isNotBlank();
        assertThat(late.body().path("error").path("is_transient").asBoolean(true)).isFalse();
        instagram.set("replyWindow", Duration.ofDays(2));
        assertThat(graph.says(grace, "in time after all").status()).isEqualTo(200);
    }

    @Test
    void aTextHasAThousandBytesNotAThousandCharacters() {
        instagram.dm(grace, ada.id(), "Hello");
        assertThat(graph.says(grace, "é".repeat(500)).status()).isEqualTo(200);
        assertThat(graph.says(grace, "é".repeat(500) + "e").error()).isEqualTo("100");
        assertThat(graph.says(grace, "").error()).isEqualTo("100");
    }

    @Test
    void aCommentHasAtMost2200Characters() {
        var post = instagram.post(ada.id(), "A book");
        assertThat(graph.post(post + "/comments", "message", "🎉".repeat(2200)).status())
                .isEqualTo(200);
        assertThat(graph.post(post + "/comments", "message", "x".repeat(2201)).error())
                .isEqualTo("100");
        assertThat(graph.post(post + "/comments", "message", " ").error()).isEqualTo("100");
    }

    @Test
    void aCommentGetsOnePrivateReplyWithinSevenDays() {
        var post = instagram.post(ada.id(), "A book");
        var first = instagram.comment(grace, post, "first");
        var second = instagram.comment(grace, post, "second");
        var sent = graph.saysPrivately(first, "psst");
        assertThat(sent.text("recipient_id")).isEqualTo(grace);
        assertThat(graph.saysPrivately(first, "psst again").error()).isEqualTo("10900");
        assertThat(graph.says(grace, "and more").error()).isEqualTo("10/2534022");
        instagram.advance(Duration.ofDays(7).plusMinutes(1));
        assertThat(graph.saysPrivately(second, "too late").error()).isEqualTo("10/2534022");
        assertThat(instagram.thread(ada.id(), grace)).hasSize(1);
        assertThat(instagram.thread(ada.id(), grace).getFirst().comment()).hasValue(first);
    }

    @Test
    void aLiveCommentIsAnsweredInPrivateOnlyAndOnlyWhileItLasts() {
        var live = instagram.publish(ada.id(), "VIDEO", "LIVE", "");
        var comment = instagram.comment(grace, live, "hi live");
        var other = instagram.comment(grace, live, "me too");
        assertThat(graph.post(comment + "/replies", "message", "hi").error()).isEqualTo("100");
        assertThat(graph.post(comment, "hide", "true").error()).isEqualTo("100/33");
        assertThat(graph.delete(comment).error()).isEqualTo("100/33");
        assertThat(graph.saysPrivately(comment, "hi").status()).isEqualTo(200);
        instagram.ends(live);
        assertThat(graph.saysPrivately(other, "hi").error()).isEqualTo("10/2534022");
    }

    @Test
    void whoCannotBeReachedIsSaid() {
        instagram.dm(grace, ada.id(), "Hello");
        instagram.reachable(grace, false);
        assertThat(graph.says(grace, "Hello").error()).isEqualTo("551");
        instagram.reachable(grace, true);
        instagram.inbox(ada.id(), false);
        assertThat(graph.says(grace, "Hello").error()).isEqualTo("200/2534041");
        instagram.inbox(ada.id(), true);
        assertThat(graph.says("9999", "Hello").error()).isEqualTo("100/2534014");
        var tagged =
                "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"text\":\"x\"},\"tag\":\"HUMAN_AGENT\"}"
                        .formatted(grace);
        assertThat(graph.json("me/messages", tagged).error()).isEqualTo("100");
    }

    @Test
    void anotherAccountsThingsAreUnknown() {
        var eve = instagram.account("eve");
        var post = instagram.post(ada.id(), "A book");
        var comment = instagram.comment(grace, post, "hi");
        var mid = instagram.dm(grace, ada.id(), "Hello");
        var hers = new Graph(sandbox.instagramApi(), eve.token());
        for (var path : new String[] {post, comment, mid, ada.id() + "/conversations"}) {
            assertThat(hers.get(path).error()).as(path).isEqualTo("100/33");
        }
        assertThat(hers.delete(comment).error()).isEqualTo("100/33");
        assertThat(hers.get(grace).error()).isEqualTo("230");
    }

    @Test
    void aTokenIsRefreshedAfterADayAndDiesAfterSixty() {
        var refresh = "refresh_access_token?grant_type=ig_refresh_token&access_token=";
        assertThat(graph.send("GET", refresh + ada.token(), "").error()).isEqualTo("100");
        instagram.advance(Duration.ofHours(25));
        var refreshed = graph.send("GET", refresh + ada.token(), "");
        assertThat(refreshed.text("token_type")).isEqualTo("bearer");
        assertThat(Long.parseLong(refreshed.text("expires_in"))).isBetween(5_183_000L, 5_184_000L);
        var newer = new Graph(sandbox.instagramApi(), refreshed.text("access_token"));
        instagram.advance(Duration.ofDays(59));
        assertThat(graph.get("me").error()).isEqualTo("190/463");
        assertThat(graph.send("GET", refresh + ada.token(), "").error()).isEqualTo("190/463");
        assertThat(newer.get("me").status()).isEqualTo(200);
        instagram.killsTokens(ada.id(), 459);
        assertThat(newer.get("me").error()).isEqualTo("190/459");
        var human = new Graph(sandbox.instagramApi(), instagram.newToken(ada.id()));
        assertThat(human.get("me").status()).isEqualTo(200);
        assertThat(new Graph(sandbox.instagramApi(), "nonsense").get("me").error())
                .isEqualTo("190");
        assertThat(new Graph(sandbox.instagramApi(), "").get("me").error()).isEqualTo("2500");
    }

    @Test
    void aTokenOfAnHourIsExchangedForALastingOne() {
        var exchange =
                "access_token?grant_type=ig_exchange_token&client_secret="
                        + ada.secret()
                        + "&access_token="
                        + instagram.shortToken(ada.id());
        var lasting = graph.send("GET", exchange, "").text("access_token");
        assertThat(new Graph(sandbox.instagramApi(), lasting).get("me").status()).isEqualTo(200);
        assertThat(graph.send("GET", exchange.replace(ada.secret(), "x"), "").error())
                .isEqualTo("100");
    }

    @Test
    void whoHasUsedEverythingIsShutOutAndForLongerWithEveryCall() {
        instagram.usage(ada.id(), 80, 20, 10, 5, Duration.ZERO);
        assertThat(business(graph.get("me"), "call_count")).isEqualTo(80);
        instagram.usage(ada.id(), 100, 20, 10, 5, Duration.ofMinutes(10));
        var refused = graph.get("me");
        assertThat(refused.error()).isEqualTo("80002");
        assertThat(business(refused, "estimated_time_to_regain_access")).isEqualTo(11);
        instagram.advance(Duration.ofMinutes(10).plusSeconds(30));
        assertThat(graph.get("me").error()).isEqualTo("80002");
        instagram.advance(Duration.ofMinutes(3));
        assertThat(graph.get("me").status()).isEqualTo(200);
        instagram.usage(ada.id(), 0, 0, 0, 100, Duration.ofMinutes(10));
        assertThat(graph.get("me").error()).isEqualTo("4");
        assertThat(graph.get("me").raw().headers().firstValue("X-App-Usage"))
                .hasValueSatisfying(it -> assertThat(it).contains("\"call_count\":100"));
    }

    private int business(Graph.Answer answer, String key) {
        var header = answer.raw().headers().firstValue("X-Business-Use-Case-Usage").orElseThrow();
        return Json.objectOf(header).path(ada.id()).path(0).path(key).asInt();
    }

    @Test
    void callsAreCounted() {
        instagram.set("callsPerDay", 10);
        for (var i = 0; i < 5; i++) {
            graph.get("me");
        }
        assertThat(business(graph.get("me"), "call_count")).isEqualTo(60);
        for (var i = 0; i < 4; i++) {
            graph.get("me");
        }
        assertThat(graph.get("me").error()).isEqualTo("80002");
        instagram.advance(Duration.ofHours(25));
        assertThat(graph.get("me").status()).isEqualTo(200);
    }

    @Test
    void conversationsMayBeAskedForTwiceInASecond() {
        instagram.set("conversationsPerSecond", 2);
        assertThat(graph.get("me/conversations").status()).isEqualTo(200);
        assertThat(graph.get("me/conversations").status()).isEqualTo(200);
        var refused = graph.get("me/conversations");
        for (var i = 0; i < 50 && refused.status() == 200; i++) {
            refused = graph.get("me/conversations");
        }
        assertThat(refused.error()).isEqualTo("613/2534040");
        instagram.advance(Duration.ofSeconds(1));
        assertThat(graph.get("me/conversations").status()).isEqualTo(200);
    }

    @Test
    void anyErrorComesOnOrderByItsCodes() {
        var post = instagram.post(ada.id(), "A book");
        orders.at("instagram.graph").method("POST").path("/comments$").graphError(4, 2207051);
        assertThat(graph.post(post + "/comments", "message", "one").error()).isEqualTo("4/2207051");
        assertThat(instagram.comments(post)).isEmpty();
        orders.at("instagram.graph").account("ada.reads").graphError(-2, 2207003);
        assertThat(graph.get("me").error()).isEqualTo("-2/2207003");
        orders.at("instagram.graph").contains("two").graphErrorAfter(1, 1357046);
        assertThat(graph.post(post + "/comments", "message", "two").error()).isEqualTo("1/1357046");
        assertThat(instagram.comments(post)).hasSize(1);
        orders.at("instagram.graph").graphError(190, 463);
        var expired = graph.get("me");
        assertThat(expired.error()).isEqualTo("190/463");
        assertThat(expired.body().path("error").path("error_user_msg").asString()).isNotBlank();
        orders.at("instagram.graph").status(503);
        assertThat(graph.get("me").status()).isEqualTo(503);
        assertThat(graph.get("me").status()).isEqualTo(200);
    }

    @Test
    void aSwitchedOffCommentSectionTakesNoComments() {
        var post = instagram.post(ada.id(), "A book");
        assertThat(graph.post(post, "comment_enabled", "false").status()).isEqualTo(200);
        assertThat(graph.post(post + "/comments", "message", "one").error()).isEqualTo("100");
    }
}
