package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Place;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * An archived thread is opened again; a locked or deleted place refuses the whole answer, and the
 * reason says so.
 */
class ClosedOrDeletedPlacesIT {
    @AutoClose private static final Speaking ada = new Speaking();
    @AutoClose private final News news = new News(ada);

    @Test
    void anArchivedThreadIsBroughtBackByTheAnswer() {
        String thread = news.thread("old story");
        news.asked(thread, "@Ada, and then?");
        ada.discord.archive(thread, true, false);
        ada.until(jda -> jda.getThreadChannelById(thread) == null);

        Place story = ada.thread(thread, news.channel, "old story");

        assertThat(news.answerIn(story).part(1, 1, "and then"))
                .isInstanceOf(Delivery.Accepted.class);
        assertThat(ada.discord.messages(thread).getLast().content()).isEqualTo("and then");
    }

    @Test
    void aLockedThreadIsRefusedAndTheReasonSaysWhoCanOpenIt() {
        String thread = news.thread("old story");
        news.asked(thread, "@Ada, and then?");
        ada.discord.archive(thread, true, true);
        ada.until(jda -> jda.getThreadChannelById(thread) == null);

        news.allIsRefusedIn(
                ada.thread(thread, news.channel, "old story"),
                "the thread old story is locked: unlock it, or give it Manage Threads (50083)",
                0);
    }

    @Test
    void aThreadThatIsLockedWhileTheAnswerIsOnItsWayIsRefusedInTheSameWords() {
        String thread = news.thread("old story");
        news.asked(thread, "@Ada, and then?");
        news.refuse(400, 160005, "Thread is locked");

        news.allIsRefusedIn(
                ada.thread(thread, news.channel, "old story"),
                "the thread old story is locked: unlock it, or give it Manage Threads (160005)",
                1);
    }

    @Test
    void aDeletedChannelIsRefusedWithoutARequest() {
        ada.discord.deleteChannel(news.channel);
        ada.until(jda -> jda.getTextChannelById(news.channel) == null);

        news.allIsRefused("#news was deleted (10003)", 0);
    }

    @Test
    void aChannelThatIsDeletedWhileTheAnswerIsOnItsWayIsRefusedInTheSameWords() {
        news.refuse(404, 10003, "Unknown Channel");

        news.allIsRefused("#news was deleted (10003)", 1);
    }

    @Test
    void aDeletedThreadIsRefusedAfterFewLooks() {
        String thread = ada.discord.thread(news.channel, "story", ada.bo);
        news.asked(thread, "@Ada, and then?");
        ada.discord.deleteChannel(thread);
        ada.until(jda -> jda.getThreadChannelById(thread) == null);

        news.allIsRefusedIn(
                ada.thread(thread, news.channel, "story"),
                "the thread story was deleted (10003)",
                0);
        assertThat(ada.requests(news.begun, "GET", "/threads/archived").size()).isLessThan(10);
    }
}
