package dev.carrier.sandbox.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People comment and an account answers: over the Graph API, and with signed webhooks. */
class InstagramCommentsTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final SandboxClient client = new SandboxClient(sandbox.base());
    private final InstagramClient instagram = client.instagram();
    private final Listener listener = new Listener();
    private final InstagramClient.NewAccount ada = instagram.account("ada.reads");
    private final String grace = instagram.person("grace");
    private final Graph graph = new Graph(sandbox.instagramApi(), ada.token());

    @BeforeEach
    void theAppListens() {
        instagram.webhook().callback(listener.at(), listener.verifyToken());
        assertThat(
                        graph.post(
                                        ada.id() + "/subscribed_apps",
                                        "subscribed_fields",
                                        "comments,messages")
                                .body()
                                .path("success")
                                .asBoolean())
                .isTrue();
    }

    @AfterEach
    void theWorldEnds() {
        sandbox.close();
        listener.close();
    }

    private JsonNode awaited(Predicate<JsonNode> wanted) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> listener.updates().stream().filter(wanted).findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void aCommentIsToldSignedAndEscapedAndItsAnswerComesBackAsOne() throws Exception {
        var post = instagram.post(ada.id(), "A book");
        var comment = instagram.comment(grace, post, "Très bien 🎉 http://a/b");
        var told = awaited(it -> it.path("id").asString("").equals(comment));
        assertThat(told.path("text").asString()).isEqualTo("Très bien 🎉 http://a/b");
        assertThat(told.path("from").path("id").asString()).isEqualTo(grace);
        assertThat(told.path("media").path("id").asString()).isEqualTo(post);
        var raw = listener.got().getFirst();
        assertThat(raw.body())
                .contains("Tr\\u00e8s bien \\ud83c\\udf89 http:\\/\\/a\\/b")
                .matches("\\p{ASCII}+");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(ada.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(raw.signature())
                .isEqualTo(
                        "sha256="
                                + HexFormat.of()
                                        .formatHex(
                                                mac.doFinal(
                                                        raw.body()
                                                                .getBytes(
                                                                        StandardCharsets.UTF_8))));

        var reply = graph.post(comment + "/replies", "message", "Thank you").text("id");
        var own = awaited(it -> it.path("id").asString("").equals(reply));
        assertThat(own.path("parent_id").asString()).isEqualTo(comment);
        assertThat(own.path("from").path("id").asString()).isEqualTo(ada.id());
        assertThat(own.path("from").path("self_ig_scoped_id").asString()).isNotBlank();
        assertThat(graph.get(comment + "/replies").all("text")).containsExactly("Thank you");
        assertThat(instagram.comments(post))
                .extracting(it -> it.username() + ": " + it.text())
                .containsExactly("grace: Très bien 🎉 http://a/b", "ada.reads: Thank you");
    }

    @Test
    void commentsComeInBothForms() {
        var post = instagram.post(ada.id(), "A book");
        instagram.comment(grace, post, "one");
        instagram.comment(grace, post, "two");
        await().atMost(Duration.ofSeconds(30)).until(() -> listener.updates().size() == 2);
        assertThat(listener.got())
                .extracting(it -> it.json().path("entry").path(0).has("changes"))
                .containsExactlyInAnyOrder(true, false);
        instagram.webhook().form("wrapped");
        instagram.comment(grace, post, "three");
        await().atMost(Duration.ofSeconds(30)).until(() -> listener.updates().size() == 3);
        assertThat(listener.got().getLast().body()).startsWith("[{\"object\"");
    }

    @Test
    void aCommentIsHiddenShownAndDeleted() {
        var post = instagram.post(ada.id(), "A book");
        var comment = instagram.comment(grace, post, "Buy followers!");
        assertThat(graph.post(comment, "hide", "true").status()).isEqualTo(200);
        assertThat(instagram.comments(post).getFirst().hidden()).isTrue();
        assertThat(graph.post(comment + "/replies", "message", "no").error()).isEqualTo("100");
        assertThat(graph.post(comment, "hide", "false").status()).isEqualTo(200);
        assertThat(graph.get(comment + "?fields=hidden").body().path("hidden").asBoolean(true))
                .isFalse();
        assertThat(graph.delete(comment).status()).isEqualTo(200);
        assertThat(instagram.comments(post).getFirst().deleted()).isTrue();
        assertThat(graph.get(comment).error()).isEqualTo("100/33");
        assertThat(graph.get(comment).body().path("error").path("type").asString())
                .isEqualTo("GraphMethodException");
    }

    @Test
    void commentsArePagedNewestFirstAndFieldsAreExpanded() {
        var post = instagram.post(ada.id(), "A book");
        for (var i = 1; i <= 60; i++) {
            instagram.comment(grace, post, "c" + i);
        }
        var first = graph.get(post + "/comments?limit=100&fields=text,from{id,username}");
        assertThat(first.all("text")).hasSize(50).startsWith("c60", "c59").endsWith("c11");
        var next = first.body().path("paging").path("next").asString();
        var second = graph.send("GET", next, "");
        assertThat(second.all("text")).hasSize(10).startsWith("c10").endsWith("c1");
        assertThat(second.body().path("paging").has("next")).isFalse();
        assertThat(first.body().path("data").path(0).path("from").path("username").asString())
                .isEqualTo("grace");
        assertThat(graph.get("me/media?fields=comments_count,permalink").all("comments_count"))
                .containsExactly("60");
        assertThat(graph.get(post + "/comments?fields=nonsense").error()).isEqualTo("100");
    }

    @Test
    void aMentionOnSomebodyElsesMediaIsACommentOrAMention() {
        var theirs = instagram.post(grace, "My cat");
        var comment = instagram.comment(grace, theirs, "Look @ada.reads!");
        var told = awaited(it -> it.path("id").asString("").equals(comment));
        assertThat(told.path("media").path("id").asString()).isEqualTo(theirs);
        instagram.webhook().mentionsAsField(true);
        var second = instagram.comment(grace, theirs, "and you, @ada.reads");
        awaited(it -> it.path("comment_id").asString("").equals(second));
        var seen =
                graph.get(
                        "me?fields=mentioned_comment.comment_id("
                                + second
                                + "){text,username,media{id}}");
        assertThat(seen.body().path("mentioned_comment").path("username").asString())
                .isEqualTo("grace");
        assertThat(
                        graph.post(
                                        "me/mentions",
                                        "media_id",
                                        theirs,
                                        "comment_id",
                                        second,
                                        "message",
                                        "Lovely")
                                .status())
                .isEqualTo(200);
        assertThat(instagram.comments(theirs).getLast().parent()).hasValue(second);
    }
}
