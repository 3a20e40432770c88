package dev.carrier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.Usage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class CarrierTopologyTest {
    private static final Place CAFE = Places.channel("7");

    @TempDir Path folder;
    private Driver driver;

    @BeforeEach
    void start() {
        driver = new Driver(PolicyInForce.of(Policies.defaults().done()), "build-1", folder);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private Saying bo(String message, String text) {
        return new Saying(EventId.discordSaid(message), CAFE, Driver.START, "bo", text);
    }

    @Test
    void oneMessageGoesAroundTheLoopByItsClock() {
        driver.hear(
                Topics.EVENTS,
                CAFE.conversation(),
                bo("42", "hello @Ada").mentioning(Policies.ADA).event());
        driver.after(Duration.ofMillis(1400));
        assertThat(driver.said(Topics.STEPS)).isEmpty();

        driver.after(Duration.ofMillis(125));
        Step.Think think = (Step.Think) driver.said(Topics.STEPS).getFirst();
        driver.hear(
                Topics.RESULTS,
                CAFE.conversation(),
                new Result.Thought(
                        think.id(),
                        think.turn(),
                        CAFE.conversation(),
                        think.account(),
                        "Hello Bo!",
                        "test/model",
                        List.of(),
                        Recollection.none("ok"),
                        new Usage(1, 1, 0, false),
                        Driver.START,
                        1,
                        1));
        Response.Say say = (Response.Say) driver.said(Topics.RESPONSES_DISCORD).getLast();
        driver.hear(
                Topics.DELIVERIES,
                CAFE.conversation(),
                new Delivery.Accepted(
                        say.id(),
                        say.turn(),
                        CAFE.conversation(),
                        say.account(),
                        EventId.discordSaid("43"),
                        new PersonId("discord:user:1"),
                        "Ada",
                        say.text(),
                        Driver.START,
                        false));

        List<JournalRecord.Entry> entries =
                driver.said(Topics.JOURNAL).stream().map(JournalRecord.Entry.class::cast).toList();
        assertThat(entries)
                .extracting(JournalRecord.Entry::sequence)
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(entries)
                .extracting(entry -> entry.input().kind())
                .containsExactly("heard", "rang", "thought", "delivered");
        assertThat(entries.getLast().outcomes().getFirst().reason()).isEqualTo("mention");
    }
}
