package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Moderation;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PostItem;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import dev.carrier.pipeline.state.Input;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an operator has an account say and do: through the same way, with one outcome. */
class OrdersTest {
    private static final List<Hearing> ADA_HEARS =
            List.of(new Hearing(ADA, false, new TreeSet<>(), true, true, false));
    private static final EventId COMMENT = EventId.said("instagram", "17");

    private final Talk comments = Talk.in(Places.comments(), Policies.defaults());
    private final Talk inbox = Talk.in(Places.inbox(), Policies.defaults());

    @Test
    void aReplyToACommentIsSentAsItIsAndEndsWithItsDelivery() {
        EventId order = say(comments, "o1", "Thank you!", Optional.of(COMMENT), false);
        Response.Say say = comments.say();
        assertThat(say.text()).isEqualTo("Thank you!");
        assertThat(say.replyTo()).contains(COMMENT);
        assertThat(say.privately()).isEmpty();

        comments.accepts(say, EventId.said("instagram", "18"));

        assertThat(comments.outcomes(order)).containsExactly("replied(ordered: said)");
        assertThat(comments.window()).containsExactly("Thank you!");
    }

    @Test
    void theSameOrderComesOnceHoweverOftenItIsRead() {
        say(comments, "o1", "Thank you!", Optional.of(COMMENT), false);
        EventId order = say(comments, "o1", "Thank you!", Optional.of(COMMENT), false);

        assertThat(comments.says()).hasSize(1);
        comments.refuses(comments.say(), "no such comment (100/33)");
        assertThat(comments.outcomes(order))
                .containsExactly("failed(refused: no such comment (100/33))");
    }

    @Test
    void aDmIsSentOnlyToWhoHasWrittenWithinADay() {
        EventId early = say(inbox, "o1", "Hello.", Optional.empty(), false);
        assertThat(inbox.outcomes(early).getFirst()).contains("within 24 hours");

        inbox.hear(
                new Saying(
                        EventId.said("instagram", "m1"), Places.inbox(), inbox.now(), "bo", "hi"));
        say(inbox, "o2", "Hello.", Optional.empty(), false);
        assertThat(inbox.says()).hasSize(1);

        inbox.after(Duration.ofHours(25));
        EventId late = say(inbox, "o3", "Still there?", Optional.empty(), false);
        assertThat(inbox.outcomes(late).getFirst()).contains("within 24 hours");
    }

    @Test
    void aPrivateReplyNeedsNoEarlierMessage() {
        say(inbox, "o1", "Here is the price list.", Optional.of(COMMENT), true);

        assertThat(inbox.say().privately()).contains(true);
        assertThat(inbox.say().replyTo()).contains(COMMENT);
    }

    @Test
    void aCommentIsHidden() {
        EventId order = EventId.of("instagram", "o1", "ordered", "0");
        comments.give(
                new Input.Heard(
                        new Event.ModerationOrdered(
                                order,
                                comments.now(),
                                Places.comments(),
                                COMMENT,
                                Moderation.HIDE,
                                ADA_HEARS)));
        Response.Moderate moderate = comments.all(Response.Moderate.class).getFirst();
        assertThat(moderate.what()).isEqualTo(Moderation.HIDE);

        accepted(comments, Places.comments(), moderate.id(), moderate.turn());

        assertThat(comments.outcomes(order)).containsExactly("replied(ordered: hide)");
    }

    @Test
    void aFileGoesInPlaceOfWords() {
        inbox.hear(
                new Saying(
                        EventId.said("instagram", "m1"), Places.inbox(), inbox.now(), "bo", "hi"));
        var item = new PostItem("3f9c.jpg", "bees.jpg", Optional.empty());
        inbox.give(
                new Input.Heard(
                        new Event.SayOrdered(
                                EventId.of("instagram", "o1", "ordered", "0"),
                                inbox.now(),
                                Places.inbox(),
                                "",
                                Optional.empty(),
                                false,
                                ADA_HEARS,
                                Optional.of(item))));

        assertThat(inbox.say().media()).contains(item);
        assertThat(inbox.say().text()).isEmpty();
    }

    @Test
    void ofAnOrderOfWhichNoWordComesTheOutcomeSaysSo() {
        EventId order = say(comments, "o1", "Thank you!", Optional.of(COMMENT), false);

        comments.after(Duration.ofMinutes(13));

        assertThat(comments.outcomes(order)).containsExactly("failed(no word from the platform)");
    }

    private EventId say(
            Talk talk, String name, String text, Optional<EventId> replyTo, boolean privately) {
        EventId order = EventId.of("instagram", name, "ordered", "0");
        talk.give(
                new Input.Heard(
                        new Event.SayOrdered(
                                order,
                                talk.now(),
                                talk == comments ? Places.comments() : Places.inbox(),
                                text,
                                replyTo,
                                privately,
                                ADA_HEARS)));
        return order;
    }

    private static void accepted(Talk talk, Place in, ResponseId response, TurnId turn) {
        talk.give(
                new Input.Delivered(
                        new Delivery.Accepted(
                                response,
                                turn,
                                in.conversation(),
                                ADA,
                                COMMENT,
                                new PersonId("instagram:user:15"),
                                "ada.keeps.bees",
                                "",
                                talk.now(),
                                false)));
    }
}
