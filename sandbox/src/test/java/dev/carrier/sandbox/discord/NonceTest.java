package dev.carrier.sandbox.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Nonces: enforced for a while, then forgotten; told once, then never again. */
class NonceTest {
    private static final String BODY =
            "{\"content\":\"%s\",\"nonce\":\"n-1\",\"enforce_nonce\":%s}";

    private static SandboxOptions options() {
        return SandboxOptions.defaults().withMessageLimit(1000, Duration.ofSeconds(5));
    }

    @Test
    void theSameNonceGivesTheMessageThatIsThere() throws Exception {
        try (var sandbox = Sandbox.start(options())) {
            var discord = new SandboxClient(sandbox.base()).discord();
            var ada = discord.bot("Ada");
            var bob = discord.bot("Bob");
            var cafe = discord.guild("Café", discord.person("Grace"), ada.id(), bob.id());
            var http = new Http(sandbox.discordApi(), ada.token());
            var first = http.post(cafe.general(), BODY.formatted("once", true));
            var again = http.post(cafe.general(), BODY.formatted("twice", true));
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.text("id")).isEqualTo(first.text("id"));
            assertThat(again.text("content")).isEqualTo("once");
            assertThat(first.text("nonce")).isEqualTo("n-1");
            assertThat(discord.messages(cafe.general())).hasSize(1);
            assertThat(discord.counted("nonceDuplicates", "Ada")).isEqualTo(1);

            theNonceIsSeenByUsAloneAfterwards(discord, cafe, http, first.text("id"));
            anotherAuthorAnotherChannelAndALooseNonceAreNotTheSame(
                    discord, sandbox, cafe, bob, http);
        }
    }

    private static void theNonceIsSeenByUsAloneAfterwards(
            DiscordClient discord, DiscordClient.NewGuild cafe, Http http, String id)
            throws Exception {
        var history = http.get("channels/" + cafe.general() + "/messages");
        assertThat(history.body().get(0).has("nonce")).isFalse();
        assertThat(http.get("channels/" + cafe.general() + "/messages/" + id).body().has("nonce"))
                .isFalse();
        assertThat(discord.messages(cafe.general()).getFirst().nonce()).contains("n-1");
    }

    private static void anotherAuthorAnotherChannelAndALooseNonceAreNotTheSame(
            DiscordClient discord,
            Sandbox sandbox,
            DiscordClient.NewGuild cafe,
            DiscordClient.NewBot bob,
            Http http)
            throws Exception {
        new Http(sandbox.discordApi(), bob.token())
                .post(cafe.general(), BODY.formatted("bob's", true));
        assertThat(discord.messages(cafe.general())).hasSize(2);
        var other = discord.channel(cafe.id(), "other");
        http.post(other, BODY.formatted("elsewhere", true));
        assertThat(discord.messages(other)).hasSize(1);
        http.post(cafe.general(), BODY.formatted("not enforced", false));
        assertThat(discord.messages(cafe.general())).hasSize(3);
    }

    @Test
    void noncesAreForgottenAtOnceWhenToldSo() throws Exception {
        try (var sandbox = Sandbox.start(options())) {
            var discord = new SandboxClient(sandbox.base()).discord();
            var ada = discord.bot("Ada");
            var cafe = discord.guild("Café", discord.person("Grace"), ada.id());
            var http = new Http(sandbox.discordApi(), ada.token());
            http.post(cafe.general(), BODY.formatted("early", true));
            discord.forgetsNonces();
            http.post(cafe.general(), BODY.formatted("late", true));
            http.post(cafe.general(), BODY.formatted("later", true));
            assertThat(discord.messages(cafe.general())).hasSize(2);
        }
    }

    @Test
    void aNonceExpires() throws Exception {
        try (var sandbox = Sandbox.start(options().withNonceExpiry(Duration.ofMillis(300)))) {
            var discord = new SandboxClient(sandbox.base()).discord();
            var ada = discord.bot("Ada");
            var cafe = discord.guild("Café", discord.person("Grace"), ada.id());
            var http = new Http(sandbox.discordApi(), ada.token());
            http.post(cafe.general(), BODY.formatted("early", true));
            Awaitility.await()
                    .atMost(30, SECONDS)
                    .until(() -> {
                        http.post(cafe.general(), BODY.formatted("late", true));
                        return discord.messages(cafe.general()).size() == 2;
                    });
        }
    }
}
