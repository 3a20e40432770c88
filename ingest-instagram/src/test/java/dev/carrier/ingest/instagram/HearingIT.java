package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Address;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.instagram.talk.RecentTalk;
import dev.carrier.instagram.talk.Wording;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do on Instagram becomes events, over its own webhooks. */
class HearingIT {
    private final Cafe cafe = new Cafe();
    private IngestInstagram worker;

    @BeforeEach
    void hear() {
        worker = cafe.hearing(cafe.ada);
        Cafe.awaitHearing(worker, cafe.ada);
    }

    @AfterEach
    void close() {
        worker.close();
        cafe.close();
    }

    @Test
    void anAccountIsSubscribedByItself() {
        var health = Cafe.health(worker, cafe.ada);
        assertThat(health.username()).isEqualTo(cafe.ada.username());
        assertThat(health.id()).isEqualTo(cafe.ada.id());
        assertThat(health.subscribed()).contains("comments", "messages", "message_reactions");
        assertThat(health.trouble()).isEmpty();
        assertThat(worker.counts().of(Counted.VERIFIED)).isPositive();
    }

    @Test
    void aCommentAndWhatIsBelowItAreOneConversation() {
        String first = cafe.instagram.comment(cafe.bob, cafe.post, "is it open?");
        String second =
                cafe.instagram.comment(
                        cafe.bob,
                        cafe.post,
                        "@" + cafe.ada.username() + " please tell",
                        Optional.of(first));

        Event.Said top = cafe.soonSaid(cafe.ada, first);
        assertThat(top.text()).isEqualTo("is it open?");
        assertThat(top.in().kind()).isEqualTo(PlaceKind.COMMENTS);
        assertThat(top.in().parent()).contains(cafe.post);
        assertThat(top.in().guild()).contains(cafe.ada.id());
        assertThat(top.heardBy().getFirst().address()).containsExactly(Address.REPLY);
        assertThat(top.heardBy().getFirst().owned()).isTrue();
        Event.Said below = cafe.soonSaid(cafe.ada, second);
        assertThat(below.in().conversation()).isEqualTo(top.in().conversation());
        assertThat(below.replyTo()).contains(top.id());
        assertThat(below.heardBy().getFirst().address()).containsExactly(Address.MENTION);
    }

    @Test
    void aMentionBelowSomebodyElsesPostIsHeardAndTheirPostIsNotOurs() {
        String carl = cafe.instagram.person("carl" + System.nanoTime());
        String theirs = cafe.instagram.post(carl, "my breakfast");
        String comment =
                cafe.instagram.comment(cafe.bob, theirs, "better at @" + cafe.ada.username());

        Event.Said said = cafe.soonSaid(cafe.ada, comment);
        assertThat(said.heardBy().getFirst().address()).containsExactly(Address.MENTION);
        assertThat(said.heardBy().getFirst().owned()).isFalse();
        assertThat(said.in().guild()).isEmpty();
    }

    @Test
    void aDirectMessageSaysWhoWroteItAndWhatCameWithIt() {
        // Whose name Instagram does not tell in time is named from the next message on.
        cafe.soonSaid(cafe.ada, cafe.instagram.dm(cafe.bob, cafe.ada.id(), "hey"));
        String mid = cafe.instagram.dm(cafe.bob, cafe.ada.id(), "hello");
        String file =
                cafe.instagram.sends(cafe.bob, cafe.ada.id(), "image", "https://cdn.example/a.jpg");
        String mention = cafe.instagram.storyMention(cafe.bob, cafe.ada.id());

        Event.Said said = cafe.soonSaid(cafe.ada, mid);
        assertThat(said.by().name()).startsWith("bob");
        assertThat(said.by().kind()).isEqualTo(AuthorKind.PERSON);
        assertThat(said.in().kind()).isEqualTo(PlaceKind.DM);
        assertThat(said.in().conversation())
                .hasToString("instagram:dm:" + cafe.ada.id() + ":" + cafe.bob);
        assertThat(said.heardBy().getFirst().member()).isTrue();
        assertThat(cafe.soonSaid(cafe.ada, file).attachments())
                .singleElement()
                .satisfies(it -> assertThat(it.claimsPicture()).isTrue());
        assertThat(cafe.soonSaid(cafe.ada, mention).text())
                .isEqualTo("[mentions @" + cafe.ada.username() + " in their story]");
    }

