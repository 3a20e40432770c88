package dev.carrier.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What Discord refuses, in its own words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscordRefusesTest {
    private static final long SEND_MESSAGES = 1 << 11;
    private static final long VIEW_CHANNEL = 1 << 10;

    private Sandbox sandbox;
    private DiscordClient discord;
    private String grace;
    private DiscordClient.NewBot ada;
    private DiscordClient.NewGuild cafe;
    private Http http;

    @BeforeAll
    void aGuildWithAPersonAndABot() {
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults()
                                .withMessageLimit(1000, Duration.ofSeconds(5))
                                .withRequestsPerSecond(1000));
        discord = new SandboxClient(sandbox.base()).discord();
        grace = discord.person("Grace");
        ada = discord.bot("Ada");
        cafe = discord.guild("Café", grace, ada.id());
        http = new Http(sandbox.discordApi(), ada.token());
    }

    @AfterAll
    void theWorldEnds() {
        sandbox.close();
    }

    private static void refused(Http.Answer answer, int status, int code) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Via")).isNotEmpty();
    }

    @Test
    void aWrongTokenIsUnauthorized() throws Exception {
        refused(new Http(sandbox.discordApi(), "nonsense").get("users/@me"), 401, 0);
    }

    @Test
    void moreThanTwoThousandCharactersAreTooMany() throws Exception {
        var answer = http.say(cafe.general(), "x".repeat(2001));
        refused(answer, 400, 50035);
        assertThat(answer.raw().body()).contains("BASE_TYPE_MAX_LENGTH");
        assertThat(http.say(cafe.general(), "x".repeat(2000)).status()).isEqualTo(200);
    }

    @Test
    void whoIsTimedOutMayReadButNotWrite() throws Exception {
        discord.timesOut(ada.id(), cafe.id(), Duration.ofMinutes(5));
        refused(http.say(cafe.general(), "hi"), 403, 50013);
        assertThat(http.get("channels/" + cafe.general() + "/messages").status()).isEqualTo(200);

        discord.timesOut(ada.id(), cafe.id(), Duration.ZERO);
        assertThat(http.say(cafe.general(), "hi").status()).isEqualTo(200);
    }

    @Test
    void nothingIsNoMessage() throws Exception {
        refused(http.say(cafe.general(), "  "), 400, 50006);
    }

    @Test
    void whatIsNotThereIsUnknown() throws Exception {
        refused(http.say("123", "hi"), 404, 10003);
        refused(http.get("channels/" + cafe.general() + "/messages/123"), 404, 10008);
        refused(http.get("nowhere"), 404, 0);
    }

    @Test
    void whoMayNotWriteIsRefusedAndWhoMayNotSeeHasNoAccess() throws Exception {
        var quiet = discord.channel(cafe.id(), "quiet");
        discord.permissions(quiet, cafe.id(), 0, SEND_MESSAGES);
        refused(http.say(quiet, "hi"), 403, 50013);
        var hidden = discord.channel(cafe.id(), "hidden");
        discord.permissions(hidden, cafe.id(), 0, VIEW_CHANNEL);
        refused(http.say(hidden, "hi"), 403, 50001);
    }

    @Test
    void aClosedDoorStaysClosed() throws Exception {
        discord.takesDms(grace, false);
        refused(http.say(discord.dm(grace, ada.id()), "hi"), 403, 50007);
        discord.takesDms(grace, true);
        assertThat(http.say(discord.dm(grace, ada.id()), "hi").status()).isEqualTo(200);
    }

    @Test
    void aLockedThreadIsClosedAndAnArchivedOneOpensWhenSomeoneSpeaks() throws Exception {
        var thread = discord.thread(cafe.general(), "old", grace);
        var said = discord.says(grace, thread, "still here?");
        discord.archive(thread, true, false);
        var reaction =
                "channels/" + thread + "/messages/" + said.id() + "/reactions/%F0%9F%91%8D/@me";
        refused(http.send("PUT", reaction, ""), 400, 50083);
        assertThat(http.say(thread, "yes").status()).isEqualTo(200);
        discord.archive(thread, true, true);
        refused(http.say(thread, "hello?"), 400, 50083);
    }

    @Test
    void othersMessagesAreNeitherEditedNorDeleted() throws Exception {
        var said = discord.says(grace, cafe.general(), "mine");
        var path = "channels/" + cafe.general() + "/messages/" + said.id();
        refused(http.send("PATCH", path, "{\"content\":\"yours\"}"), 403, 50005);
        refused(http.send("DELETE", path, ""), 403, 50013);
    }

    @Test
    void severalAreDeletedAtOnceByWhoMayManageMessages() throws Exception {
        var guild = discord.guild("Club", grace);
        discord.joins(ada.id(), guild.id(), 1 << 13);
        var one = discord.says(grace, guild.general(), "one");
        var two = discord.says(grace, guild.general(), "two");
        discord.says(grace, guild.general(), "three");
        var body = "{\"messages\":[\"" + one.id() + "\",\"" + two.id() + "\"]}";
        var answer =
                http.send("POST", "channels/" + guild.general() + "/messages/bulk-delete", body);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(discord.messages(guild.general()))
                .extracting(m -> m.content())
                .containsExactly("three");
    }

    @Test
    void aReplyToNothingIsRefusedUnlessItMayFail() throws Exception {
        var reference = "{\"content\":\"re\",\"message_reference\":{\"message_id\":\"5\"%s}}";
        refused(http.post(cafe.general(), reference.formatted("")), 400, 50035);
        var answer =
                http.post(cafe.general(), reference.formatted(",\"fail_if_not_exists\":false"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().has("message_reference")).isFalse();
    }

    @Test
    void mentionsThatAreNotAllowedPingNobody() throws Exception {
        var text = "hey <@" + grace + "> and @everyone";
        http.say(cafe.general(), text);
        assertThat(discord.messages(cafe.general()).getLast().mentions()).containsExactly(grace);
        assertThat(discord.messages(cafe.general()).getLast().mentionsEveryone()).isTrue();
        http.post(
                cafe.general(),
                "{\"content\":\"" + text + "\",\"allowed_mentions\":{\"parse\":[]}}");
        assertThat(discord.messages(cafe.general()).getLast().mentions()).isEmpty();
        assertThat(discord.messages(cafe.general()).getLast().mentionsEveryone()).isFalse();
    }

    @Test
    void contentIsHiddenFromABotWithoutTheIntentUnlessItIsMeant() throws Exception {
        var shy = discord.bot("Shy", Optional.empty(), Optional.empty(), false);
        discord.joins(shy.id(), cafe.id());
        var channel = discord.channel(cafe.id(), "chatter");
        discord.says(grace, channel, "secret");
        discord.says(grace, channel, "@Shy hello");
        var history =
                new Http(sandbox.discordApi(), shy.token())
                        .get("channels/" + channel + "/messages");
        assertThat(history.body().get(0).path("content").asString()).contains("hello");
        assertThat(history.body().get(1).path("content").asString()).isEmpty();
    }

    @Test
    void aThreadIsToldOfByDiscordItself() {
        var channel = discord.channel(cafe.id(), "threads");
        var said = discord.says(grace, channel, "let us talk about it");
        var fromNothing = discord.thread(channel, "by itself", grace);
        var fromMessage = discord.thread(said, "about it", grace);
        assertThat(fromMessage).isEqualTo(said.id());
        assertThat(discord.messages(channel).getLast().type()).isEqualTo("thread_created");
        assertThat(discord.messages(fromNothing)).isEmpty();
        assertThat(discord.messages(fromMessage))
                .singleElement()
                .satisfies(starter -> assertThat(starter.replyTo()).contains(said.id()))
                .satisfies(starter -> assertThat(starter.id()).isNotEqualTo(said.id()));
    }
}
