package dev.carrier.sandbox.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
        return await().atMost(Duration.ofSeconds(30))
                .until(
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
    void aFileOfAPersonCanBeFetchedAndAStickerIsOnlyNamed() throws Exception {
        var url = instagram.file("image/png", new byte[] {1, 2, 3});
        instagram.sends(grace, ada.id(), "image", url);
        instagram.sendsUnsupported(grace, ada.id());
        var told = awaited(it -> attachment(it).equals("image"));
        var at = told.path("message").path("attachments").path(0).path("payload").path("url");
        try (var http = HttpClient.newHttpClient()) {
            var got =
                    http.send(
                            HttpRequest.newBuilder(URI.create(at.asString())).build(),
                            BodyHandlers.ofByteArray());
            assertThat(got.body()).containsExactly(1, 2, 3);
            assertThat(got.headers().firstValue("Content-Type")).hasValue("image/png");
        }
        var sticker = awaited(it -> it.path("message").path("is_unsupported").asBoolean(false));
        assertThat(sticker.path("message").has("attachments")).isFalse();
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
        var words =
                graph.get(
                        conversations.all("id").getFirst()
                                + "?fields=messages.limit(50){id,from,message}");
        assertThat(words.body().path("messages").path("data").valueStream())
                .hasSize(21)
                .last()
                .satisfies(it -> {
                    assertThat(it.path("id").asString()).isEqualTo(first);
                    assertThat(it.has("message")).isFalse();
                    assertThat(it.has("from")).isFalse();
                });
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
