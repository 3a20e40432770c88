package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** On Instagram people may write as the account: what is the character's own, and what follows. */
class HumanTakesOverTest {
    private final Talk inbox = Talk.in(Places.inbox(), Policies.defaults());
    private int number;

    @Test
    void theEchoOfAnAnswerIsHeldUntilItsDeliveryAndIsNobodyElses() {
        Response.Say say = answering("How are the bees?", "They hum.");
        EventId echo = echo("m-own", "They hum.");
        assertThat(inbox.outcomes(echo)).isEmpty();

        inbox.accepts(say, echo);

        assertThat(inbox.outcomes(echo)).containsExactly("ignored(own message)");
        assertThat(inbox.window()).containsExactly("How are the bees?", "They hum.");
        assertThat(answersTo("And the queen?")).isTrue();
    }

    @Test
    void anEchoThatComesAfterTheDeliveryIsOwnToo() {
        Response.Say say = answering("How are the bees?", "They hum.");
        EventId id = EventId.said("instagram", "m-own");
        inbox.accepts(say, id);

        echo("m-own", "They hum.");

        assertThat(inbox.outcomes(id)).containsExactly("ignored(own message)");
        assertThat(answersTo("And the queen?")).isTrue();
    }

    @Test
    void whatAPersonTypesInTheAppSilencesTheCharacterThereForAWhile() {
        person("Hello?");
        EventId typed = echo("m-human", "Hi, this is Kim of the shop.");

        assertThat(inbox.outcomes(typed)).containsExactly("ignored(written by a person)");
        assertThat(inbox.window()).contains("Hi, this is Kim of the shop.");
        assertThat(answersTo("Great, thank you!")).isFalse();
        inbox.after(Duration.ofMinutes(61));
        assertThat(answersTo("Are you still there?")).isTrue();
    }

    @Test
    void whatIsBeingThoughtAboutWhenAPersonTypesIsNotSaid() {
        EventId asked = person("How are the bees?");
        inbox.afterGathering();
        var step = inbox.step();

        echo("m-human", "I will look after them.");
        inbox.thinks(step, "They hum.");

        assertThat(inbox.says()).isEmpty();
        assertThat(inbox.outcomes(asked)).containsExactly("ignored(a person answers here)");
    }

    @Test
    void whatAPersonTypesWhileAnAnswerIsBeingSentIsToldFromIt() {
        Response.Say say = answering("How are the bees?", "They hum.");
        EventId human = echo("m-human", "Kim here.");
        assertThat(inbox.outcomes(human)).isEmpty();

        inbox.accepts(say, EventId.said("instagram", "m-own"));

        assertThat(inbox.outcomes(human)).containsExactly("ignored(written by a person)");
        assertThat(answersTo("Who is Kim?")).isFalse();
    }

    @Test
    void anEchoWhoseSendingWasRefusedWasAPersons() {
        Response.Say say = answering("How are the bees?", "They hum.");
        EventId human = echo("m-human", "They hum.");

        inbox.refuses(say, "the window is closed (10/2534022)");

        assertThat(inbox.outcomes(human)).containsExactly("ignored(written by a person)");
    }

    @Test
    void whatAPersonTypedLongAgoSilencesNobody() {
        Saying old =
                new Saying(
                                EventId.said("instagram", "m-old"),
                                Places.inbox(),
                                inbox.now(),
                                "the-account",
                                "Kim here.")
                        .bySelf(ADA)
                        .fetchedFrom(inbox.now().minus(Duration.ofHours(2)));
        inbox.hear(old);

        assertThat(answersTo("Hello?")).isTrue();
    }

    @Test
    void ownWordsOnDiscordAreAlwaysTheCharactersOwn() {
        Talk cafe = Talk.inACafe();
        EventId own = cafe.hear(cafe.saying("ada", "Hello.").bySelf(ADA));
        assertThat(cafe.outcomes(own)).containsExactly("ignored(own message)");
        EventId called = cafe.mention("Ada?");
        cafe.afterGathering();
        assertThat(cafe.step().triggers()).containsExactly(called);
    }

    private Response.Say answering(String question, String answer) {
        person(question);
        inbox.afterGathering();
        inbox.thinks(inbox.step(), answer);
        return inbox.say();
    }

    private boolean answersTo(String text) {
        int before = inbox.steps().size();
        person(text);
        inbox.afterGathering();
        return inbox.steps().size() > before;
    }

    private EventId person(String text) {
        number += 1;
        EventId id = EventId.said("instagram", "m-" + number);
        inbox.hear(new Saying(id, Places.inbox(), inbox.now(), "bo", text));
        return id;
    }

    private EventId echo(String message, String text) {
        EventId id = EventId.said("instagram", message);
        inbox.hear(new Saying(id, Places.inbox(), inbox.now(), "the-account", text).bySelf(ADA));
        return id;
    }
}
