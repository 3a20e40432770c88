package dev.carrier.responder;

import static dev.carrier.responder.News.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * What Discord does not take, such as text that AutoMod blocks or an emoji that it does not know,
 * is refused once, with the reason.
 */
class RefusedContentIT {
    @AutoClose private static final Speaking ada = new Speaking();
    @AutoClose private final News news = new News(ada);

    @Test
    void whatAutoModBlocksIsRefusedOnce() {
        news.refuse(400, 200000, "Message was blocked by automatic moderation");

        news.allIsRefused(
                "AutoMod blocked it: exempt its role from the rule, or change what the character"
                        + " says (200000)",
                1);
    }

    @Test
    void whatAutoModCallsATitleIsRefusedInTheSameWords() {
        news.refuse(400, 200001, "Title was blocked by automatic moderation");

        news.allIsRefused(
                "AutoMod blocked it: exempt its role from the rule, or change what the character"
                        + " says (200001)",
                1);
    }

    @Test
    void whatIsTooLargeForDiscordIsRefusedOnce() {
        news.refuse(413, 40005, "Request entity too large");

        news.allIsRefused("it is too large for Discord: shorten what it sends (40005)", 1);
    }

    @Test
    void whatIsTooLongIsRefusedBeforeItIsSent() {
        String why = reason(news.answer().part(1, 1, "x".repeat(2001)));

        assertThat(why).startsWith("Discord takes no such message: ").contains("2000");
        assertThat(news.attempts()).isZero();
        news.othersGoOn();
    }

    @Test
    void aRefusalWithoutACodeIsNotTriedAgain() {
        news.posts().times(-1).refused(403, 0, "403: Forbidden");

        assertThat(reason(news.answer().part(1, 1, "one"))).endsWith("(403)");
        assertThat(news.attempts()).isEqualTo(1);
    }

    @Test
    void anEmojiThatDiscordDoesNotKnowIsRefusedAndTheAnswerIsSaid() {
        Speaking.Answer answer = news.answer();

        assertThat(reason(answer.reaction("nonsense")))
                .isEqualTo("Discord does not know this emoji: let it use another (10014)");
        assertThat(news.requests("PUT")).hasSize(1);
        assertThat(answer.part(1, 1, "this")).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void aBlockedReactionIsRefusedOnceAndTheAnswerIsSaid() {
        ada.orders
                .at("discord.rest")
                .method("PUT")
                .path(news.channel)
                .times(-1)
                .refused(403, 90001, "Reaction was blocked");
        Speaking.Answer answer = news.answer();

        assertThat(reason(answer.reaction("⚠️")))
                .isEqualTo("its reaction is blocked: the author of the message blocked it (90001)");
        assertThat(news.requests("PUT")).hasSize(1);
        assertThat(answer.part(1, 1, "this")).isInstanceOf(Delivery.Accepted.class);
    }
}
