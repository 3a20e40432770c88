package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static dev.carrier.pipeline.Policies.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Address;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.Response;
import dev.carrier.pipeline.state.BotTurns;
import dev.carrier.pipeline.state.Conversation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which bots are answered, and how talk between bots comes to its end. */
class LoopBreakerTest {
    private static final String NOT_LITERAL = "ignored(bot: no literal mention)";
    private static final String SPENT = "ignored(bot: budget spent (3 in 10m))";
    private static final String ALONE = "ignored(bot: no person here for 5m)";

    private final Talk cafe = talk(Policies.defaults().bots("all"));

    private static Talk talk(Policies policies) {
        Talk talk = Talk.in(Places.channel("7"), policies);
        talk.hear(talk.saying("bo", "good morning, all of you").heardBy(ADA, BOB));
        return talk.afterGathering();
    }

    private static Saying botSays(Talk talk, String bot) {
        return talk.saying(bot, "@Ada, again").by(AuthorKind.BOT).mentioning(ADA);
    }

    /** Ada answers what waits for her; gives how the event ended. */
    private static String answered(Talk talk, EventId event) {
        talk.afterGathering();
        if (talk.conversation().seat(ADA).turn().isPresent()) {
            talk.thinks(talk.step(), "Well.");
            talk.accepts(talk.say());
        }
        return String.join(", ", talk.outcomes(event));
    }

    private static String echo(Talk talk) {
        return answered(talk, talk.hear(botSays(talk, "echo")));
    }

    @Test
    void aBotIsIgnoredUnlessItIsAllowed() {
        assertThat(echo(talk(Policies.defaults()))).isEqualTo("ignored(bot)");
        assertThat(echo(talk(Policies.defaults().bots("discord:user:another"))))
                .isEqualTo("ignored(bot)");
        assertThat(echo(talk(Policies.defaults().bots("discord:user:echo"))))
                .isEqualTo("replied(mention)");
        assertThat(echo(cafe)).isEqualTo("replied(mention)");
    }

    @Test
    void anyoneElseWhoIsNoPersonStaysIgnored() {
        EventId hook = cafe.hear(botSays(cafe, "hook").by(AuthorKind.WEBHOOK));
        EventId discord = cafe.hear(botSays(cafe, "discord").by(AuthorKind.SYSTEM));
        assertThat(cafe.outcomes(hook)).containsExactly("ignored(webhook)");
        assertThat(cafe.outcomes(discord)).containsExactly("ignored(system)");
    }

    @Test
    void aPlaceMayHaveAnotherRuleThanTheRest() {
        var silent =
                new Policy.BotTalk(List.of(), 3, Duration.ofMinutes(10), Duration.ofMinutes(5));
        assertThat(echo(talk(Policies.defaults().bots("all").rule(rule(silent)))))
                .isEqualTo("ignored(bot)");
        var one = new Policy.BotTalk(List.of("all"), 1, Duration.ofMinutes(1), Duration.ofHours(1));
        Talk talk = talk(Policies.defaults().rule(rule(one)));
        assertThat(echo(talk)).isEqualTo("replied(mention)");
        assertThat(echo(talk)).isEqualTo("ignored(bot: budget spent (1 in 1m))");
    }

    private static Policy.Rule rule(Policy.BotTalk bots) {
        return Rules.in("channel:7").bots(bots).done();
    }

    @Test
    void aReplysPingARoleOrANameIsNoLiteralMention() {
        EventId hers = cafe.mention("and you?");
        answered(cafe, hers);
        EventId reply =
                cafe.hear(cafe.saying("echo", "Ada, yes?").by(AuthorKind.BOT).answering(ADA, hers));
        EventId role =
                cafe.hear(
                        cafe.saying("echo", "all of you").by(AuthorKind.BOT).naming(Address.ROLE));
        assertThat(cafe.outcomes(reply)).containsExactly(NOT_LITERAL);
        assertThat(cafe.outcomes(role)).containsExactly(NOT_LITERAL);
    }

    @Test
    void whereEverythingIsAnsweredABotMustMentionAllTheSame() {
        Talk talk = talk(Policies.defaults().bots("all").answer(Policy.Answer.ALWAYS));
        EventId said = talk.hear(talk.saying("echo", "hello all").by(AuthorKind.BOT));
        assertThat(talk.outcomes(said)).containsExactly(NOT_LITERAL);
    }

