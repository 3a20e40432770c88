package dev.carrier.cli.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Moderation;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.instagram.Comment;
import dev.carrier.instagram.Me;
import dev.carrier.instagram.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is ordered stands in the conversation in which people's words stand, too. */
class OrdersTest {
    private static final Me ADA =
            new Me("15", Optional.empty(), "ada.keeps.bees", Optional.empty(), Optional.empty());
    private static final Comment TOP = comment("17", Optional.empty());
    private static final Comment BELOW = comment("18", Optional.of("17"));

    @Test
    void anAnswerToAReplyBelongsToTheCommentAtTheTop() {
        Event.SayOrdered order = orders("a").reply(BELOW, "Thank you!");

        assertThat(order.in().conversation()).isEqualTo(Place.instagramComments("17"));
        assertThat(order.in().kind()).isEqualTo(PlaceKind.COMMENTS);
        assertThat(order.in().parent()).contains("16");
        assertThat(order.in().guild()).contains("15");
        assertThat(order.replyTo()).contains(EventId.said("instagram", "18"));
        assertThat(order.privately()).isFalse();
    }

    @Test
    void aPrivateAnswerBelongsToTheInboxOfTheCommentsAuthor() {
        Event.SayOrdered order = orders("a").privately(TOP, "Here is the list.");

        assertThat(order.in().conversation()).isEqualTo(Place.instagramDm("15", "9"));
        assertThat(order.in().kind()).isEqualTo(PlaceKind.DM);
        assertThat(order.replyTo()).contains(EventId.said("instagram", "17"));
        assertThat(order.privately()).isTrue();
    }

    @Test
    void moderationIsAboutTheCommentItself() {
        Event.ModerationOrdered order = orders("a").moderate(BELOW, Moderation.HIDE);

        assertThat(order.target()).isEqualTo(EventId.said("instagram", "18"));
        assertThat(order.in().channel()).isEqualTo("17");
    }

    @Test
    void theSameOrderGivenTwiceIsTwoOrdersAndRecordedTwiceIsOne() {
        assertThat(orders("a").dm("9", "Hello.").id())
                .isEqualTo(orders("a").dm("9", "Hello.").id());
        assertThat(orders("a").dm("9", "Hello.").id())
                .isNotEqualTo(orders("b").dm("9", "Hello.").id());
    }

    @Test
    void aMessageIsMeasuredInBytes() {
        assertThat(orders("a").dm("9", "é".repeat(500)).text()).hasSize(500);
        assertThatThrownBy(() -> orders("a").dm("9", "é".repeat(501)))
                .hasMessageContaining("1002 bytes; a direct message on Instagram takes 1000");
    }

    private static Orders orders(String nonce) {
        return new Orders(
                new AccountId("ada-ig"), ADA, Instant.parse("2026-11-23T10:00:00Z"), nonce);
    }

    private static Comment comment(String id, Optional<String> parent) {
        return new Comment(
                id,
                "How much?",
                Optional.empty(),
                Optional.of(new Who("9", Optional.of("bo"), Optional.empty())),
                parent,
                Optional.of("16"),
                Optional.empty(),
                List.of());
    }
}
