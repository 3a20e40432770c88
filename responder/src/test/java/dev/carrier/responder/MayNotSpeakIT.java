package dev.carrier.responder;

import static dev.carrier.responder.News.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Where Ada may not speak the reason says what to allow her, and few requests are made. */
class MayNotSpeakIT {
    private static final long VIEW = 1L << 10;
    private static final long SEND = 1L << 11;
    private static final long READ_BACK = 1L << 16;
    private static final long SEND_IN_THREADS = 1L << 38;

    @AutoClose private static final Speaking ada = new Speaking();
    @AutoClose private final News news = new News(ada);

    @Test
    void whereItMayNotWriteTheReasonNamesThePermission() {
        ada.discord.permissions(news.channel, ada.guild.id(), 0, SEND);
        ada.until(jda -> !jda.getTextChannelById(news.channel).canTalk());

        news.allIsRefused("may not write in #news: give it Send Messages (50013)", 0);
    }

    @Test
    void aPermissionThatWasTakenJustNowIsRefusedByDiscordInTheSameWords() {
        news.refuse(403, 50013, "Missing Permissions");

        news.allIsRefused("may not write in #news: give it Send Messages (50013)", 1);
    }

    @Test
    void whatItCannotSeeIsRefusedAndTheReasonNamesThePermission() {
        ada.discord.permissions(news.channel, ada.guild.id(), 0, VIEW);
        news.refuse(403, 50001, "Missing Access");

        news.allIsRefused("cannot see #news: give it View Channels (50001)", 1);
    }

    @Test
    void whereItMayNotWriteInThreadsTheReasonNamesThatPermission() {
        String thread = news.thread("story");
        news.asked(thread, "@Ada, and then?");
        ada.discord.permissions(news.channel, ada.guild.id(), 0, SEND_IN_THREADS);
        ada.until(jda -> !jda.getThreadChannelById(thread).canTalk());

        news.allIsRefusedIn(
                ada.thread(thread, news.channel, "story"),
                "may not write in the thread story: give it Send Messages in Threads (50013)",
                0);
    }

    @Test
    void withoutReadingBackAReplyIsRefusedAndTheReasonNamesThePermission() {
        news.refuse(400, 160002, "Cannot reply without permission to read message history");

        news.allIsRefused("may not reply in #news: give it Read Message History (160002)", 1);
    }

    @Test
    void whereItMayNotReadBackALateAnswerIsNotRisked() {
        ada.discord.permissions(news.channel, ada.guild.id(), 0, READ_BACK);
        ada.until(jda -> !canReadBack(jda.getTextChannelById(news.channel)));
        Speaking.Answer late = news.lateAnswer();

        assertThat(reason(late.part(1, 1, "one")))
                .isEqualTo("may not read back in #news: give it Read Message History (50013)");
        assertThat(news.attempts()).isZero();
    }

    @Test
    void whatIsMissingBarsThePlaceForAWhileAndWhatIsWrongWithTheAnswerDoesNot() {
        news.refuse(403, 50013, "Missing Permissions");
        Delivery.Refused missing = (Delivery.Refused) news.answer().part(1, 1, "one");
        news.refuse(400, 200000, "Message was blocked by automatic moderation");
        Delivery.Refused blocked = (Delivery.Refused) news.answer().part(1, 1, "two");

        assertThat(missing.barredUntil().orElseThrow()).isAfter(Instant.now().plusSeconds(200));
        assertThat(blocked.barredUntil()).isEmpty();
        assertThat(blocked.retryAt()).isEmpty();
    }

    @Test
    void whileItIsTimedOutTheReasonSaysSo() {
        ada.discord.timesOut(ada.bot.id(), ada.guild.id(), Duration.ofMinutes(5));
        ada.until(jda -> jda.getGuildById(ada.guild.id()).getSelfMember().isTimedOut());
        Speaking.Answer answer = news.answer();
        try {
            assertThat(reason(answer.part(1, 2, "one")))
                    .isEqualTo("is timed out in Café: end its timeout, or wait (50013)");
            assertThat(reason(answer.part(2, 2, "two")))
                    .startsWith("an earlier part was refused: is timed out in Café");
            assertThat(news.attempts()).isZero();
        } finally {
            ada.discord.timesOut(ada.bot.id(), ada.guild.id(), Duration.ZERO);
            ada.until(jda -> !jda.getGuildById(ada.guild.id()).getSelfMember().isTimedOut());
        }
        news.othersGoOn();
    }

    @Test
    void aServerThatPutItOutIsNamedAndOthersGoOn() {
        var pub = ada.discord.guild("Pub", ada.bo, ada.bot.id());
        ada.until(jda -> jda.getGuildById(pub.id()) != null);
        news.asked(pub.general(), "@Ada, out!");
        ada.discord.leaves(ada.bot.id(), pub.id());
        ada.until(jda -> jda.getGuildById(pub.id()) == null);
        Place general =
                new Place(
                        Place.discordConversation(pub.general()),
                        "discord",
                        PlaceKind.CHANNEL,
                        pub.general(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(pub.id()),
                        Optional.of("Pub"),
                        Optional.of("general"),
                        Optional.empty());

        news.allIsRefusedIn(general, "is not in Pub any more: invite it again (10004)", 0);
    }

    @Test
    void aPersonWhoClosedTheirDirectMessagesIsToldOfOnce() {
        String dm = ada.discord.dm(ada.bo, ada.bot.id());
        news.asked(dm, "psst");
        ada.discord.takesDms(ada.bo, false);
        try {
            Delivery first = news.answerIn(ada.dm(dm)).part(1, 1, "yes?");

            assertThat(reason(first))
                    .startsWith("this person takes no direct messages from it")
                    .endsWith("(50007)");
            assertThat(news.attempts(dm)).isEqualTo(1);
            news.othersGoOn();
        } finally {
            ada.discord.takesDms(ada.bo, true);
        }
    }

    private static boolean canReadBack(TextChannel in) {
        return in.getGuild().getSelfMember().hasPermission(in, Permission.MESSAGE_HISTORY);
    }
}
