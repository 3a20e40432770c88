package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.cli.Carrier;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Discord refuses, from a person's question to what an operator reads: one attempt, the reason
 * in the outcome, and no model call and no request for what would be refused again.
 */
class RefusedIT {
    private static final long SEND = 1L << 11;
    private static final String MAY_NOT = "may not write in #news: give it Send Messages";

    @TempDir static Path data;
    private static House house;
    private static String bo;

    private String news;
    private long begun;
    private long calls;

    @BeforeAll
    static void open() throws InterruptedException {
        house =
                new House(
                        SandboxOptions.defaults(),
                        data,
                        "policy: { default: { gather: { quiet: 300ms } } }");
        bo = house.person("Bo");
        house.open();
        // The first of everything is slow.
        CatchUpIT.awaitEnded(
                house, List.of(house.discord.says(bo, house.town.guild().general(), "@Ada hello")));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void news() {
        house.client.orders().endAll();
        news = house.channel("news");
        begun = house.client.signals().last();
        calls = house.client.model().count();
    }

    @Test
    void whereAPermissionIsMissingNobodyIsAskedAndNothingIsSent() {
        house.discord.permissions(news, house.town.guild().id(), 0, SEND);
        List<SeenMessage> asked = ask(news, 10);

        assertThat(outcomes(asked)).containsOnly("ignored(may not speak here: " + MAY_NOT + ")");
        assertThat(posts(news)).isZero();
        assertThat(house.client.model().count()).isEqualTo(calls);
        assertThat(why(asked.getFirst())).contains("ignored (may not speak here: " + MAY_NOT + ")");

        house.discord.permissions(news, house.town.guild().id(), SEND, 0);
        SeenMessage now = house.discord.says(bo, news, "@Ada and now?");
        CatchUpIT.awaitEnded(house, List.of(now));
        assertThat(House.outcomes(house.recorded(), now)).containsExactly("replied(mention)");
    }

    @Test
    void whatPermissionsDoNotShowIsRefusedOnceAndThenRemembered() {
        house.client
                .orders()
                .at("discord.rest")
                .method("POST")
                .path(news + "/messages$")
                .times(-1)
                .refused(403, 50013, "Missing Permissions");
        List<SeenMessage> asked = new ArrayList<>(ask(news, 1));
        asked.addAll(ask(news, 10));

        List<String> ended = outcomes(asked);
        assertThat(ended.getFirst()).isEqualTo("failed(refused: " + MAY_NOT + " (50013))");
        assertThat(ended.subList(1, 11))
                .containsOnly("ignored(may not speak here: " + MAY_NOT + " (50013))");
        assertThat(posts(news)).isEqualTo(1);
        assertThat(house.client.model().count()).isEqualTo(calls + 1);
        assertThat(why(asked.getFirst()))
                .contains("failed (refused: " + MAY_NOT + " (50013))")
                .contains("refused: " + MAY_NOT + " (50013)");
    }

    @Test
    void aPersonWhoTakesNoDirectMessagesIsTriedOnce() {
        String dm = house.discord.dm(bo, house.ada());
        house.discord.takesDms(bo, false);
        List<SeenMessage> asked = new ArrayList<>(ask(dm, 1));
        asked.addAll(ask(dm, 5));
        house.discord.takesDms(bo, true);

        List<String> ended = outcomes(asked);
        assertThat(ended.getFirst())
                .startsWith("failed(refused: this person takes no direct messages from it")
                .endsWith("(50007))");
        assertThat(ended.subList(1, 6))
                .allMatch(it -> it.startsWith("ignored(may not speak here: this person takes no"));
        assertThat(posts(dm)).isEqualTo(1);
    }

    @Test
    void aChannelThatIsDeletedWhileItThinksHasItsReason() {
        var held = house.client.orders().at("model").hold("before-answer");
        SeenMessage asked = house.discord.says(bo, news, "@Ada quick!");
        house.client
                .signals()
                .await(
                        begun,
                        House.PATIENCE,
                        it -> it.where().equals("model") && it.point().equals("before-answer"));
        house.discord.deleteChannel(news);
        held.release();
        CatchUpIT.awaitEnded(house, List.of(asked));

        assertThat(outcomes(List.of(asked)))
                .containsExactly("failed(refused: #news was deleted (10003))");
        assertThat(posts(news)).isLessThanOrEqualTo(1);
    }

    @Test
    void aRateLimitThatOutlastsTheAnswerIsTooLateAtOnceAndCostsOneRequest() {
        house.client
                .orders()
                .at("discord.rest")
                .method("POST")
                .path(news + "/messages$")
                .times(1)
                .rateLimited(3600);
        SeenMessage asked = house.discord.says(bo, news, "@Ada hello?");
        await().atMost(House.PATIENCE)
                .untilAsserted(() -> assertThat(outcomes(List.of(asked))).hasSize(1));

        assertThat(outcomes(List.of(asked)).getFirst())
                .startsWith("failed(too late: Discord's rate limit here until ")
                .endsWith(" (429))");
        assertThat(posts(news)).isEqualTo(1);
    }

    /** So many questions, each after the one before has ended. */
    private static List<SeenMessage> ask(String channel, int times) {
        List<SeenMessage> asked = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            asked.add(house.discord.says(bo, channel, "@Ada are you there? " + time));
        }
        CatchUpIT.awaitEnded(house, asked);
        return asked;
    }

    private static List<String> outcomes(List<SeenMessage> messages) {
        Recorded recorded = house.recorded();
        return messages.stream()
                .flatMap(message -> House.outcomes(recorded, message).stream())
                .toList();
    }

    private long posts(String channel) {
        return house.client.signals().after(begun, Duration.ZERO).stream()
                .filter(seen -> seen.point().equals("received") && seen.method().equals("POST"))
                .filter(seen -> seen.path().endsWith(channel + "/messages"))
                .count();
    }

    /** What the operator reads. */
    private static String why(SeenMessage message) {
        var line = Carrier.commandLine(Map.of());
        var out = new StringWriter();
        line.setOut(new PrintWriter(out, true));
        line.execute("why", message.id(), "--data", data.toString());
        return out.toString();
    }
}
