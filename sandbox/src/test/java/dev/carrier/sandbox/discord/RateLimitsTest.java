package dev.carrier.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import dev.carrier.sandbox.json.Json;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.Test;

/** Rate limits as Discord words them, and that JDA obeys them. */
class RateLimitsTest {
    @Test
    void theBucketOfAChannelIsTold() throws Exception {
        try (var sandbox =
                Sandbox.start(
                        SandboxOptions.defaults().withMessageLimit(2, Duration.ofSeconds(60)))) {
            var discord = new SandboxClient(sandbox.base()).discord();
            var ada = discord.bot("Ada");
            var cafe = discord.guild("Café", discord.person("Grace"), ada.id());
            var http = new Http(sandbox.discordApi(), ada.token());
            var first = http.say(cafe.general(), "one");
            assertThat(first.header("X-RateLimit-Limit")).isEqualTo("2");
            assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("1");
            assertThat(first.header("X-RateLimit-Bucket")).isNotEmpty();
            http.say(cafe.general(), "two");
            var third = http.say(cafe.general(), "three");
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.header("Retry-After")).matches("[1-9]\\d*");
            assertThat(third.header("Via")).isNotEmpty();
            assertThat(Json.flag(third.body(), "global", true)).isFalse();
            assertThat(discord.messages(cafe.general())).hasSize(2);
            var elsewhere = discord.channel(cafe.id(), "elsewhere");
            assertThat(http.say(elsewhere, "fresh").status()).isEqualTo(200);
            assertThat(discord.counted("rateLimited", "POST /channels/{channel}/messages"))
                    .isEqualTo(1);
        }
    }

    @Test
    void allRequestsTogetherHaveALimitToo() throws Exception {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults().withRequestsPerSecond(1))) {
            var ada = new SandboxClient(sandbox.base()).discord().bot("Ada");
            var http = new Http(sandbox.discordApi(), ada.token());
            var refused = http.get("users/@me");
            for (var i = 0; i < 50 && refused.status() != 429; i++) {
                refused = http.get("users/@me");
            }
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("X-RateLimit-Global")).isEqualTo("true");
            assertThat(Json.flag(refused.body(), "global", false)).isTrue();
        }
    }

    @Test
    void jdaWaitsAndSendsEverythingOnce() throws Exception {
        try (var sandbox =
                        Sandbox.start(
                                SandboxOptions.defaults()
                                        .withMessageLimit(2, Duration.ofSeconds(1)));
                var bots = new Bots(sandbox)) {
            var client = new SandboxClient(sandbox.base());
            var discord = client.discord();
            var ada = discord.bot("Ada");
            var cafe = discord.guild("Café", discord.person("Grace"), ada.id());
            var running = bots.ready(ada, List.of(), Compression.ZLIB);
            client.orders().at("discord.rest").method("POST").path("/messages$").rateLimited(1);
            var channel = running.jda().getTextChannelById(cafe.general());
            for (var text : List.of("1", "2", "3", "4", "5")) {
                channel.sendMessage(text).complete();
            }
            assertThat(discord.messages(cafe.general()))
                    .extracting(SeenMessage::content)
                    .containsExactly("1", "2", "3", "4", "5");
        }
    }
}