    @Test
    void whatStandsInAnInboxIsKeptForWhoHasToKnowWhatWasSaid() {
        String asked = cafe.instagram.dm(cafe.bob, cafe.ada.id(), "are you open?");
        String said = cafe.instagram.humanTypes(cafe.ada.id(), cafe.bob, "until six");
        cafe.soonSaid(cafe.ada, said);

        var talk = new RecentTalk(cafe.redis.client(), Clock.systemUTC());
        Cafe.soon()
                .untilAsserted(() ->
                        assertThat(talk.saidAfter(Cafe.name(cafe.ada), cafe.bob, Names.said(asked)))
                                .singleElement()
                                .satisfies(line -> {
                                    assertThat(line.message()).isEqualTo(Names.said(said));
                                    assertThat(line.words())
                                            .contains(Wording.fingerprint("until six"));
                                }));
    }

    @Test
    void whatAHumanTypesAsTheAccountIsItsOwn() {
        cafe.instagram.dm(cafe.bob, cafe.ada.id(), "hello");
        String typed = cafe.instagram.humanTypes(cafe.ada.id(), cafe.bob, "a human is here");
        String comment = cafe.instagram.comment(cafe.ada.id(), cafe.post, "thank you all");

        for (String own : Set.of(typed, comment)) {
            Event.Said said = cafe.soonSaid(cafe.ada, own);
            assertThat(said.heardBy().getFirst().self()).isTrue();
            assertThat(said.heardBy().getFirst().address()).isEmpty();
            assertThat(said.by().name()).isEqualTo(cafe.ada.username());
        }
    }

    @Test
    void whatHappensToAMessageIsHeard() {
        String mid = cafe.instagram.dm(cafe.bob, cafe.ada.id(), "helo");
        cafe.soonSaid(cafe.ada, mid);
        cafe.instagram.edits(mid, "hello");
        assertThat(cafe.soon(cafe.ada, Event.Edited.class).text()).isEqualTo("hello");
        cafe.instagram.reacts(mid, "❤");
        assertThat(cafe.soon(cafe.ada, Event.Reacted.class).emoji()).isEqualTo("❤");
        cafe.instagram.humanTypes(cafe.ada.id(), cafe.bob, "welcome");
        cafe.instagram.reads(cafe.bob, cafe.ada.id());
        assertThat(cafe.soon(cafe.ada, Event.Read.class).target()).isPresent();
        cafe.instagram.unsends(mid);
        assertThat(cafe.soon(cafe.ada, Event.Deleted.class).target()).isEqualTo(Names.said(mid));
    }

    @Test
    void aPressedButtonIsSaid() {
        String mid = cafe.instagram.presses(cafe.bob, cafe.ada.id(), "Opening hours", "HOURS");
        Cafe.soon()
                .untilAsserted(() ->
                        assertThat(cafe.heard(cafe.ada, Event.Said.class))
                                .anyMatch(it -> it.text().equals("Opening hours")));
        assertThat(mid).isNotNull();
    }

    @Test
    void duplicatesInDisorderInBothFormsAreOneEventEach() {
        cafe.instagram.set("duplicates", 50);
        cafe.instagram.set("disorder", Duration.ofMillis(300));
        cafe.instagram.webhook().form("alternating");
        var ids = new HashSet<String>();
        for (int i = 0; i < 15; i++) {
            ids.add(cafe.instagram.comment(cafe.bob, cafe.post, "comment " + i));
            ids.add(cafe.instagram.dm(cafe.bob, cafe.ada.id(), "message " + i));
        }
        ids.forEach(id -> cafe.soonSaid(cafe.ada, id));
        Cafe.soon().until(() -> cafe.instagram.webhook().pending() == 0);

        assertThat(cafe.heard(cafe.ada, Event.Said.class).stream().map(it -> it.id().value()))
                .containsAll(ids.stream().map(id -> Names.said(id).value()).toList());
        assertThat(worker.counts().of(Counted.FORGED)).isZero();
    }
}
