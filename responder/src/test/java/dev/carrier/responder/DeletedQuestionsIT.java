package dev.carrier.responder;

import static dev.carrier.responder.News.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What answers a message that was deleted is said once, without a reference to it. */
class DeletedQuestionsIT {
    @AutoClose private static final Speaking ada = new Speaking();
    @AutoClose private final News news = new News(ada);

    @Test
    void whatAnswersADeletedMessageIsSaidWithoutAReference() {
        ada.discord.deletes(news.question());

        assertThat(news.answer().part(1, 1, "nothing")).isInstanceOf(Delivery.Accepted.class);
        assertThat(ada.discord.messages(news.channel))
                .singleElement()
                .satisfies(said -> assertThat(said.content()).isEqualTo("nothing"));
    }

    @Test
    void whatWasSaidWithoutAReferenceIsFoundAndNotSaidAgain() {
        ada.discord.deletes(news.question());
        // Sent by a responder that died; Discord left the reference to what is deleted away.
        ada.discord.says(ada.bot.id(), news.channel, "nothing");
        Speaking.Answer late = news.lateAnswer();

        assertThat(late.part(1, 1, "nothing"))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
        assertThat(news.spoken()).hasSize(1);
    }

    @Test
    void theSameWordsWithoutAReferenceAreAnotherMessageWhileWhatItAnswersStands() {
        ada.discord.says(ada.bot.id(), news.channel, "yes");
        Speaking.Answer late = news.lateAnswer();

        assertThat(late.part(1, 1, "yes"))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.found()).isFalse());
        assertThat(news.spoken()).hasSize(2);
    }

    @Test
    void aReactionToADeletedMessageIsRefusedOnce() {
        ada.discord.deletes(news.question());

        assertThat(reason(news.answer().reaction("⚠️")))
                .isEqualTo("the message was deleted (10008)");
        assertThat(news.requests("PUT")).hasSize(1);
    }
}
