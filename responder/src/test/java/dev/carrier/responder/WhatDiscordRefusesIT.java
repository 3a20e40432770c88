package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each way in which Discord refuses: the reason says what to fix, the rest of the answer is refused
 * with it, few requests are made, other channels go on. Real JDA on the sandbox.
 */
class WhatDiscordRefusesIT {
    private static final long VIEW = 1L << 10;
    private static final long SEND = 1L << 11;
    private static final long READ_BACK = 1L << 16;
    private static final long SEND_IN_THREADS = 1L << 38;

    private static Speaking ada;

    private String channel;
    private Place news;
    private SeenMessage question;
    private long begun;

    @BeforeAll
    static void connect() {
        ada = new Speaking();
    }

    @AfterAll
    static void disconnect() {
        ada.close();
    }

    @BeforeEach
    void aQuestionInTheNews() {
        channel = ada.discord.channel(ada.guild.id(), "news");
        news = ada.channel(channel, "news");
        ada.until(jda -> jda.getTextChannelById(channel) != null);
        question = ada.discord.says(ada.bo, channel, "@Ada, what is new?");
        begun = ada.signals.last();
    }

    @AfterEach
    void noMoreFaults() {
        ada.orders.endAll();
    }

    @Test
    void whereItMayNotWriteTheReasonNamesThePermission() {
        ada.discord.permissions(channel, ada.guild.id(), 0, SEND);
        ada.until(jda -> !jda.getTextChannelById(channel).canTalk());

        refusedWhole(news, "may not write in #news: give it Send Messages (50013)", 0);
    }

    @Test
    void aPermissionThatWasTakenJustNowIsRefusedByDiscordInTheSameWords() {
        refuse(403, 50013, "Missing Permissions");

        refusedWhole(news, "may not write in #news: give it Send Messages (50013)", 1);
    }

    @Test
    void whatItCannotSeeIsRefusedAndTheReasonNamesThePermission() {
        ada.discord.permissions(channel, ada.guild.id(), 0, VIEW);
        refuse(403, 50001, "Missing Access");

        refusedWhole(news, "cannot see #news: give it View Channels (50001)", 1);
    }

    @Test
    void aPersonWhoClosedTheirDirectMessagesIsToldOfOnce() {
        String dm = ada.discord.dm(ada.bo, ada.bot.id());
        question = ada.discord.says(ada.bo, dm, "psst");
        ada.discord.takesDms(ada.bo, false);
        try {
            Delivery first = answerIn(ada.dm(dm)).part(1, 1, "yes?");

            assertThat(reason(first))
                    .startsWith("this person takes no direct messages from it")
                    .endsWith("(50007)");
            assertThat(posts(dm)).isEqualTo(1);
            othersGoOn();
        } finally {
            ada.discord.takesDms(ada.bo, true);
        }
    }

    @Test
    void anArchivedThreadIsBroughtBackByTheAnswer() {
        String thread = ada.discord.thread(channel, "old story", ada.bo);
        ada.until(jda -> jda.getThreadChannelById(thread) != null);
        question = ada.discord.says(ada.bo, thread, "@Ada, and then?");
        ada.discord.archive(thread, true, false);
        ada.until(jda -> jda.getThreadChannelById(thread) == null);

        Place story = ada.thread(thread, channel, "old story");

        assertThat(answerIn(story).part(1, 1, "and then")).isInstanceOf(Delivery.Accepted.class);
        assertThat(ada.discord.messages(thread).getLast().content()).isEqualTo("and then");
    }

    @Test
    void aLockedThreadIsRefusedAndTheReasonSaysWhoCanOpenIt() {
        String thread = ada.discord.thread(channel, "old story", ada.bo);
        ada.until(jda -> jda.getThreadChannelById(thread) != null);
        question = ada.discord.says(ada.bo, thread, "@Ada, and then?");
        ada.discord.archive(thread, true, true);
        ada.until(jda -> jda.getThreadChannelById(thread) == null);

        refusedWhole(
                ada.thread(thread, channel, "old story"),
                "the thread old story is locked: unlock it, or give it Manage Threads (50083)",
                0);
    }

    @Test
    void aThreadThatIsLockedWhileTheAnswerIsOnItsWayIsRefusedInTheSameWords() {
        String thread = ada.discord.thread(channel, "old story", ada.bo);
        ada.until(jda -> jda.getThreadChannelById(thread) != null);
        question = ada.discord.says(ada.bo, thread, "@Ada, and then?");
        refuse(400, 160005, "Thread is locked");

        refusedWhole(
                ada.thread(thread, channel, "old story"),
                "the thread old story is locked: unlock it, or give it Manage Threads (160005)",
                1);
    }