    @Test
    void afterThreeTurnsTheBudgetIsSpentUntilTheWindowHasPassed() {
        var patient =
                new Policy.BotTalk(List.of("all"), 3, Duration.ofMinutes(10), Duration.ofHours(1));
        Talk talk = talk(Policies.defaults().bots(patient));
        for (int turn = 1; turn <= 3; turn++) {
            assertThat(echo(talk)).isEqualTo("replied(mention)");
        }
        assertThat(echo(talk)).isEqualTo(SPENT);
        talk.after(Duration.ofMinutes(10));
        assertThat(echo(talk)).isEqualTo("replied(mention)");
    }

    @Test
    void aBudgetIsAPairsOwn() {
        for (int turn = 1; turn <= 3; turn++) {
            echo(cafe);
        }
        assertThat(echo(cafe)).isEqualTo(SPENT);
        assertThat(answered(cafe, cafe.hear(botSays(cafe, "other")))).isEqualTo("replied(mention)");
    }

    @Test
    void aPersonsMessageStartsTheBudgetAfreshOnce() {
        for (int turn = 1; turn <= 3; turn++) {
            echo(cafe);
        }
        Saying person = cafe.saying("cy", "what is going on here?");
        cafe.hear(person);
        for (int turn = 1; turn <= 3; turn++) {
            assertThat(echo(cafe)).isEqualTo("replied(mention)");
        }
        cafe.hear(person);
        cafe.hear(person.heardBy(BOB));
        assertThat(echo(cafe)).isEqualTo(SPENT);
    }

    @Test
    void whatAPersonWroteBeforeIsNoNews() {
        for (int turn = 1; turn <= 3; turn++) {
            echo(cafe);
        }
        cafe.hear(cafe.saying("cy", "hm").fetchedFrom(cafe.now().minus(Duration.ofMinutes(3))));
        assertThat(echo(cafe)).isEqualTo(SPENT);
    }

    @Test
    void withoutAPersonNobodySpeaks() {
        cafe.after(Duration.ofMinutes(6));
        assertThat(echo(cafe)).isEqualTo(ALONE);
        cafe.hear(cafe.saying("cy", "I am back"));
        assertThat(echo(cafe)).isEqualTo("replied(mention)");
        Talk empty = Talk.in(Places.channel("7"), Policies.defaults().bots("all"));
        assertThat(echo(empty)).isEqualTo(ALONE);
    }

    @Test
    void aBotIsNoPersonWhoIsHere() {
        cafe.after(Duration.ofMinutes(4));
        echo(cafe);
        cafe.after(Duration.ofMinutes(2));
        assertThat(echo(cafe)).isEqualTo(ALONE);
    }

    @Test
    void whatABotSaysInOneGatheringIsOneTurnOfTheBudget() {
        EventId first = cafe.hear(botSays(cafe, "echo"));
        EventId second = cafe.hear(botSays(cafe, "echo"));
        assertThat(answered(cafe, first)).isEqualTo("replied(mention)");
        assertThat(cafe.outcomes(second)).containsExactly("replied(mention)");
        echo(cafe);
        echo(cafe);
        assertThat(echo(cafe)).isEqualTo(SPENT);
    }

    @Test
    void whatABotSaidWhileItWasAnsweredIsMeasuredWhenItIsDecided() {
        echo(cafe);
        echo(cafe);
        EventId third = cafe.hear(botSays(cafe, "echo"));
        cafe.afterGathering();
        EventId behind = cafe.hear(botSays(cafe, "echo"));
        assertThat(cafe.outcomes(behind)).containsExactly(SPENT);
        assertThat(answered(cafe, third)).isEqualTo("replied(mention)");
    }

    @Test
    void twoOfOursHaveOneBudgetWhoeverOfThemSpeaks() {
        Talk talk = talk(Policies.defaults().bots("ours"));
        for (int turn = 1; turn <= 4; turn++) {
            AccountId speaker = turn % 2 == 0 ? ADA : BOB;
            AccountId other = turn % 2 == 0 ? BOB : ADA;
            EventId said =
                    talk.hear(
                            talk.saying("the-" + speaker, "and you?")
                                    .bySelf(speaker)
                                    .mentioning(other)
                                    .heardBy(ADA, BOB));
            talk.afterGathering();
            if (turn == 4) {
                assertThat(talk.outcomes(said, other)).containsExactly(SPENT);
            } else {
                talk.thinks(talk.step(), "Well.");
                talk.accepts(talk.say());
                assertThat(talk.outcomes(said, other)).containsExactly("replied(mention)");
            }
        }
    }

