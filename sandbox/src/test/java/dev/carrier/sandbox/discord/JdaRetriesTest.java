package dev.carrier.sandbox.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.utils.Compression;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that go wrong, as the client that our workers use takes them. */
class JdaRetriesTest {
    private Sandbox sandbox;
    private DiscordClient discord;
    private OrdersClient orders;
    private Bots bots;
    private DiscordClient.NewBot ada;
    private DiscordClient.NewGuild cafe;

    @BeforeEach
    void aGuildWithABot() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withIdentifyInterval(Duration.ZERO));
        var client = new SandboxClient(sandbox.base());
        discord = client.discord();
        orders = client.orders();
        bots = new Bots(sandbox);
        ada = discord.bot("Ada");
        cafe = discord.guild("Café", discord.person("Grace"), ada.id());
    }

    @AfterEach
    void theWorldEnds() {
        bots.close();
        sandbox.close();
    }

    private TextChannel speaking() throws InterruptedException {
        return bots.ready(ada, List.of(), Compression.ZLIB)
                .jda()
                .getTextChannelById(cafe.general());
    }

    @Test
    void aMessageWhoseAnswerWasLostIsSentAgainAndAppearsOnce() throws Exception {
        var channel = speaking();
        orders.at("discord.rest").method("POST").path("/messages$").dropAfter();
        var sent = channel.sendMessage("once").complete();
        assertThat(discord.messages(cafe.general()))
                .extracting(SeenMessage::id)
                .containsExactly(sent.getId());
        assertThat(discord.counted("nonceDuplicates", "Ada")).isEqualTo(1);
    }

    @Test
    void aMessageThatNeverArrivedIsSentAgain() throws Exception {
        var channel = speaking();
        orders.at("discord.rest").method("POST").path("/messages$").dropBefore();
        orders.at("discord.rest").method("POST").path("/messages$").after(1).status(503);
        channel.sendMessage("at last").complete();
        assertThat(discord.messages(cafe.general())).hasSize(1);
        assertThat(discord.counted("nonceDuplicates", "Ada")).isZero();
    }

    @Test
    void shardsFindTheGatewayByThemselves() {
        var shards =
                DefaultShardManagerBuilder.createLight(ada.token())
                        .setRestConfigProvider(
                                _ -> new RestConfig().setBaseUrl(sandbox.discordApi().toString()))
                        .setShardsTotal(-1)
                        .build();
        try {
            Awaitility.await()
                    .atMost(60, SECONDS)
                    .until(() ->
                            shards.getShards().stream()
                                    .map(JDA::getStatus)
                                    .toList()
                                    .equals(List.of(JDA.Status.CONNECTED)));
            assertThat(shards.getGuildById(cafe.id())).isNotNull();
        } finally {
            shards.shutdown();
        }
    }
}