    @Test
    void whereItMayNotWriteInThreadsTheReasonNamesThatPermission() {
        String thread = ada.discord.thread(channel, "story", ada.bo);
        ada.until(jda -> jda.getThreadChannelById(thread) != null);
        question = ada.discord.says(ada.bo, thread, "@Ada, and then?");
        ada.discord.permissions(channel, ada.guild.id(), 0, SEND_IN_THREADS);
        ada.until(jda -> !jda.getThreadChannelById(thread).canTalk());

        refusedWhole(
                ada.thread(thread, channel, "story"),
                "may not write in the thread story: give it Send Messages in Threads (50013)",
                0);
    }

    @Test
    void aDeletedChannelIsRefusedWithoutARequest() {
        ada.discord.deleteChannel(channel);
        ada.until(jda -> jda.getTextChannelById(channel) == null);

        refusedWhole(news, "#news was deleted (10003)", 0);
    }

    @Test
    void aChannelThatIsDeletedWhileTheAnswerIsOnItsWayIsRefusedInTheSameWords() {
        refuse(404, 10003, "Unknown Channel");

        refusedWhole(news, "#news was deleted (10003)", 1);
    }

    @Test
    void aDeletedThreadIsRefusedAfterFewLooks() {
        String thread = ada.discord.thread(channel, "story", ada.bo);
        question = ada.discord.says(ada.bo, thread, "@Ada, and then?");
        ada.discord.deleteChannel(thread);
        ada.until(jda -> jda.getThreadChannelById(thread) == null);

        refusedWhole(
                ada.thread(thread, channel, "story"), "the thread story was deleted (10003)", 0);
        assertThat(ada.requests(begun, "GET", "/threads/archived").size()).isLessThan(10);
    }

    @Test
    void whatAnswersADeletedMessageIsSaidWithoutAReference() {
        ada.discord.deletes(question);

        assertThat(answerIn(news).part(1, 1, "nothing")).isInstanceOf(Delivery.Accepted.class);
        assertThat(ada.discord.messages(channel))
                .singleElement()
                .satisfies(said -> assertThat(said.content()).isEqualTo("nothing"));
    }

