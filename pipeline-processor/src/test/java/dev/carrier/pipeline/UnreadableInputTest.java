package dev.carrier.pipeline;

import static dev.carrier.pipeline.Driver.CAFE;
import static dev.carrier.pipeline.Driver.bo;
import static dev.carrier.pipeline.Policies.ADA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.DeadLetter;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read is put aside with its reason, is answered for, and stops nothing. */
class UnreadableInputTest {
    @TempDir Path folder;
    private Driver driver;

    @BeforeEach
    void start() {
        driver = new Driver(Policies.defaults(), folder);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void anUnreadableEventIsPutAsideAndTheNextGoesOn() {
        driver.hear(
                Topics.EVENTS,
                CAFE.conversation(),
                "{\"type\":\"said.v1\",\"id\":\"discord:41:said:0\",\"heardBy\":[{\"account\":\"ada\"}]}"
                        .getBytes(UTF_8),
                Map.of());
        driver.mention(42);
        driver.after(Duration.ofSeconds(2));

        DeadLetter.Dead dead = (DeadLetter.Dead) driver.read(Topics.DEAD_LETTERS).getFirst();
        assertThat(dead.reason()).startsWith("said.v1: no ");
        assertThat(dead.from()).get().extracting(from -> from.topic()).isEqualTo("carrier.events");
        assertThat(driver.entries().getFirst().outcomes())
                .containsExactly(
                        new Outcome(
                                EventId.discordSaid("41"),
                                ADA,
                                OutcomeKind.FAILED,
                                "bug: " + dead.reason(),
                                Optional.empty()));
        assertThat(driver.step().triggers()).containsExactly(EventId.discordSaid("42"));
    }

    @Test
    void whatIsNoJsonAtAllIsAnsweredForByItsHeaders() {
        driver.hear(
                Topics.EVENTS,
                CAFE.conversation(),
                "oops".getBytes(UTF_8),
                Map.of(Headers.ABOUT, "discord:41:said:0", Headers.ACCOUNT, "ada"));
        assertThat(driver.entries().getFirst().outcomes())
                .extracting(Outcome::kind)
                .containsExactly(OutcomeKind.FAILED);
        assertThat(driver.entries().getFirst().input().body()).isEmpty();
        assertThat(driver.read(Topics.DEAD_LETTERS)).hasSize(1);
    }

    @Test
    void anUnreadableResultFailsItsTurn() {
        driver.mention(42);
        driver.after(Duration.ofSeconds(2));
        Step.Think step = driver.step();
        driver.read(Topics.RESPONSES_DISCORD);
        driver.hear(
                Topics.RESULTS,
                CAFE.conversation(),
                "oops".getBytes(UTF_8),
                Map.of(
                        Headers.ABOUT,
                        step.id().value(),
                        Headers.TURN,
                        step.turn().value(),
                        Headers.ACCOUNT,
                        "ada"));
        Outcome outcome = driver.entries().getLast().outcomes().getFirst();
        assertThat(outcome.kind()).isEqualTo(OutcomeKind.FAILED);
        assertThat(outcome.reason()).startsWith("bug: not JSON");
        assertThat(driver.read(Topics.RESPONSES_DISCORD))
                .hasAtLeastOneElementOfType(Response.React.class);
    }

    @Test
    void anUnreadableDeliveryClosesItsTurn() {
        driver.mention(42);
        driver.after(Duration.ofSeconds(2));
        driver.think(driver.step(), "Hi!");
        Response.Say say = driver.say();
        driver.hear(
                Topics.DELIVERIES,
                CAFE.conversation(),
                "oops".getBytes(UTF_8),
                Map.of(Headers.ABOUT, say.id().value(), Headers.ACCOUNT, "ada"));
        assertThat(driver.entries().getLast().outcomes().getFirst().reason())
                .startsWith("refused: bug: not JSON");
    }

    @Test
    void whatStandsUnderAnotherConversationsKeyIsPutAside() {
        driver.hear(
                Topics.EVENTS,
                Place.discordConversation("8"),
                Json.write(bo(42, "hello").event()),
                Map.of());
        assertThat(((DeadLetter.Dead) driver.read(Topics.DEAD_LETTERS).getFirst()).reason())
                .isEqualTo("its key is not its conversation");
    }
}