    @Test
    void oursAreThoseWhoseOwnAccountHeardThemWhicheverCopyComesFirst() {
        Talk talk = talk(Policies.defaults().bots("ours"));
        Saying bobs = talk.saying("the-bob", "@Ada?").bySelf(BOB).mentioning(ADA);
        talk.hear(bobs.heardBy(ADA));
        talk.hear(bobs.heardBy(BOB));
        assertThat(answered(talk, bobs.id())).isEqualTo("replied(mention)");
        assertThat(echo(talk)).isEqualTo("ignored(bot)");
    }

    @Test
    void whoIsNotKnownToBeOursWhenItIsDecidedIsAStranger() {
        Talk talk = talk(Policies.defaults().bots("ours"));
        assertThat(echo(talk)).isEqualTo("ignored(bot)");
        assertThat(talk.steps()).isEmpty();
        assertThat(talk.typing(ADA)).isFalse();
    }

    @Test
    void aPersonIsAnsweredVisiblyBeforeABotAndOnlyPeopleArePinged() {
        EventId person = cafe.mention("what do you two talk about?");
        cafe.hear(botSays(cafe, "echo"));
        answered(cafe, person);
        assertThat(cafe.say().replyTo()).contains(person);
        assertThat(cafe.say().ping()).isEmpty();
        EventId bot = cafe.hear(botSays(cafe, "echo"));
        answered(cafe, bot);
        assertThat(cafe.say().replyTo()).contains(bot);
        assertThat(cafe.say().ping()).contains(false);
    }

    @Test
    void aBotSeesNothingOfAnAnswerThatFails() {
        EventId said = cafe.hear(botSays(cafe, "echo"));
        cafe.afterGathering();
        cafe.failsToThink(cafe.step(), FailureKind.MODEL, "503");
        assertThat(cafe.outcomes(said)).containsExactly("failed(model: 503)");
        assertThat(cafe.reactions()).isEmpty();
        assertThat(cafe.all(Response.Say.class)).isEmpty();
    }

    @Test
    void aBotDoesNotWakeACharacterThatWasToldToStop() {
        Policies asking = Policies.defaults().bots("all").answer(Policy.Answer.ASK).judge("small");
        Talk talk = Talk.in(Places.channel("7"), asking);
        talk.hear(talk.saying("bo", "quiet, please"));
        talk.afterGathering();
        talk.thinks(talk.step(), "STOP");
        assertThat(echo(talk)).isEqualTo("ignored(stopped)");
        EventId person = talk.mention("come back");
        assertThat(answered(talk, person)).isEqualTo("replied(mention)");
        assertThat(echo(talk)).isEqualTo("replied(mention)");
    }

    @Test
    void aMentionThatIsEditedAwayIsNoneAnyMore() {
        EventId said = cafe.hear(botSays(cafe, "echo"));
        cafe.edit(said, "Ada, never mind");
        assertThat(answered(cafe, said)).isEqualTo(NOT_LITERAL);
        assertThat(cafe.steps()).isEmpty();
    }

    @Test
    void aHundredBotsAreTooManyHoweverFewTurnsEachHas() {
        long replied = 0;
        for (int bot = 0; bot < 100; bot++) {
            replied +=
                    answered(cafe, cafe.hear(botSays(cafe, "bot-" + bot))).startsWith("r") ? 1 : 0;
        }
        assertThat(replied).isEqualTo(32);
        assertThat(echo(cafe)).isEqualTo("ignored(bot: budget spent (32 in 10m) with all bots)");
        assertThat(cafe.conversation().bots().spent()).hasSize(32);
    }

    @Test
    void aStateOfAnEarlierBuildKnowsNoBots() {
        var tree = Json.parse(cafe.conversation().bytes());
        tree.remove("bots");
        assertThat(Conversation.read(Json.canonical(tree)).bots()).isEqualTo(BotTurns.NONE);
        assertThat(cafe.conversation().bots().person()).isPresent();
    }

    @Test
    void inADmNothingOfThisIsKept() {
        Talk dm = Talk.in(Places.dm("8"), Policies.defaults().bots("all"));
        dm.hear(dm.saying("bo", "hello"));
        assertThat(dm.conversation().bots()).isEqualTo(BotTurns.NONE);
    }
}
