package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on Instagram: people, Meta's webhooks, every worker, the Graph API. */
class InstagramIT {
    @TempDir static Path data;
    private static Studio studio;

    @BeforeAll
    static void open() throws InterruptedException {
        studio = new Studio(data, Map.of());
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    @Test
    void aCommentUnderAPostIsAnsweredOnceBelowIt() {
        studio.client.model().answers("how many hives", "Seven, and one to spare.");
        String post = studio.instagram.post(studio.account.id(), "Spring on the roof.");
        String kim = studio.instagram.person("kim");

        String asked = studio.instagram.comment(kim, post, "how many hives do you have?");

        soon().untilAsserted(() -> assertThat(studio.said(post)).hasSize(1));
        assertThat(studio.said(post).getFirst().text()).isEqualTo("Seven, and one to spare.");
        assertThat(studio.said(post).getFirst().parent()).contains(asked);
        soon().untilAsserted(() ->
                assertThat(studio.outcomes(studio.said(post).getFirst().id()))
                        .containsExactly("ignored(own message)"));
        assertThat(studio.said(post)).hasSize(1);
    }

    @Test
    void aReplyToSomebodyElseIsNotAnsweredAndAMentionIs() {
        studio.client.model().answers("are you a machine", "I am, and I like bees.");
        String post = studio.instagram.post(studio.account.id(), "A swarm in the plum tree.");
        String lea = studio.instagram.person("lea");
        String max = studio.instagram.person("max");
        String first = studio.instagram.comment(lea, post, "lovely, where is this?");
        soon().untilAsserted(() -> assertThat(studio.said(post)).hasSize(1));

        String aside =
                studio.instagram.comment(
                        max, post, "@lea in the old town", java.util.Optional.of(first));
        String called =
                studio.instagram.comment(
                        max,
                        post,
                        "@ada.keeps.bees are you a machine?",
                        java.util.Optional.of(first));

        soon().untilAsserted(() -> assertThat(studio.said(post)).hasSize(2));
        assertThat(studio.said(post).getLast().text()).isEqualTo("I am, and I like bees.");
        soon().untilAsserted(() -> assertThat(studio.outcomes(called)).hasSize(1));
        assertThat(studio.outcomes(called).getFirst()).startsWith("replied(");
        soon().untilAsserted(() -> assertThat(studio.outcomes(aside)).hasSize(1));
    }

    @Test
    void aDirectMessageIsAnsweredAndItsEchoIsNot() {
        studio.client.model().answers("what is in your smoker", "Dry grass, mostly.");
        String tom = studio.instagram.person("tom");

        String asked = studio.instagram.dm(tom, studio.account.id(), "what is in your smoker?");

        soon().untilAsserted(() -> assertThat(studio.wrote(tom)).hasSize(1));
        assertThat(studio.wrote(tom).getFirst().text()).isEqualTo("Dry grass, mostly.");
        String echo = studio.wrote(tom).getFirst().mid();
        soon().untilAsserted(() ->
                assertThat(studio.outcomes(echo)).containsExactly("ignored(own message)"));
        soon().untilAsserted(() -> assertThat(studio.outcomes(asked)).hasSize(1));
        assertThat(studio.wrote(tom)).hasSize(1);
    }

    @Test
    void whereAHumanTypesInTheAppTheCharacterIsSilent() {
        studio.client.model().answers("is the shop open", "From nine to five.");
        String ana = studio.instagram.person("ana");
        studio.instagram.dm(ana, studio.account.id(), "is the shop open?");
        soon().untilAsserted(() -> assertThat(studio.wrote(ana)).hasSize(1));

        String typed =
                studio.instagram.humanTypes(studio.account.id(), ana, "Kim here, come at ten!");
        soon().untilAsserted(() ->
                assertThat(studio.outcomes(typed)).containsExactly("ignored(written by a person)"));
        String thanks = studio.instagram.dm(ana, studio.account.id(), "thank you, see you then");

        soon().untilAsserted(() ->
                assertThat(studio.outcomes(thanks))
                        .containsExactly("ignored(a person answers here)"));
        assertThat(studio.wrote(ana)).hasSize(1);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(2));
    }
}
