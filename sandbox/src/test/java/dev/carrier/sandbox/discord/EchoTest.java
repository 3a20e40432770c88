package dev.carrier.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.DiscordClient.NewGuild;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bot of somebody else that keeps a loop going. */
class EchoTest {
    private static final long SEND_MESSAGES = 1L << 11;

    private Sandbox sandbox;
    private DiscordClient discord;
    private String grace;
    private NewGuild cafe;
    private NewBot echo;

    @BeforeEach
    void open() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        discord = new SandboxClient(sandbox.base()).discord();
        grace = discord.person("Grace");
        cafe = discord.guild("Café", grace);
        echo = discord.bot("Echo");
        discord.joins(echo.id(), cafe.id());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private List<String> texts() {
        return discord.messages(cafe.general()).stream().map(SeenMessage::content).toList();
    }

    private void says(String... texts) {
        await().atMost(Duration.ofSeconds(30))
                .during(Duration.ofMillis(600))
                .untilAsserted(() -> assertThat(texts()).containsExactly(texts));
    }

    @Test
    void itMentionsWhoeverWritesAndNotItself() {
        discord.echoes(echo.id(), "everything");
        discord.says(grace, cafe.general(), "hello");
        says("hello", "<@" + grace + "> hello");
        assertThat(discord.messages(cafe.general()).getLast().authorName()).isEqualTo("Echo");
    }

    @Test
    void itCanAnswerOnlyWhatPingsItBeItByAReply() {
        discord.echoes(echo.id(), "pings");
        discord.says(grace, cafe.general(), "hello");
        var asked = discord.says(grace, cafe.general(), "@Echo hello");
        String first = "<@" + grace + "> <@" + echo.id() + "> hello";
        says("hello", asked.content(), first);
        var its = discord.messages(cafe.general()).getLast();
        discord.replies(grace, cafe.general(), its.id(), "stop");
        says("hello", asked.content(), first, "stop", "<@" + grace + "> stop");
    }

    @Test
    void itIsSilentWhereItMayNotSpeakAndWhenItIsToldSo() {
        discord.echoes(echo.id(), "everything");
        discord.permissions(cafe.general(), echo.id(), 0, SEND_MESSAGES);
        discord.says(grace, cafe.general(), "one");
        says("one");
        discord.permissions(cafe.general(), echo.id(), SEND_MESSAGES, 0);
        discord.echoes(echo.id(), "nothing");
        discord.says(grace, cafe.general(), "two");
        says("one", "two");
    }
}
