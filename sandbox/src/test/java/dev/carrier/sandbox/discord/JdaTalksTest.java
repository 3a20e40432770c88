package dev.carrier.sandbox.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageHistory;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.channel.ChannelCreateEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.events.user.UserTypingEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.FileUpload;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a bot does on a quiet day, by the client that our workers use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdaTalksTest {
    private Sandbox sandbox;
    private DiscordClient discord;
    private Bots bots;
    private String grace;
    private DiscordClient.NewBot ada;
    private DiscordClient.NewGuild cafe;
    private Bots.Running running;

    @BeforeAll
    void aGuildWithAPersonAndABot() throws Exception {
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults()
                                .withIdentifyInterval(Duration.ZERO)
                                .withMessageLimit(1000, Duration.ofSeconds(5)));
        discord = new SandboxClient(sandbox.base()).discord();
        bots = new Bots(sandbox);
        grace = discord.person("Grace");
        ada = discord.bot("Ada", Optional.empty(), Optional.of(grace), true);
        cafe = discord.guild("Café", grace, ada.id());
        running = bots.ready(ada);
    }

    @AfterAll
    void theWorldEnds() {
        bots.close();
        sandbox.close();
    }

    private MessageReceivedEvent hears(SeenMessage said) {
        return Awaitility.await()
                .atMost(30, SECONDS)
                .until(
                        () ->
                                running.heard(MessageReceivedEvent.class).stream()
                                        .filter(event -> event.getMessageId().equals(said.id()))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private SeenMessage last(String channel) {
        return discord.messages(channel).getLast();
    }

    @Test
    void aMessageGoesBothWays() {
        var heard = hears(discord.says(grace, cafe.general(), "@Ada, are you there?"));
        assertThat(heard.getMessage().getContentDisplay()).isEqualTo("@Ada, are you there?");
        assertThat(heard.getMessage().getMentions().isMentioned(running.jda().getSelfUser()))
                .isTrue();
        assertThat(heard.getAuthor().getName()).isEqualTo("Grace");

        var sent = heard.getMessage().reply("I am.").complete();

        var answer = last(cafe.general());
        assertThat(answer.id()).isEqualTo(sent.getId());
        assertThat(answer.content()).isEqualTo("I am.");
        assertThat(answer.replyTo()).contains(heard.getMessageId());
        assertThat(answer.mentions()).contains(grace);
        assertThat(answer.nonce()).isPresent();
    }

    @Test
    void aDmGoesBothWays() {
        var dm = discord.dm(grace, ada.id());
        var heard = hears(discord.says(grace, dm, "between us"));
        assertThat(heard.isFromGuild()).isFalse();
        heard.getChannel().sendMessage("of course").complete();
        assertThat(last(dm).content()).isEqualTo("of course");

        var opened = running.jda().openPrivateChannelById(grace).complete();
        assertThat(opened.getId()).isEqualTo(dm);
    }

    @Test
    void aPersonWhoTakesNoDmsGetsNone() {
        var hermit = discord.person("Hermit");
        discord.takesDms(hermit, false);
        var dm = running.jda().openPrivateChannelById(hermit).complete();
        assertThatThrownBy(() -> dm.sendMessage("hello?").complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        e ->
                                assertThat(e.getErrorResponse())
                                        .isEqualTo(ErrorResponse.CANNOT_SEND_TO_USER));
    }

    @Test
    void aThreadIsBegunSpokenInAndOnceLockedTakesNoMore() {
        var general = running.jda().getTextChannelById(cafe.general());
        var thread = general.createThreadChannel("aside").complete();
        thread.sendMessage("in here").complete();
        assertThat(last(thread.getId()).content()).isEqualTo("in here");
        hears(discord.says(grace, thread.getId(), "so am I"));

        discord.archive(thread.getId(), true, true);

        assertThatThrownBy(() -> thread.sendMessage("anyone?").complete())
                .isInstanceOf(Exception.class);
        assertThat(last(thread.getId()).content()).isEqualTo("so am I");
    }

    @Test
    void aThreadThatAPersonBeginsIsHeardOf() {
        var thread = discord.thread(cafe.general(), "plans", grace);
        Awaitility.await()
                .atMost(30, SECONDS)
                .until(() ->
                        running.heard(ChannelCreateEvent.class).stream()
                                .anyMatch(event -> event.getChannel().getId().equals(thread)));
        assertThat(hears(discord.says(grace, thread, "tomorrow?")).isFromThread()).isTrue();
    }

    @Test
    void reactionsGoBothWays() {
        var said = discord.says(grace, cafe.general(), "how is this?");
        hears(said).getMessage().addReaction(Emoji.fromUnicode("👍")).complete();
        discord.reacts(grace, said, "🎉");
        Awaitility.await()
                .atMost(30, SECONDS)
                .until(() -> running.heard(MessageReactionAddEvent.class).size() >= 2);
        assertThat(last(cafe.general()).reactions())
                .containsEntry("👍", List.of(ada.id()))
                .containsEntry("🎉", List.of(grace));

        discord.unreacts(grace, said, "🎉");
        assertThat(running.awaits(MessageReactionRemoveEvent.class).getEmoji().getName())
                .isEqualTo("🎉");
    }

    @Test
    void filesGoBothWays() throws Exception {
        var heard =
                hears(
                        discord.uploads(
                                grace, cafe.general(), "see this", "notes.txt", "milk, bread"));
        var attachment = heard.getMessage().getAttachments().getFirst();
        try (var content = attachment.getProxy().download().get(30, SECONDS)) {
            assertThat(content).hasBinaryContent("milk, bread".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(status(attachment.getUrl())).isEqualTo(200);
        assertThat(status(attachment.getUrl().replaceFirst("hm=.", "hm=x"))).isEqualTo(404);
        assertThat(status(attachment.getUrl().replaceFirst("\\?.*", ""))).isEqualTo(404);

        heard.getChannel()
                .sendMessage("mine")
                .addFiles(FileUpload.fromData("eggs".getBytes(StandardCharsets.UTF_8), "list.txt"))
                .complete();
        assertThat(last(cafe.general()).content()).isEqualTo("mine");
        assertThat(last(cafe.general()).attachments()).containsExactly("list.txt");
    }

    @Test
    void historyIsReadFromBothEndsAndTellsNoNonce() {
        var channel = discord.channel(cafe.id(), "archive");
        var said =
                List.of("one", "two", "three", "four").stream()
                        .map(text -> discord.says(grace, channel, text))
                        .toList();
        Awaitility.await()
                .atMost(30, SECONDS)
                .until(() -> running.jda().getTextChannelById(channel) != null);
        var text = running.jda().getTextChannelById(channel);
        text.sendMessage("five").complete();

        var after = MessageHistory.getHistoryAfter(text, said.getFirst().id()).limit(2).complete();
        var before = MessageHistory.getHistoryBefore(text, said.getLast().id()).limit(2).complete();
        var around = MessageHistory.getHistoryAround(text, said.get(2).id()).limit(3).complete();
        var latest = text.getHistory().retrievePast(100).complete();

        assertThat(after.getRetrievedHistory())
                .extracting(Message::getContentRaw)
                .containsExactly("three", "two");
        assertThat(before.getRetrievedHistory())
                .extracting(Message::getContentRaw)
                .containsExactly("three", "two");
        assertThat(around.getRetrievedHistory())
                .extracting(Message::getContentRaw)
                .containsExactly("four", "three", "two");
        assertThat(latest).extracting(Message::getContentRaw).first().isEqualTo("five");
        assertThat(latest).allSatisfy(message -> assertThat(message.getNonce()).isNull());
        assertThat(last(channel).nonce()).isPresent();
    }

    @Test
    void editsAndDeletionsAreHeardOf() {
        var said = discord.says(grace, cafe.general(), "teh cat");
        hears(said);
        discord.edits(said, "the cat");
        assertThat(running.awaits(MessageUpdateEvent.class).getMessage().getContentRaw())
                .isEqualTo("the cat");
        discord.deletes(said);
        Awaitility.await()
                .atMost(30, SECONDS)
                .until(() ->
                        running.heard(MessageDeleteEvent.class).stream()
                                .anyMatch(event -> event.getMessageId().equals(said.id())));
    }

    @Test
    void aBotEditsAndDeletesWhatItSaid() {
        var channel = discord.channel(cafe.id(), "drafts");
        Awaitility.await()
                .atMost(30, SECONDS)
                .until(() -> running.jda().getTextChannelById(channel) != null);
        var text = running.jda().getTextChannelById(channel);
        var sent = text.sendMessage("frist").complete();
        sent.editMessage("first").complete();
        assertThat(last(channel)).satisfies(m -> assertThat(m.content()).isEqualTo("first"));
        assertThat(last(channel).edited()).isTrue();
        sent.delete().complete();
        assertThat(discord.messages(channel)).isEmpty();
    }

    @Test
    void typingIsSeenBothWays() {
        discord.types(grace, cafe.general());
        assertThat(running.awaits(UserTypingEvent.class).getUser().getId()).isEqualTo(grace);
        running.jda().getTextChannelById(cafe.general()).sendTyping().complete();
    }

    @Test
    void aBotLearnsWhoItIsWhoseItIsAndWhoIsThere() {
        assertThat(running.jda().getSelfUser().getName()).isEqualTo("Ada");
        assertThat(running.jda().retrieveApplicationInfo().complete().getOwner().getId())
                .isEqualTo(grace);
        var guild = running.jda().getGuildById(cafe.id());
        assertThat(guild.retrieveMemberById(grace).complete().getEffectiveName())
                .isEqualTo("Grace");
        assertThat(running.jda().retrieveUserById(grace).complete().getName()).isEqualTo("Grace");
    }

    @Test
    void webhooksAndOwnMessagesAreToldApart() {
        var webhook = hears(discord.webhookSays(cafe.general(), "News", "rain"));
        assertThat(webhook.isWebhookMessage()).isTrue();
        var own = running.jda().getTextChannelById(cafe.general()).sendMessage("mine").complete();
        Awaitility.await()
                .atMost(30, SECONDS)
                .until(() ->
                        running.heard(MessageReceivedEvent.class).stream()
                                .anyMatch(event ->
                                        event.getMessageId().equals(own.getId())
                                                && event.getAuthor()
                                                        .equals(running.jda().getSelfUser())));
    }

    @Test
    void aGuildThatABotJoinsLaterIsHeardOf() {
        var club = discord.guild("Club", grace);
        discord.joins(ada.id(), club.id());
        Awaitility.await()
                .atMost(30, SECONDS)
                .until(() -> running.jda().getGuildById(club.id()) != null);
        hears(discord.says(grace, club.general(), "welcome"));
    }

    private static int status(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
