package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.cli.Carrier;
import dev.carrier.contracts.Result;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import dev.carrier.sandbox.SignalsClient.Seen;
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
 * A model that is away, from a person's question to what that person sees: one that comes back is
 * waited for, one that does not ends the turn at its deadline with the reason, and one that refuses
 * is not asked again. All are asked at once.
 */
class ModelAwayIT {
    private static final Duration AWAY = Duration.ofSeconds(20);
    private static final int DEADLINE = 60;

    @TempDir static Path data;
    private static House house;
    private static String bo;
    private static long begun;
    private static Instant asked;
    private static Place back;
    private static Place gone;
    private static Place barred;

    /** A channel and what was asked there. */
    private record Place(String channel, SeenMessage question) {
        List<String> outcomes() {
            return House.outcomes(house.recorded(), question);
        }

        SeenMessage now() {
            return house.discord.messages(channel).stream()
                    .filter(message -> message.id().equals(question.id()))
                    .findFirst()
                    .orElseThrow();
        }

        List<Result.Deferred> deferred() {
            return house.recorded().results().stream()
                    .filter(Result.Deferred.class::isInstance)
                    .map(Result.Deferred.class::cast)
                    .filter(one -> one.in().value().endsWith(channel))
                    .toList();
        }
    }

    @BeforeAll
    static void askEverywhere() throws InterruptedException {
        house =
                new House(
                        SandboxOptions.defaults(),
                        data,
                        "policy: { default: { gather: { quiet: 300ms }, deadline: "
                                + DEADLINE
                                + "s } }");
        bo = house.person("Bo");
        house.open();
        // The first of everything is slow.
        CatchUpIT.awaitEnded(
                house, List.of(house.discord.says(bo, house.town.guild().general(), "@Ada hello")));
        begun = house.client.signals().last();
        asked = Instant.now();
        var away = house.client.orders().at("model").contains("the tide").times(-1).dropBefore();
        house.client.orders().at("model").contains("the moon").times(-1).status(503);
        house.client.orders().at("model").contains("the key").times(-1).status(401);
        back = ask("back", "@Ada when is the tide?");
        gone = ask("gone", "@Ada when is the moon?");
        barred = ask("barred", "@Ada where is the key?");
        await().pollDelay(AWAY).atMost(AWAY.multipliedBy(2)).until(() -> true);
        away.release();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aModelThatComesBackAnswersOnceAndNobodySeesAFailure() {
        await().atMost(House.PATIENCE).until(() -> !back.outcomes().isEmpty());

        assertThat(back.outcomes()).containsExactly("replied(mention)");
        assertThat(house.spoken(back.channel()))
                .singleElement()
                .satisfies(said ->
                        assertThat(said.acceptedAt())
                                .isBetween(asked.plus(AWAY), asked.plusSeconds(DEADLINE)));
        assertThat(back.now().reactions()).isEmpty();
        assertThat(back.deferred())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.reason()).endsWith(" broke off the connection"));
        assertThat(typed(back.channel())).as("typing, renewed meanwhile").isGreaterThan(2);
    }

    @Test
    void aModelThatStaysAwayEndsTheTurnAtItsDeadlineAndWhySaysSo() {
        await().atMost(House.PATIENCE).until(() -> !gone.outcomes().isEmpty());

        assertThat(gone.outcomes())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome)
                                .startsWith("failed(too late: ")
                                .contains("refused with 503"));
        assertThat(house.spoken(gone.channel())).isEmpty();
        await().atMost(House.PATIENCE).until(() -> !gone.now().reactions().isEmpty());
        assertThat(gone.deferred()).hasSizeGreaterThan(1);
        assertThat(why(gone.question()))
                .containsPattern("ada: failed \\(too late: .* refused with 503")
                .contains("deferred until");
    }

    @Test
    void aModelThatRefusesIsNotAskedAgain() {
        await().atMost(House.PATIENCE).until(() -> !barred.outcomes().isEmpty());

        assertThat(barred.outcomes())
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome).startsWith("failed(model: ").contains("with 401"));
        assertThat(barred.deferred()).isEmpty();
    }

    private static Place ask(String name, String text) {
        String channel = house.channel(name);
        return new Place(channel, house.discord.says(bo, channel, text));
    }

    private static long typed(String channel) {
        return house.client.signals().after(begun, Duration.ZERO).stream()
                .filter(seen -> seen.point().equals("received"))
                .map(Seen::path)
                .filter(path -> path.endsWith(channel + "/typing"))
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
