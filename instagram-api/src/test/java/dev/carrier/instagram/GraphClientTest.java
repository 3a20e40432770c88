package dev.carrier.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.carrier.contracts.Remedy;
import dev.carrier.instagram.error.GraphError;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.instagram.error.Trouble;
import dev.carrier.instagram.pace.Pace;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GraphClientTest {
    private static final String TOKEN = "IGAAsecret";

    @AutoClose private final Meta meta = new Meta();
    private final GraphClient client = meta.client(() -> TOKEN);

    @Test
    void theTokenGoesInTheHeaderAndNowhereElse() {
        meta.says("{\"user_id\":\"178\",\"id\":99,\"username\":\"ada\"}");

        assertThat(client.me())
                .isEqualTo(
                        new Me(
                                "178",
                                Optional.of("99"),
                                "ada",
                                Optional.empty(),
                                Optional.empty()));
        assertThat(meta.last().authorization()).isEqualTo("Bearer " + TOKEN);
        assertThat(meta.last().uri()).startsWith("/v26.0/me?fields=").doesNotContain(TOKEN);
    }

    @Test
    void aRefreshIsAskedForWithoutAVersion() {
        meta.says("{\"access_token\":\"new\",\"token_type\":\"bearer\",\"expires_in\":5183944}");

        NewToken fresh = client.refresh("old one");

        assertThat(fresh).isEqualTo(new NewToken("new", Duration.ofSeconds(5_183_944)));
        assertThat(fresh.toString()).doesNotContain("new");
        assertThat(meta.last().uri())
                .isEqualTo(
                        "/refresh_access_token?access_token=old+one&grant_type=ig_refresh_token");
    }

    @Test
    void commentsAreReadAsFarAsTheySayAnything() {
        meta.says(
                """
                {"data":[{"id":"1","text":"hi","timestamp":"2017-08-31T19:16:02+0000",
                  "from":{"id":"7","username":"bo","self_ig_scoped_id":"21"},"new_field":{},
                  "replies":{"data":[{"id":"2","username":"ada","parent_id":"1"}]}},
                 {"id":"3","timestamp":"yesterday"}],
                 "paging":{"cursors":{"before":"b","after":"a"},"next":"https://more"}}\
                """);

        Page<Comment> page = client.comments().below("m", 50, Optional.empty());

        assertThat(page.next()).contains("a");
        Comment first = page.items().getFirst();
        assertThat(first.at()).contains(Instant.parse("2017-08-31T19:16:02Z"));
        assertThat(first.from()).contains(new Who("7", Optional.of("bo"), Optional.of("21")));
        assertThat(first.replies().getFirst().from().orElseThrow().username()).contains("ada");
        assertThat(page.items().get(1).at()).isEmpty();
    }

    @Test
    void withoutANextPageThereIsNoMoreWhateverTheCursors() {
        meta.says("{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"a\"}}}");

        assertThat(client.comments().replies("1", Optional.empty()).next()).isEmpty();
    }

    @Test
    void aReplyIsPostedAsAForm() {
        meta.says("{\"id\":\"5\"}");

        assertThat(client.comments().reply("1", "Grüße & more")).isEqualTo("5");
        assertThat(meta.last().uri()).isEqualTo("/v26.0/1/replies");
        assertThat(meta.last().body()).isEqualTo("message=Gr%C3%BC%C3%9Fe+%26+more");
    }

    @Test
    void commentsAreHiddenShownAndDeleted() {
        meta.says("{\"success\":true}").says("{\"success\":true}").says("{\"success\":true}");

        client.comments().hide("1", true);
        client.comments().hide("1", false);
        client.comments().delete("1");

        assertThat(meta.asked())
                .extracting(Meta.Asked::method, Meta.Asked::uri, Meta.Asked::body)
                .containsExactly(
                        tuple("POST", "/v26.0/1", "hide=true"),
                        tuple("POST", "/v26.0/1", "hide=false"),
                        tuple("DELETE", "/v26.0/1", ""));
    }

    @Test
    void messagesAreSentAsJson() {
        String taken = "{\"recipient_id\":\"7\",\"message_id\":\"aWdf\"}";
        meta.says(taken).says(taken).says(taken).says("{\"recipient_id\":\"7\"}");

        assertThat(client.messages().text("7", "hi").message()).isEqualTo("aWdf");
        client.messages().privately("1", "hi");
        client.messages().file("7", Messages.Attached.IMAGE, "https://x/y.jpg");
        client.messages().react("7", "aWdf", "love");

        assertThat(meta.asked())
                .extracting(Meta.Asked::body)
                .containsExactly(
                        "{\"message\":{\"text\":\"hi\"},\"recipient\":{\"id\":\"7\"}}",
                        "{\"message\":{\"text\":\"hi\"},\"recipient\":{\"comment_id\":\"1\"}}",
                        "{\"message\":{\"attachment\":{\"payload\":{\"url\":\"https://x/y.jpg\"},"
                                + "\"type\":\"image\"}},\"recipient\":{\"id\":\"7\"}}",
                        "{\"payload\":{\"message_id\":\"aWdf\",\"reaction\":\"love\"},"
                                + "\"recipient\":{\"id\":\"7\"},\"sender_action\":\"react\"}");
        assertThat(meta.last().uri()).isEqualTo("/v26.0/me/messages");
        assertThat(meta.last().type()).isEqualTo("application/json");
    }

    @Test
    void aConversationIsFoundByItsPerson() {
        meta.says("{\"data\":[{\"id\":\"c\",\"updated_time\":\"2026-01-01T00:00:00+0000\"}]}")
                .says(
                        """
                        {"messages":{"data":[{"id":"m","created_time":"2026-01-01T00:00:00+0000",
                         "from":{"id":"178","username":"ada"},"to":{"data":[{"id":"7"}]},
                         "message":"hello"}]},"id":"c"}\
                        """);

        Conversation found = client.messages().conversation("7").orElseThrow();
        List<DirectMessage> messages = client.messages().newest(found.id());

        assertThat(meta.asked().getFirst().uri()).contains("user_id=7", "platform=instagram");
        assertThat(messages.getFirst().text()).isEqualTo("hello");
        assertThat(messages.getFirst().to().getFirst().id()).isEqualTo("7");
    }

    @Test
    void aPostIsMadeOfContainers() {
        meta.says("{\"id\":\"c1\"}")
                .says(
                        """
                        {"id":"c1","status_code":"ERROR",
                         "status":"Error: Media upload has failed with error code 2207082"}\
                        """)
                .says("{\"id\":\"m1\"}")
                .says("{\"id\":\"m1\",\"permalink\":\"https://i/p/x/\",\"shortcode\":\"x\"}")
                .says(
                        """
                        {"data":[{"quota_usage":2,
                          "config":{"quota_total":50,"quota_duration":86400}}]}\
                        """);
        Publishing publishing = client.publishing();

        String container =
                publishing.create("178", ContainerForm.image("https://x/y.jpg").aiGenerated(true));

        assertThat(meta.last().body())
                .isEqualTo("image_url=https%3A%2F%2Fx%2Fy.jpg&is_ai_generated=true");
        assertThat(publishing.state(container).error().orElseThrow().remedy())
                .isEqualTo(Remedy.NEW_CONTAINER);
        assertThat(publishing.publish("178", container)).isEqualTo("m1");
        assertThat(meta.last().body()).isEqualTo("creation_id=c1");
        assertThat(publishing.address("m1").permalink()).contains("https://i/p/x/");
        assertThat(publishing.limit("178"))
                .isEqualTo(new PublishingLimit(2, 50, Duration.ofDays(1)));
    }

    @Test
    void anIdFromOutsideReachesNoOtherPath() {
        meta.says("{\"success\":true}");

        client.comments().delete("1/../../me?x=");

        assertThat(meta.last().uri()).isEqualTo("/v26.0/1%2F..%2F..%2Fme%3Fx%3D");
    }

    @Test
    void anErrorIsToldByItsCodeAndNeverHoldsTheToken() {
        meta.says(
                400,
                Map.of(),
                "{\"error\":{\"message\":\"Malformed access token %s\",\"code\":190}}"
                        .formatted(TOKEN));

        GraphProblem problem = catchThrowableOfType(GraphProblem.class, client::me);

        assertThat(problem.error().trouble()).isEqualTo(Trouble.TOKEN);
        assertThat(problem.toString()).contains("190", "Malformed").doesNotContain(TOKEN);
        assertThat(problem.error().toString()).doesNotContain(TOKEN);
    }

    @Test
    void aTokenThatWasReplacedMeanwhileIsTriedOnce() {
        meta.refuses(190, 463).says("{\"id\":\"178\"}");
        TokenSource replaced =
                new TokenSource() {
                    private volatile String token = "old";

                    @Override
                    public String token() {
                        return token;
                    }

                    @Override
                    public boolean refused(String refused, GraphError error) {
                        token = "new";
                        return true;
                    }
                };

        assertThat(meta.client(replaced).me().id()).isEqualTo("178");
        assertThat(meta.asked())
                .extracting(Meta.Asked::authorization)
                .containsExactly("Bearer old", "Bearer new");
    }

    @Test
    void aConnectionThatIsCutLeavesUnknownWhetherItWasDone() {
        meta.hangsUp();

        GraphProblem problem =
                catchThrowableOfType(GraphProblem.class, () -> client.comments().reply("1", "hi"));

        assertThat(problem.error().remedy()).isEqualTo(Remedy.AGAIN);
        assertThat(problem.error().refused()).isFalse();
        assertThat(meta.asked()).hasSize(1);
    }

    @Test
    void anAnswerWithoutAnIdLeavesUnknownUnderWhichItWasDone() {
        meta.says("{}").says("<html>");

        for (int i = 0; i < 2; i++) {
            GraphProblem problem =
                    catchThrowableOfType(
                            GraphProblem.class, () -> client.comments().reply("1", "hi"));
            assertThat(problem.error().refused()).isFalse();
        }
    }

    @Test
    void whatNeverArrivedIsKnownNotToBeDone() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var nobody =
                new GraphClient(
                        URI.create("http://127.0.0.1:" + closed),
                        "v26.0",
                        () -> TOKEN,
                        Pace.NONE,
                        GraphClient.http());

        GraphProblem problem =
                catchThrowableOfType(GraphProblem.class, () -> nobody.comments().reply("1", "hi"));

        assertThat(problem.error().refused()).isTrue();
        assertThat(problem.error().remedy()).isEqualTo(Remedy.AGAIN);
    }

    @Test
    void aRedirectIsNotFollowed() {
        meta.says(302, Map.of("Location", "http://elsewhere/"), "");

        assertThat(catchThrowableOfType(GraphProblem.class, client::me)).isNotNull();
        assertThat(meta.asked()).hasSize(1);
    }
}
