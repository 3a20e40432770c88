package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What no webhook brings is found by asking, once, and nothing from before the first install. */
class AskingIT {
    private static final Duration OFTEN = Duration.ofMillis(500);

    /** Instagram's times are whole seconds: what has just come may look a second old. */
    private static final Duration TIME_FOR_A_WEBHOOK = Duration.ofSeconds(5);

    private final Cafe cafe = new Cafe();

    @AfterEach
    void close() {
        cafe.close();
    }

    @Test
    void whatAWebhookLostIsFoundLate() {
        try (var worker = cafe.hearing(OFTEN, cafe.ada)) {
            Cafe.awaitHearing(worker, cafe.ada);
            Cafe.nextSecond();
            cafe.client.orders().at("instagram.webhook").times(-1).dropBefore();
            String comment = cafe.instagram.comment(cafe.bob, cafe.post, "anybody?");
            String reply =
                    cafe.instagram.comment(cafe.bob, cafe.post, "hello?", Optional.of(comment));
            String first = cafe.instagram.dm(cafe.bob, cafe.ada.id(), "one");
            String second = cafe.instagram.dm(cafe.bob, cafe.ada.id(), "two");

            for (String id : List.of(comment, reply, first, second)) {
                Event.Said said = cafe.soonSaid(cafe.ada, id);
                assertThat(said.heardBy().getFirst().late()).isTrue();
            }
            assertThat(cafe.soonSaid(cafe.ada, comment).in().parent()).contains(cafe.post);
            assertThat(cafe.soonSaid(cafe.ada, reply).replyTo()).contains(Names.said(comment));
            assertThat(cafe.soonSaid(cafe.ada, first).by().name()).startsWith("bob");
            Cafe.soon()
                    .untilAsserted(() ->
                            assertThat(Cafe.health(worker, cafe.ada).warning())
                                    .hasValueSatisfying(
                                            it -> assertThat(it).contains("Live mode")));
        }
    }

    @Test
    void nothingFromBeforeTheFirstInstallIsHeardAndEverythingAfterIsOnce() {
        cafe.instagram.comment(cafe.bob, cafe.post, "long ago");
        cafe.instagram.dm(cafe.bob, cafe.ada.id(), "long ago, too");
        String missed;
        try (var worker = cafe.asking(OFTEN, cafe.ada)) {
            Cafe.awaitHearing(worker, cafe.ada);
            Cafe.nextSecond();
            cafe.soonNoted(cafe.ada, cafe.instagram.comment(cafe.bob, cafe.post, "now"));
            cafe.soonNoted(cafe.ada, cafe.instagram.dm(cafe.bob, cafe.ada.id(), "now, too"));
        }
        missed = cafe.instagram.dm(cafe.bob, cafe.ada.id(), "while you were away");
        try (var worker = cafe.asking(OFTEN, cafe.ada)) {
            cafe.soonSaid(cafe.ada, missed);
            cafe.soonSaid(cafe.ada, cafe.instagram.dm(cafe.bob, cafe.ada.id(), "and again"));
            Cafe.awaitHearing(worker, cafe.ada);
        }
        assertThat(texts())
                .containsExactlyInAnyOrder("now", "now, too", "while you were away", "and again");
    }

    @Test
    void whereRedisHasForgottenWhatKafkaHasIsNotHeardAgain() {
        try (var worker = cafe.asking(OFTEN, cafe.ada)) {
            Cafe.awaitHearing(worker, cafe.ada);
            Cafe.nextSecond();
            cafe.soonNoted(cafe.ada, cafe.instagram.dm(cafe.bob, cafe.ada.id(), "once"));
        }
        for (String key :
                List.of(
                        Keys.since(Cafe.name(cafe.ada)),
                        Keys.marks(Cafe.name(cafe.ada)),
                        Keys.seen(Cafe.name(cafe.ada)))) {
            cafe.redis.client().del(key);
        }
        String missed = cafe.instagram.dm(cafe.bob, cafe.ada.id(), "meanwhile");
        try (var _ = cafe.asking(OFTEN, cafe.ada)) {
            cafe.soonSaid(cafe.ada, missed);
        }
        assertThat(texts()).containsExactlyInAnyOrder("once", "meanwhile");
    }

    @Test
    void whatAWebhookHasBroughtIsNotFoundAgain() {
        try (var worker = cafe.hearing(OFTEN, TIME_FOR_A_WEBHOOK, cafe.ada)) {
            Cafe.awaitHearing(worker, cafe.ada);
            Cafe.nextSecond();
            String comment = cafe.instagram.comment(cafe.bob, cafe.post, "hi");
            String message = cafe.instagram.dm(cafe.bob, cafe.ada.id(), "hi there");
            cafe.soonSaid(cafe.ada, comment);
            cafe.soonSaid(cafe.ada, message);
            // Two rounds that have seen both.
            for (int i = 0; i < 2; i++) {
                String more = "round " + i;
                cafe.client.orders().at("instagram.webhook").dropBefore();
                cafe.soonSaid(cafe.ada, cafe.instagram.dm(cafe.bob, cafe.ada.id(), more));
            }
            assertThat(ids()).doesNotHaveDuplicates();
            assertThat(cafe.soonSaid(cafe.ada, comment).heardBy().getFirst().late()).isFalse();
        }
    }

    @Test
    void moreThanAPageIsFoundAfterADowntime() {
        try (var worker = cafe.asking(OFTEN, cafe.ada)) {
            Cafe.awaitHearing(worker, cafe.ada);
            Cafe.nextSecond();
            cafe.soonNoted(cafe.ada, cafe.instagram.comment(cafe.bob, cafe.post, "first"));
        }
        for (int i = 0; i < 70; i++) {
            cafe.instagram.comment(cafe.bob, cafe.post, "comment " + i);
        }
        try (var _ = cafe.asking(OFTEN, cafe.ada)) {
            Cafe.soon().untilAsserted(() -> assertThat(ids()).hasSize(71));
            assertThat(ids()).doesNotHaveDuplicates();
        }
    }

    private List<String> texts() {
        return cafe.heard(cafe.ada, Event.Said.class).stream().map(Event.Said::text).toList();
    }

    private List<EventId> ids() {
        return cafe.heard(cafe.ada, Event.Said.class).stream().map(Event.Said::id).toList();
    }
}
