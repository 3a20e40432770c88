package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Event;
import dev.carrier.ingest.instagram.AccountHealth.State;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong with one account is said, and is none of the others' business. */
class TroubleIT {
    private final Cafe cafe = new Cafe();

    @AfterEach
    void close() {
        cafe.close();
    }

    @Test
    void anAccountWithABadTokenStopsAndTheOthersGoOn() {
        var juno = cafe.account("juno");
        cafe.instagram.killsTokens(juno.id(), 460);
        try (var worker = cafe.hearing(cafe.ada, juno)) {
            Cafe.awaitHearing(worker, cafe.ada);
            Cafe.soon().until(() -> Cafe.health(worker, juno).state() == State.STOPPED);
            assertThat(Cafe.health(worker, juno).trouble()).isPresent();
            assertThat(worker.health().isWell()).isFalse();

            String mid = cafe.instagram.dm(cafe.bob, cafe.ada.id(), "still here?");
            cafe.soonSaid(cafe.ada, mid);
        }
    }

    @Test
    void whileInstagramDoesNotAnswerWebhooksOfAnAccountThatIsKnownAreTaken() {
        try (var worker = cafe.hearing(cafe.ada)) {
            Cafe.awaitHearing(worker, cafe.ada);
        }
        cafe.client.orders().at("instagram.graph").times(-1).status(500);
        try (var worker = cafe.hearing(cafe.ada)) {
            String mid = cafe.instagram.dm(cafe.bob, cafe.ada.id(), "hello?");
            Event.Said said = cafe.soonSaid(cafe.ada, mid);
            assertThat(said.text()).isEqualTo("hello?");
            Cafe.soon().until(() -> Cafe.health(worker, cafe.ada).state() == State.DEAF);
            assertThat(Cafe.health(worker, cafe.ada).trouble()).isPresent();
            cafe.client.orders().endAll();
            Cafe.awaitHearing(worker, cafe.ada);
        }
    }

    @Test
    void anAccountThatIsNotKnownYetLosesNothing() {
        // Subscribed by somebody else before.
        try (var worker = cafe.hearing(cafe.ada)) {
            Cafe.awaitHearing(worker, cafe.ada);
        }
        cafe.redis.client().del(Keys.self(Cafe.name(cafe.ada)));
        var away = cafe.client.orders().at("instagram.graph").times(-1).status(500);
        try (var worker = cafe.hearing(cafe.ada)) {
            String mid = cafe.instagram.dm(cafe.bob, cafe.ada.id(), "hello?");
            Cafe.soon().until(() -> worker.counts().of(Counted.UNSETTLED) > 0);
            away.release();
            cafe.client.orders().endAll();
            cafe.soonSaid(cafe.ada, mid);
        }
    }

    @Test
    void anAppThatIsNotLiveIsToldSoAsSoonAsItShows() {
        cafe.instagram.webhook().access(false, false);
        try (var worker = cafe.hearing(Duration.ofMillis(500), cafe.ada)) {
            Cafe.awaitHearing(worker, cafe.ada);
            Cafe.nextSecond();
            String last = "";
            for (int i = 0; i < 3; i++) {
                last = cafe.instagram.comment(cafe.bob, cafe.post, "comment " + i);
            }
            cafe.soonSaid(cafe.ada, last);
            Cafe.soon()
                    .untilAsserted(() ->
                            assertThat(Cafe.health(worker, cafe.ada).warning())
                                    .hasValueSatisfying(it ->
                                            assertThat(it)
                                                    .contains("Live mode")
                                                    .contains("Advanced Access")));
            assertThat(Cafe.health(worker, cafe.ada).state()).isEqualTo(State.HEARING);
        }
    }

    @Test
    void withAnotherAppsSecretNothingIsTakenAndHealthSaysWhy() {
        try (var worker = cafe.hearing(cafe.ada)) {
            Cafe.awaitHearing(worker, cafe.ada);
            cafe.instagram.webhook().signsWith("of another app");
            cafe.instagram.dm(cafe.bob, cafe.ada.id(), "hello?");
            Cafe.soon()
                    .untilAsserted(() ->
                            assertThat(worker.health().webhook())
                                    .hasValueSatisfying(
                                            it -> assertThat(it).contains("appSecrets")));
            assertThat(cafe.heard(cafe.ada)).isEmpty();
        }
    }
}
