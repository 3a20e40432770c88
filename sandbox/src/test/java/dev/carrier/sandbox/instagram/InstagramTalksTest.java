package dev.carrier.sandbox.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People and an account talk: over the Graph API, and with signed webhooks. */
class InstagramTalksTest {
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
        return await().until(
                        () -> listener.updates().stream().filter(wanted).findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void anAccountKnowsItself() {
        var me = graph.get("me?fields=user_id,username,account_type");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("user_id")).isEqualTo(ada.id());
        assertThat(me.text("username")).isEqualTo("ada.reads");
        assertThat(me.text("account_type")).isEqualTo("BUSINESS");
        assertThat(me.text("id")).isNotEqualTo(ada.id());
        assertThat(me.raw().headers().firstValue("X-Business-Use-Case-Usage"))
                .hasValueSatisfying(it -> assertThat(it).contains(ada.id(), "call_count"));
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
        await().until(() -> listener.updates().size() == 2);
        assertThat(listener.got())
                .extracting(it -> it.json().path("entry").path(0).has("changes"))
                .containsExactlyInAnyOrder(true, false);
        instagram.webhook().form("wrapped");
        instagram.comment(grace, post, "three");
        await().until(() -> listener.updates().size() == 3);
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
    void aDirectMessageIsAnsweredAndTheAnswerIsEchoed() {
        var mid = instagram.dm(grace, ada.id(), "Hello");
        var told = awaited(it -> it.path("message").path("mid").asString("").equals(mid));
        assertThat(told.path("sender").path("id").asString()).isEqualTo(grace);
        assertThat(told.path("recipient").path("id").asString()).isEqualTo(ada.id());
        var sent = graph.says(grace, "Hello Grace");
        assertThat(sent.text("recipient_id")).isEqualTo(grace);
        var echo =
                awaited(it ->
                        it.path("message")
                                .path("mid")
                                .asString("")
                                .equals(sent.text("message_id")));
        assertThat(echo.path("message").path("is_echo").asBoolean()).isTrue();
        assertThat(echo.path("sender").path("id").asString()).isEqualTo(ada.id());
        var human = instagram.humanTypes(ada.id(), grace, "This is me");
        awaited(it -> it.path("message").path("mid").asString("").equals(human));
        assertThat(instagram.thread(ada.id(), grace))
                .extracting(it -> it.via() + " " + it.text())
                .containsExactly("person Hello", "api Hello Grace", "app This is me");
        assertThat(graph.get(grace + "?fields=username").text("username")).isEqualTo("grace");
    }

    @Test
    void everythingAPersonDoesInADirectMessageIsTold() {
        var mid = instagram.dm(grace, ada.id(), "Hello");
        instagram.edits(mid, "Hello!");
        var answer = graph.says(grace, "Hi").text("message_id");
        instagram.reacts(answer, "❤");
        instagram.reads(grace, ada.id());
        instagram.presses(grace, ada.id(), "Opening hours", "HOURS");
        instagram.storyMention(grace, ada.id());
        var story = instagram.publish(ada.id(), "IMAGE", "STORY", "");
        instagram.storyReply(grace, ada.id(), story, "Nice story");
        instagram.sends(grace, ada.id(), "image", "https://cdn.example/cat.jpg");
        instagram.unsends(mid);
        assertThat(awaited(it -> it.has("message_edit")).path("message_edit"))
                .isEqualTo(Json.object().put("mid", mid).put("text", "Hello!").put("num_edit", 1));
        assertThat(awaited(it -> it.has("reaction")).path("reaction").path("action").asString())
                .isEqualTo("react");
        assertThat(awaited(it -> it.has("read")).path("read").path("mid").asString())
                .isEqualTo(answer);
        assertThat(awaited(it -> it.has("postback")).path("postback").path("payload").asString())
                .isEqualTo("HOURS");
        awaited(it -> attachment(it).equals("story_mention"));
        awaited(it -> attachment(it).equals("image"));
        awaited(it ->
                it.path("message")
                        .path("reply_to")
                        .path("story")
                        .path("id")
                        .asString("")
                        .equals(story));
        awaited(it -> it.path("message").path("is_deleted").asBoolean(false));
    }

    private static String attachment(JsonNode update) {
        return update.path("message").path("attachments").path(0).path("type").asString("");
    }

    @Test
    void theAccountReactsAndShowsThatItTypes() {
        var mid = instagram.dm(grace, ada.id(), "Hello");
        assertThat(graph.reacts(grace, mid, "love").status()).isEqualTo(200);
        assertThat(instagram.thread(ada.id(), grace).getFirst().reactions())
                .containsEntry(ada.id(), "❤");
        assertThat(graph.acts(grace, "typing_on").status()).isEqualTo(200);
        assertThat(graph.acts(grace, "dance").error()).isEqualTo("100");
    }

    @Test
    void conversationsListEverythingAndTheNewestTwentyCanBeRead() {
        instagram.set("conversationsPerSecond", 100);
        var first = instagram.dm(grace, ada.id(), "m1");
        for (var i = 2; i <= 21; i++) {
            instagram.dm(grace, ada.id(), "m" + i);
        }
        var conversations = graph.get("me/conversations?platform=instagram&user_id=" + grace);
        assertThat(conversations.all("id")).hasSize(1);
        var messages =
                graph.get(conversations.all("id").getFirst() + "?fields=messages.limit(50){id}");
        List<String> mids =
                messages.body()
                        .path("messages")
                        .path("data")
                        .valueStream()
                        .map(it -> it.path("id").asString())
                        .toList();
        assertThat(mids).hasSize(21).endsWith(first);
        var newest = graph.get(mids.getFirst() + "?fields=id,created_time,from,to,message");
        assertThat(newest.text("message")).isEqualTo("m21");
        assertThat(newest.text("created_time")).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\+0000");
        assertThat(graph.get(first + "?fields=message").error()).isEqualTo("100");
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

    @Test
    void aCallbackThatDoesNotAnswerTheChallengeIsNotTaken() {
        assertThatThrownBy(() -> instagram.webhook().callback(listener.at(), "wrong token"))
                .hasMessageContaining("couldn't be validated");
    }

    @Test
    void anAccountThatIsNotSubscribedIsToldNothing() {
        var silent = instagram.account("silent");
        instagram.dm(grace, silent.id(), "Hello?");
        var mid = instagram.dm(grace, ada.id(), "Hello");
        awaited(it -> it.path("message").path("mid").asString("").equals(mid));
        assertThat(listener.updates()).hasSize(1);
    }
}