    @Test
    void whatWasSaidWithoutAReferenceIsFoundAndNotSaidAgain() {
        ada.discord.deletes(question);
        // Sent by a responder that died; Discord left the reference to what is deleted away.
        ada.discord.says(ada.bot.id(), channel, "nothing");
        Speaking.Answer late =
                ada
                .new Answer(news, question, Instant.now().minusSeconds(90), Duration.ofSeconds(30));

        assertThat(late.part(1, 1, "nothing"))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class, accepted -> assertThat(accepted.found()).isTrue());
        assertThat(spoken(channel)).hasSize(1);
    }

    @Test
    void theSameWordsWithoutAReferenceAreAnotherMessageWhileWhatItAnswersStands() {
        ada.discord.says(ada.bot.id(), channel, "yes");
        Speaking.Answer late =
                ada
                .new Answer(news, question, Instant.now().minusSeconds(90), Duration.ofSeconds(30));

        assertThat(late.part(1, 1, "yes"))
                .isInstanceOfSatisfying(
                        Delivery.Accepted.class,
                        accepted -> assertThat(accepted.found()).isFalse());
        assertThat(spoken(channel)).hasSize(2);
    }

    @Test
    void whatAutoModBlocksIsRefusedOnce() {
        refuse(400, 200000, "Message was blocked by automatic moderation");

        refusedWhole(
                news,
                "AutoMod blocked it: exempt its role from the rule, or change what the character"
                        + " says (200000)",
                1);
    }

    @Test
    void whatAutoModCallsATitleIsRefusedInTheSameWords() {
        refuse(400, 200001, "Title was blocked by automatic moderation");

        refusedWhole(
                news,
                "AutoMod blocked it: exempt its role from the rule, or change what the character"
                        + " says (200001)",
                1);
    }

    @Test
    void slowModeIsRefusedOnceAndTheReasonNamesThePermission() {
        refuse(403, 20016, "This action cannot be performed due to slowmode rate limit.");

        refusedWhole(news, "slow mode in #news: give it Manage Messages (20016)", 1);
    }

    @Test
    void aRateLimitThatOutlastsTheAnswerRefusesItInTime() throws Exception {
        ada.orders.at("discord.rest").method("POST").path(channel + "/messages$").rateLimited(3600);
        Speaking.Answer answer =
                ada.new Answer(news, question, Instant.now(), Duration.ofSeconds(2));

        String why =
                CompletableFuture.supplyAsync(() -> reason(answer.part(1, 2, "one")))
                        .get(60, TimeUnit.SECONDS);

        assertThat(why).startsWith("Discord's rate limit here until ").endsWith(" (429)");
        assertThat(reason(answer.part(2, 2, "two"))).startsWith("an earlier part was refused");
        assertThat(posts(channel)).isEqualTo(1);
        othersGoOn();
    }

    @Test
    void aLongRateLimitIsSaidAtOnceWithTheTimeAtWhichItEndsAndCostsOneRequest() {
        ada.orders.at("discord.rest").method("POST").path(channel + "/messages$").rateLimited(3600);
        Instant before = Instant.now();

        Delivery.Refused first = (Delivery.Refused) answerIn(news).part(1, 1, "one");
        Delivery.Refused second = (Delivery.Refused) answerIn(news).part(1, 1, "another");

        assertThat(first.retryAt().orElseThrow())
                .isBetween(before.plusSeconds(3600), before.plusSeconds(3620));
        assertThat(second.retryAt()).isEqualTo(first.retryAt());
        assertThat(first.barredUntil()).isEmpty();
        assertThat(posts(channel)).isEqualTo(1);
        othersGoOn();
    }

    @Test
    void whatIsMissingBarsThePlaceForAWhileAndWhatIsWrongWithTheAnswerDoesNot() {
        refuse(403, 50013, "Missing Permissions");
        Delivery.Refused missing = (Delivery.Refused) answerIn(news).part(1, 1, "one");
        refuse(400, 200000, "Message was blocked by automatic moderation");
        Delivery.Refused blocked = (Delivery.Refused) answerIn(news).part(1, 1, "two");

        assertThat(missing.barredUntil().orElseThrow()).isAfter(Instant.now().plusSeconds(200));
        assertThat(blocked.barredUntil()).isEmpty();
        assertThat(blocked.retryAt()).isEmpty();
    }

    @Test
    void aRateLimitOfOneChannelDoesNotHoldAnother() throws Exception {
        ada.orders.at("discord.rest").method("POST").path(channel + "/messages$").rateLimited(5);
        CompletableFuture<Delivery> held =
                CompletableFuture.supplyAsync(() -> answerIn(news).part(1, 1, "later"));
        ada.signals.await(
                begun,
                Duration.ofSeconds(30),
                seen ->
                        seen.method().equals("POST")
                                && seen.path().endsWith(channel + "/messages"));

        othersGoOn();

        assertThat(held).isNotDone();
        assertThat(held.get(60, TimeUnit.SECONDS)).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void anUnavailableDiscordIsAskedAgainAndTheAnswerIsSaidOnce() {
        ada.orders
                .at("discord.rest")
                .method("POST")
                .path(channel + "/messages$")
                .times(2)
                .status(503);

        assertThat(answerIn(news).part(1, 1, "at last")).isInstanceOf(Delivery.Accepted.class);
        assertThat(spoken(channel)).hasSize(1);
        assertThat(posts(channel)).isEqualTo(3);
    }

    @Test
    void whatIsTooLargeForDiscordIsRefusedOnce() {
        refuse(413, 40005, "Request entity too large");

        refusedWhole(news, "it is too large for Discord: shorten what it sends (40005)", 1);
    }

    @Test
    void whatIsTooLongIsRefusedBeforeItIsSent() {
        String why = reason(answerIn(news).part(1, 1, "x".repeat(2001)));

        assertThat(why).startsWith("Discord takes no such message: ").contains("2000");
        assertThat(posts(channel)).isZero();
        othersGoOn();
    }

    @Test
    void aRefusalWithoutACodeIsNotTriedAgain() {
        ada.orders
                .at("discord.rest")
                .method("POST")
                .path(channel + "/messages$")
                .times(-1)
                .refused(403, 0, "403: Forbidden");

        assertThat(reason(answerIn(news).part(1, 1, "one"))).endsWith("(403)");
        assertThat(posts(channel)).isEqualTo(1);
    }

    @Test
    void withoutReadingBackAReplyIsRefusedAndTheReasonNamesThePermission() {
        refuse(400, 160002, "Cannot reply without permission to read message history");

        refusedWhole(news, "may not reply in #news: give it Read Message History (160002)", 1);
    }

    @Test
    void anEmojiThatDiscordDoesNotKnowIsRefusedAndTheAnswerIsSaid() {
        Speaking.Answer answer = answerIn(news);

        assertThat(reason(answer.reaction("nonsense")))
                .isEqualTo("Discord does not know this emoji: let it use another (10014)");
        assertThat(ada.requests(begun, "PUT", channel)).hasSize(1);
        assertThat(answer.part(1, 1, "this")).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void aBlockedReactionIsRefusedOnceAndTheAnswerIsSaid() {
        ada.orders
                .at("discord.rest")
                .method("PUT")
                .path(channel)
                .times(-1)
                .refused(403, 90001, "Reaction was blocked");
        Speaking.Answer answer = answerIn(news);

        assertThat(reason(answer.reaction("⚠️")))
                .isEqualTo("its reaction is blocked: the author of the message blocked it (90001)");
        assertThat(ada.requests(begun, "PUT", channel)).hasSize(1);
        assertThat(answer.part(1, 1, "this")).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void aReactionToADeletedMessageIsRefusedOnce() {
        ada.discord.deletes(question);

        assertThat(reason(answerIn(news).reaction("⚠️")))
                .isEqualTo("the message was deleted (10008)");
        assertThat(ada.requests(begun, "PUT", channel)).hasSize(1);
    }

    @Test
    void whereItMayNotReadBackALateAnswerIsNotRisked() {
        ada.discord.permissions(channel, ada.guild.id(), 0, READ_BACK);
        ada.until(jda -> !canReadBack(jda.getTextChannelById(channel)));
        Speaking.Answer late =
                ada
                .new Answer(news, question, Instant.now().minusSeconds(90), Duration.ofSeconds(30));

        assertThat(reason(late.part(1, 1, "one")))
                .isEqualTo("may not read back in #news: give it Read Message History (50013)");
        assertThat(posts(channel)).isZero();
    }

    @Test
    void whileItIsTimedOutTheReasonSaysSo() {
        ada.discord.timesOut(ada.bot.id(), ada.guild.id(), Duration.ofMinutes(5));
        ada.until(jda -> jda.getGuildById(ada.guild.id()).getSelfMember().isTimedOut());
        Speaking.Answer answer = answerIn(news);
        try {
            assertThat(reason(answer.part(1, 2, "one")))
                    .isEqualTo("is timed out in Café: end its timeout, or wait (50013)");
            assertThat(reason(answer.part(2, 2, "two")))
                    .startsWith("an earlier part was refused: is timed out in Café");
            assertThat(posts(channel)).isZero();
        } finally {
            ada.discord.timesOut(ada.bot.id(), ada.guild.id(), Duration.ZERO);
            ada.until(jda -> !jda.getGuildById(ada.guild.id()).getSelfMember().isTimedOut());
        }
        othersGoOn();
    }

    @Test
    void aServerThatPutItOutIsNamedAndOthersGoOn() {
        var pub = ada.discord.guild("Pub", ada.bo, ada.bot.id());
        ada.until(jda -> jda.getGuildById(pub.id()) != null);
        question = ada.discord.says(ada.bo, pub.general(), "@Ada, out!");
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

        refusedWhole(general, "is not in Pub any more: invite it again (10004)", 0);
    }

    private void refuse(int status, int code, String message) {
        ada.orders
                .at("discord.rest")
                .method("POST")
                .path("/messages$")
                .times(1)
                .refused(status, code, message);
    }

    /** Two parts: both refused, for this reason, with so many attempts; others go on. */
    private void refusedWhole(Place in, String why, int attempts) {
        Speaking.Answer answer = answerIn(in);

        assertThat(reason(answer.part(1, 2, "one"))).isEqualTo(why);
        assertThat(reason(answer.part(2, 2, "two")))
                .isEqualTo("an earlier part was refused: " + why);
        assertThat(posts(in.channel())).isEqualTo(attempts);
        othersGoOn();
    }

    private void othersGoOn() {
        String other = ada.discord.channel(ada.guild.id(), "tea");
        ada.until(jda -> jda.getTextChannelById(other) != null);
        SeenMessage asked = ada.discord.says(ada.bo, other, "@Ada, tea?");

        assertThat(ada.new Answer(ada.channel(other, "tea"), asked).part(1, 1, "please"))
                .isInstanceOf(Delivery.Accepted.class);
    }

    private Speaking.Answer answerIn(Place in) {
        return ada.new Answer(in, question);
    }

    private int posts(String in) {
        return ada.requests(begun, "POST", in + "/messages").size();
    }

    private static List<SeenMessage> spoken(String in) {
        return ada.discord.messages(in).stream()
                .filter(message -> message.author().equals(ada.bot.id()))
                .toList();
    }

    private static boolean canReadBack(TextChannel in) {
        return in.getGuild().getSelfMember().hasPermission(in, Permission.MESSAGE_HISTORY);
    }

    private static String reason(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.Refused.class);
        return ((Delivery.Refused) delivery).reason();
    }
}
