package dev.carrier.sandbox.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.utils.Compression;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults of the gateway, as the client that our workers use notices them. */
class JdaReconnectsTest {
    private Sandbox sandbox;
    private DiscordClient discord;
    private OrdersClient orders;
    private Bots bots;
    private String grace;
    private DiscordClient.NewBot ada;
    private DiscordClient.NewGuild cafe;

    @BeforeEach
    void aGuildWithAPersonAndABot() {
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults()
                                .withIdentifyInterval(Duration.ZERO)
                                .withHeartbeatInterval(Duration.ofSeconds(2)));
        var client = new SandboxClient(sandbox.base());
        discord = client.discord();
        orders = client.orders();
        bots = new Bots(sandbox);
        grace = discord.person("Grace");
        ada = discord.bot("Ada");
        cafe = discord.guild("Café", grace, ada.id());
    }

    @AfterEach
    void theWorldEnds() {
        bots.close();
        sandbox.close();
    }

    private static List<String> texts(Bots.Running running) {
        return running.heard(MessageReceivedEvent.class).stream()
                .map(event -> event.getMessage().getContentRaw())
                .toList();
    }

    @Test
    void whatIsSaidWhileTheLineIsCutIsReplayedOnceAfterwards() throws Exception {
        var running = bots.ready(ada);
        // The event that cuts the line is lost with it, as is what follows until the client is
        // back.
        var resume = orders.at("discord.gateway").method("RESUME").hold("received");
        orders.at("discord.gateway").method("MESSAGE_CREATE").cut();
        discord.says(grace, cafe.general(), "one");
        discord.says(grace, cafe.general(), "two");
        running.awaits(SessionDisconnectEvent.class);
        assertThat(texts(running)).isEmpty();
        resume.release();
        running.awaits(SessionResumeEvent.class);
        discord.says(grace, cafe.general(), "three");
        running.awaits(MessageReceivedEvent.class, 3);
        assertThat(texts(running)).containsExactly("one", "two", "three");
        assertThat(discord.counted("identifies", "Ada")).isEqualTo(1);
        assertThat(discord.counted("resumes", "Ada")).isEqualTo(1);
    }

    @Test
    void reconnectOrdersAndAResumableCloseAreFollowedByAResume() throws Exception {
        var running = bots.ready(ada);
        orders.at("discord.gateway").account("Ada").reconnect();
        running.awaits(SessionResumeEvent.class, 1);
        orders.at("discord.gateway").account("Ada").close(4000);
        running.awaits(SessionResumeEvent.class, 2);
        assertThat(discord.counted("identifies", "Ada")).isEqualTo(1);
    }

    @Test
    void anInvalidSessionIsBegunAnewAndItsEventsAreLost() throws Exception {
        var running = bots.ready(ada);
        var identify = orders.at("discord.gateway").method("IDENTIFY").hold("received");
        orders.at("discord.gateway").account("Ada").invalidSession(false);
        running.awaits(SessionDisconnectEvent.class);
        discord.says(grace, cafe.general(), "missed");
        identify.release();
        running.awaits(SessionRecreateEvent.class);
        discord.says(grace, cafe.general(), "heard");
        running.awaits(MessageReceivedEvent.class);
        assertThat(texts(running)).containsExactly("heard");
        assertThat(discord.counted("identifies", "Ada")).isEqualTo(2);
    }

    @Test
    void aRefusedResumeIsFollowedByAnIdentify() throws Exception {
        var running = bots.ready(ada);
        orders.at("discord.gateway").method("RESUME").invalidSession(false);
        orders.at("discord.gateway").account("Ada").cut();
        running.awaits(SessionRecreateEvent.class);
        assertThat(discord.counted("identifies", "Ada")).isEqualTo(2);
    }

    @Test
    void aGatewayThatAcknowledgesNothingIsLeftAndComeBackTo() throws Exception {
        var running = bots.ready(ada);
        orders.at("discord.gateway").account("Ada").deaf();
        running.awaits(SessionDisconnectEvent.class);
        running.awaits(SessionResumeEvent.class);
    }

    @Test
    void anEventThatIsDeliveredTwiceIsHeardTwice() throws Exception {
        var running = bots.ready(ada, Bots.HEARING, Compression.NONE);
        orders.at("discord.gateway").method("MESSAGE_CREATE").duplicate(1);
        discord.says(grace, cafe.general(), "echo");
        running.awaits(MessageReceivedEvent.class, 2);
        discord.says(grace, cafe.general(), "end");
        running.awaits(MessageReceivedEvent.class, 3);
        assertThat(texts(running)).containsExactly("echo", "echo", "end");
    }

    @Test
    void aTokenThatIsNoLongerGoodEndsTheBot() throws Exception {
        var running = bots.ready(ada);
        orders.at("discord.gateway").account("Ada").close(4004);
        var end = running.awaits(ShutdownEvent.class);
        assertThat(end.getCode()).isEqualTo(4004);
        Awaitility.await()
                .atMost(30, SECONDS)
                .until(() -> running.jda().getStatus() == JDA.Status.SHUTDOWN);
    }

    @Test
    void twoSessionsOfABotBothHearWhatTheyWant() throws Exception {
        var hearing = bots.ready(ada);
        var speaking = bots.ready(ada, List.of(), Compression.ZLIB);
        discord.says(grace, cafe.general(), "hello both");
        hearing.awaits(MessageReceivedEvent.class);
        speaking.jda().getTextChannelById(cafe.general()).sendMessage("hello").complete();
        hearing.awaits(MessageReceivedEvent.class, 2);
        assertThat(speaking.heard(MessageReceivedEvent.class)).isEmpty();
    }
}
