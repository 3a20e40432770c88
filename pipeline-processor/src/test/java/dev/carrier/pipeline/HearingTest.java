package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static dev.carrier.pipeline.Policies.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Policy;
import dev.carrier.pipeline.state.Input;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is heard, remembered and not answered, and why. */
class HearingTest {
    private final Talk cafe = Talk.inACafe();

    @Test
    void aMessageNotAddressedIsRememberedAndIgnored() {
        EventId chat = cafe.hear(cafe.saying("bo", "nice weather"));
        cafe.afterGathering();

        assertThat(cafe.outcomes(chat)).containsExactly("ignored(not addressed)");
        assertThat(cafe.window()).containsExactly("nice weather");
        assertThat(cafe.steps()).isEmpty();
        assertThat(cafe.typing(ADA)).isFalse();
    }

    @Test
    void theSecondCopyOfAMessageAddsWhoHeardItAndTheWindowHasItOnce() {
        Saying hello = cafe.saying("bo", "hello @Ada").mentioning(ADA);
        cafe.hear(hello.heardBy(ADA));
        cafe.hear(hello.heardBy(BOB));
        cafe.afterGathering();

        assertThat(cafe.window()).containsExactly("hello @Ada");
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.outcomes(hello.id(), BOB)).containsExactly("ignored(not addressed)");
    }

    @Test
    void theSameAccountsCopyAgainIsDroppedWithoutASecondOutcome() {
        Saying hello = cafe.saying("bo", "hello @Ada").mentioning(ADA);
        cafe.hear(hello);
        cafe.hear(hello);
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi!");
        cafe.accepts(cafe.say());
        cafe.hear(hello);
        cafe.afterGathering();

        assertThat(cafe.last().reason()).isEqualTo("ada: seen before");
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.outcomes(hello.id())).containsExactly("replied(mention)");
    }

    @Test
    void aSecondDeliveryIsRecognisedLongAfter() {
        Saying first = cafe.saying("bo", "hello @Ada").mentioning(ADA);
        cafe.hear(first);
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi!");
        cafe.accepts(cafe.say());
        for (int count = 0; count < 400; count++) {
            cafe.hear(cafe.saying("bo", "chat " + count));
        }
        cafe.afterGathering();
        cafe.hear(first);
        cafe.afterGathering();

        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.outcomes(first.id())).containsExactly("replied(mention)");
    }

    @Test
    void anOwnMessageIsRememberedOnceWhetherItsDeliveryComesBeforeOrAfter() {
        cafe.mention("one @Ada");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "first answer");
        EventId first = cafe.accepts(cafe.say());
        Saying heard = copyOf(first, "first answer");
        cafe.hear(heard.bySelf(ADA));

        cafe.mention("two @Ada");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "second answer");
        Saying self = cafe.saying("ada", "second answer").bySelf(ADA);
        cafe.hear(self);
        cafe.accepts(cafe.say(), self.id());

        assertThat(cafe.window())
                .containsExactly("one @Ada", "first answer", "two @Ada", "second answer");
        assertThat(cafe.outcomes(first)).containsExactly("ignored(own message)");
        assertThat(cafe.outcomes(self.id())).containsExactly("ignored(own message)");
        assertThat(cafe.conversation().window())
                .filteredOn(line -> line.account().isPresent())
                .hasSize(2);
    }

    private Saying copyOf(EventId id, String text) {
        return new Saying(id, Places.channel("7"), cafe.now(), "ada", text);
    }

    @Test
    void aLineOfAnotherOfOurAccountsIsKnownAsSuchOnceThatAccountSaysSo() {
        Saying line = cafe.saying("bob", "I am Bob").by(AuthorKind.BOT);
        cafe.hear(line.heardBy(ADA));
        assertThat(cafe.outcomes(line.id())).containsExactly("ignored(bot)");
        assertThat(cafe.conversation().window().getFirst().account()).isEmpty();

        cafe.hear(line.heardBy(BOB).bySelf(BOB));
        assertThat(cafe.conversation().window().getFirst().account()).contains(BOB);
        assertThat(cafe.window()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"BOT,bot", "WEBHOOK,webhook", "SYSTEM,system"})
    void whatNoPersonWroteIsIgnoredEvenIfItMentions(AuthorKind kind, String reason) {
        EventId said = cafe.hear(cafe.saying("x", "hello @Ada").mentioning(ADA).by(kind));
        cafe.afterGathering();

        assertThat(cafe.outcomes(said)).containsExactly("ignored(" + reason + ")");
        assertThat(cafe.steps()).isEmpty();
    }

    @Test
    void whatIsOlderThanCatchUpByThePlatformsTimeIsRememberedOnly() {
        EventId old =
                cafe.hear(
                        cafe.saying("bo", "hello @Ada")
                                .mentioning(ADA)
                                .fetchedFrom(cafe.now().minus(Duration.ofMinutes(11))));
        EventId recent =
                cafe.hear(
                        cafe.saying("bo", "are you there @Ada")
                                .mentioning(ADA)
                                .fetchedFrom(cafe.now().minus(Duration.ofMinutes(9))));
        cafe.afterGathering();

        assertThat(cafe.outcomes(old)).containsExactly("ignored(too old)");
        assertThat(cafe.step().triggers()).containsExactly(recent);
        assertThat(cafe.window()).containsExactly("hello @Ada", "are you there @Ada");
    }

    @Test
    void fetchedMessagesStandInTheWindowByTheirTime() {
        cafe.hear(cafe.saying("bo", "third"));
        cafe.hear(cafe.saying("bo", "first").fetchedFrom(cafe.now().minusSeconds(60)));
        cafe.hear(cafe.saying("bo", "second").fetchedFrom(cafe.now().minusSeconds(30)));

        assertThat(cafe.window()).containsExactly("first", "second", "third");
    }

    @Test
    void aServerOfSomebodyElseIsNotAllowedAndNothingOfItIsKept() {
        EventId said = cafe.hear(cafe.saying("bo", "hello @Ada").mentioning(ADA).notOwned());

        assertThat(cafe.outcomes(said)).containsExactly("ignored(not allowed here)");
        assertThat(cafe.window()).isEmpty();
    }

    @Test
    void serversCanBeAllowedAllOrByTheirId() {
        for (String allowed : new String[] {"all", "1"}) {
            Talk there = Talk.in(Places.channel("7"), Policies.defaults().guilds(allowed));
            there.hear(there.saying("bo", "hello @Ada").mentioning(ADA).notOwned());
            there.afterGathering();
            assertThat(there.steps()).hasSize(1);
        }
        Talk elsewhere = Talk.in(Places.channel("7"), Policies.defaults().guilds("2"));
        EventId said =
                elsewhere.hear(elsewhere.saying("bo", "hello @Ada").mentioning(ADA).notOwned());
        assertThat(elsewhere.outcomes(said)).containsExactly("ignored(not allowed here)");
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBERS,true,",
        "MEMBERS,false,ignored(not allowed here)",
        "EVERYONE,false,",
        "NOBODY,true,ignored(not allowed here)",
        "PAIRING,true,ignored(pairing)"
    })
    void whoseDmsAreAnsweredIsThePolicys(Policy.Dms dms, boolean member, String outcome) {
        Talk dm = Talk.in(Places.dm("9"), Policies.defaults().dms(dms));
        Saying hello = dm.saying("bo", "hello");
        EventId said = dm.hear(member ? hello : hello.notMember());
        dm.afterGathering();

        if (outcome == null) {
            assertThat(dm.step().reason()).isEqualTo("dm");
        } else {
            assertThat(dm.outcomes(said)).containsExactly(outcome);
        }
    }

    @Test
    void whateverIsNoMessageIsNotedAtOnce() {
        EventId said = cafe.hear(cafe.saying("bo", "nice"));
        EventId reacted = cafe.reactWith("👍", said);
        EventId typed = cafe.type("bo", ADA, BOB);
        EventId edited = cafe.edit(said, "nicer");
        EventId deleted = cafe.delete(said);

        assertThat(cafe.outcomes(reacted)).containsExactly("ignored(noted)");
        assertThat(cafe.outcomes(typed)).containsExactly("ignored(noted)");
        assertThat(cafe.outcomes(typed, BOB)).containsExactly("ignored(noted)");
        assertThat(cafe.outcomes(edited)).containsExactly("ignored(noted)");
        assertThat(cafe.outcomes(deleted)).containsExactly("ignored(noted)");
        assertThat(cafe.outcomes(said)).containsExactly("ignored(deleted)");
    }

    @Test
    void anUnknownKindIsDroppedWithAReason() {
        byte[] newer =
                "{\"heardBy\":[{\"account\":\"ada\"}],\"id\":\"x:1:whispered:0\",\"type\":\"whispered.v9\"}"
                        .getBytes(StandardCharsets.UTF_8);
        cafe.give(new Input.Heard(Json.read(Event.class, Json.parse(newer))));

        assertThat(cafe.outcomes(new EventId("x:1:whispered:0")))
                .containsExactly("ignored(unknown kind)");
        assertThat(cafe.last().reason()).contains("unknown kind whispered.v9");
    }

    @Test
    void aPausedAccountRemembersAndIsSilent() {
        cafe.under(Policies.defaults().paused(ADA));
        EventId said = cafe.mention("hello @Ada");
        cafe.afterGathering();

        assertThat(cafe.outcomes(said)).containsExactly("ignored(paused)");
        assertThat(cafe.window()).containsExactly("hello @Ada");
        assertThat(cafe.steps()).isEmpty();
    }

    @Test
    void theWindowKeepsThirtyMessagesAndCutsLongTexts() {
        for (int count = 0; count < 40; count++) {
            cafe.hear(cafe.saying("bo", "chat " + count));
        }
        assertThat(cafe.window()).hasSize(30).startsWith("chat 10").endsWith("chat 39");

        cafe.hear(cafe.saying("bo", "ü".repeat(4000)));
        assertThat(cafe.window().getLast().getBytes(StandardCharsets.UTF_8).length)
                .isBetween(1990, 2000);
    }

    @Test
    void whatIsToBeAnsweredStaysInTheWindowHoweverMuchIsSaid() {
        for (int count = 0; count < 18; count++) {
            cafe.mention("call " + count + " @Ada");
        }
        for (int count = 0; count < 40; count++) {
            cafe.hear(cafe.saying("cy", "chat " + count));
        }
        assertThat(cafe.window())
                .hasSize(48)
                .startsWith("call 0 @Ada", "call 1 @Ada")
                .contains("call 17 @Ada", "chat 10")
                .doesNotContain("chat 9")
                .endsWith("chat 39");
        for (int count = 18; count < 70; count++) {
            cafe.mention("call " + count + " @Ada");
        }
        assertThat(cafe.window()).hasSizeLessThanOrEqualTo(60).endsWith("call 69 @Ada");
    }
}
