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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Channels that Discord holds up for long, from a person's question to its outcome. A short limit
 * is waited out, a longer one puts the turn off, and one beyond the turn's deadline ends it; each
 * costs one refused request, and other channels notice nothing. All are asked at once.
 */
class LongLimitsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int SHORT = 45;

    /** Longer than a record is held at most, which is two minutes less what handing over takes. */
    private static final int LONG = 115;

    private static final int TOO_LONG = 3600;

    @TempDir static Path data;
    private static House house;
    private static String bo;
    private static long begun;
    private static Instant asked;
    private static Limited shortly;
    private static Limited longer;
    private static Limited tooLong;
    private static Limited free;

    /** A channel and what was asked there. */
    private record Limited(String channel, SeenMessage question) {
        List<String> outcomes() {
            return House.outcomes(house.recorded(), question);
        }

        List<SeenMessage> spoken() {
            return house.spoken(channel);
        }

        long posts() {
            return house.client.signals().after(begun, Duration.ZERO).stream()
                    .filter(seen -> seen.point().equals("received"))
                    .filter(seen -> seen.method().equals("POST"))
                    .filter(seen -> seen.path().endsWith(channel + "/messages"))
                    .count();
        }
    }

    @BeforeAll
    static void askEverywhere() throws InterruptedException {
        house =
                new House(
                        SandboxOptions.defaults(),
                        data,
                        "policy: { default: { gather: { quiet: 300ms }, deadline: 10m } }");
        bo = house.person("Bo");
        house.open();
        // The first of everything is slow.
        CatchUpIT.awaitEnded(
                house, List.of(house.discord.says(bo, house.town.guild().general(), "@Ada hello")));
        begun = house.client.signals().last();
        asked = Instant.now();
        shortly = ask("shortly", SHORT);
        longer = ask("longer", LONG);
        tooLong = ask("too-long", TOO_LONG);
        free = ask("free", 0);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void otherChannelsGoOnMeanwhile() {
        await().atMost(PATIENCE).until(() -> !free.outcomes().isEmpty());

        assertThat(free.outcomes()).containsExactly("replied(mention)");
        assertThat(free.spoken().getFirst().acceptedAt()).isBefore(asked.plusSeconds(SHORT));
    }

    @Test
    void aLimitBeyondTheDeadlineEndsTheTurnAtOnceAndSaysWhy() {
        await().atMost(PATIENCE).until(() -> !tooLong.outcomes().isEmpty());
        SeenMessage again = house.discord.says(bo, tooLong.channel(), "@Ada and now?");
        CatchUpIT.awaitEnded(house, List.of(again));

        assertThat(tooLong.outcomes()).singleElement().satisfies(LongLimitsIT::namesTheLimit);
        assertThat(House.outcomes(house.recorded(), again))
                .singleElement()
                .satisfies(LongLimitsIT::namesTheLimit);
        assertThat(tooLong.spoken()).isEmpty();
        assertThat(tooLong.posts()).isEqualTo(1);
    }

    @Test
    void aShortLimitIsWaitedOutAndTheAnswerIsSaidOnce() {
        await().atMost(PATIENCE).until(() -> !shortly.outcomes().isEmpty());

        assertThat(shortly.outcomes()).containsExactly("replied(mention)");
        assertThat(shortly.spoken())
                .singleElement()
                .satisfies(said -> assertThat(said.acceptedAt()).isAfter(asked.plusSeconds(SHORT)));
        assertThat(shortly.posts()).isEqualTo(2);
    }

    @Test
    void aLongLimitPutsTheTurnOffAndTheAnswerIsThoughtAgainAndSaidOnce() {
        await().atMost(PATIENCE).until(() -> !longer.outcomes().isEmpty());

        Recorded recorded = house.recorded();
        assertThat(longer.outcomes()).containsExactly("replied(mention)");
        assertThat(longer.spoken())
                .singleElement()
                .satisfies(said -> assertThat(said.acceptedAt()).isAfter(asked.plusSeconds(LONG)));
        assertThat(longer.posts()).isEqualTo(2);
        assertThat(
                        recorded.says().stream()
                                .filter(say -> say.in().channel().equals(longer.channel())))
                .hasSize(2);
        assertThat(why(longer.question()))
                .containsPattern("refused: Discord's rate limit here until \\S+Z \\(429\\)")
                .containsPattern("ada: put off until \\S+Z \\(Discord's rate limit here");
    }

    private static void namesTheLimit(String outcome) {
        assertThat(outcome)
                .startsWith("failed(too late: Discord's rate limit here until ")
                .endsWith(" (429))");
    }

    /** What the operator reads. */
    private static String why(SeenMessage message) {
        var line = Carrier.commandLine(Map.of());
        var out = new StringWriter();
        line.setOut(new PrintWriter(out, true));
        line.execute("why", message.id(), "--data", data.toString());
        return out.toString();
    }

    private static Limited ask(String name, int retryAfter) {
        String channel = house.channel(name);
        if (retryAfter > 0) {
            house.client
                    .orders()
                    .at("discord.rest")
                    .method("POST")
                    .path(channel + "/messages$")
                    .times(1)
                    .rateLimited(retryAfter);
        }
        return new Limited(channel, house.discord.says(bo, channel, "@Ada are you there?"));
    }
}
