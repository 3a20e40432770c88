package dev.carrier.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The gateway's own rules: who gets in, who hears what, who is thrown out and why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayRulesTest {
    private static final long GUILDS = 1;
    private static final long GUILD_MESSAGES = 1 << 9;
    private static final long DIRECT_MESSAGES = 1 << 12;
    private static final long MESSAGE_CONTENT = 1 << 15;

    private Sandbox sandbox;
    private DiscordClient discord;
    private String grace;
    private DiscordClient.NewBot ada;
    private DiscordClient.NewGuild cafe;

    @BeforeAll
    void aGuildWithAPersonAndABot() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withIdentifyInterval(Duration.ZERO));
        discord = new SandboxClient(sandbox.base()).discord();
        grace = discord.person("Grace");
        ada = discord.bot("Ada");
        cafe = discord.guild("Café", grace, ada.id());
    }

    @AfterAll
    void theWorldEnds() {
        sandbox.close();
    }

    private RawGateway hearing(DiscordClient.NewBot bot, long intents) {
        var gateway = new RawGateway(sandbox).identify(bot.token(), intents);
        gateway.event("READY");
        return gateway;
    }

    @Test
    void whoBreaksTheRulesIsThrownOutWithTheRightCode() throws Exception {
        assertThat(new RawGateway(sandbox).identify("nonsense", GUILDS).closeCode())
                .isEqualTo(4004);
        assertThat(new RawGateway(sandbox).send("{\"op\":3,\"d\":{}}").closeCode()).isEqualTo(4003);
        assertThat(new RawGateway(sandbox).send("{\"op\":99}").closeCode()).isEqualTo(4001);
        assertThat(new RawGateway(sandbox).send("what?").closeCode()).isEqualTo(4002);
        assertThat(hearing(ada, GUILDS).identify(ada.token(), GUILDS).closeCode()).isEqualTo(4005);
        assertThat(new RawGateway(sandbox).identify(ada.token(), 1L << 40).closeCode())
                .isEqualTo(4013);
        var shard =
                "{\"op\":2,\"d\":{\"token\":\""
                        + ada.token()
                        + "\",\"intents\":1,\"shard\":[2,2]}}";
        assertThat(new RawGateway(sandbox).send(shard).closeCode()).isEqualTo(4010);
        var old = URI.create(sandbox.discordGateway() + "?v=3&encoding=json");
        assertThat(new RawGateway(old).closeCode()).isEqualTo(4012);
    }

    @Test
    void aBotWithoutTheIntentSwitchedOnMayNotAskForContent() throws Exception {
        var shy = discord.bot("Shy", Optional.empty(), Optional.empty(), false);
        assertThat(new RawGateway(sandbox).identify(shy.token(), MESSAGE_CONTENT).closeCode())
                .isEqualTo(4014);
    }

    @Test
    void moreThan120MessagesAMinuteAreTooMany() throws Exception {
        var gateway = new RawGateway(sandbox);
        for (var i = 0; i < 121; i++) {
            gateway.send("{\"op\":1,\"d\":null}");
        }
        assertThat(gateway.closeCode()).isEqualTo(4008);
    }

    @Test
    void heartbeatsAreAcknowledged() {
        var gateway = new RawGateway(sandbox);
        assertThat(gateway.op(10).path("d").path("heartbeat_interval").asInt()).isEqualTo(41_250);
        gateway.send("{\"op\":1,\"d\":null}");
        gateway.op(11);
        gateway.leave();
    }

    @Test
    void aSessionHearsOnlyWhatItAskedFor() {
        var everything = hearing(ada, GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES | MESSAGE_CONTENT);
        var nothing = hearing(ada, GUILDS);
        var dms = hearing(ada, GUILDS | DIRECT_MESSAGES);
        discord.says(grace, cafe.general(), "in the open");
        discord.says(grace, discord.dm(grace, ada.id()), "in private");
        assertThat(Json.text(everything.event("MESSAGE_CREATE"), "content", ""))
                .isEqualTo("in the open");
        assertThat(Json.text(dms.event("MESSAGE_CREATE"), "content", "")).isEqualTo("in private");
        discord.channel(cafe.id(), "later");
        nothing.event("CHANNEL_CREATE");
        assertThat(nothing.types()).doesNotContain("MESSAGE_CREATE");
        everything.leave();
        nothing.leave();
        dms.leave();
    }

    @Test
    void contentIsEmptyWithoutItsIntentUnlessTheBotIsMentioned() {
        var plain = hearing(ada, GUILDS | GUILD_MESSAGES);
        discord.says(grace, cafe.general(), "among ourselves");
        assertThat(Json.text(plain.event("MESSAGE_CREATE"), "content", "?")).isEmpty();
        plain.leave();
        var again = hearing(ada, GUILDS | GUILD_MESSAGES);
        discord.says(grace, cafe.general(), "@Ada hello");
        assertThat(Json.text(again.event("MESSAGE_CREATE"), "content", "?"))
                .isEqualTo("<@" + ada.id() + "> hello");
        again.leave();
    }

    @Test
    void aLostSessionIsResumedWithWhatItMissedAndNothingElse() {
        var first = hearing(ada, GUILDS | GUILD_MESSAGES | MESSAGE_CONTENT);
        var session = Json.text(first.event("READY"), "session_id", "");
        first.event("GUILD_CREATE");
        first.leave();
        discord.says(grace, cafe.general(), "missed");
        var second = new RawGateway(sandbox).resume(ada.token(), session, 2);
        assertThat(Json.text(second.event("MESSAGE_CREATE"), "content", "")).isEqualTo("missed");
        second.event("RESUMED");
        assertThat(second.types()).containsExactly("MESSAGE_CREATE", "RESUMED");
        second.leave();
    }

    @Test
    void aSessionThatIsUnknownOrAheadOfUsIsNotResumed() throws Exception {
        var unknown = new RawGateway(sandbox).resume(ada.token(), "nothing", 1);
        assertThat(unknown.op(9).path("d").asBoolean()).isFalse();
        unknown.leave();
        var first = hearing(ada, GUILDS);
        var session = Json.text(first.event("READY"), "session_id", "");
        first.leave();
        assertThat(new RawGateway(sandbox).resume(ada.token(), session, 99).closeCode())
                .isEqualTo(4007);
    }

    @Test
    void whoIdentifiesTooSoonIsToldToComeBackLater() {
        try (var strict = Sandbox.start(SandboxOptions.defaults())) {
            var there = new SandboxClient(strict.base()).discord();
            var bot = there.bot("Hasty");
            var first = new RawGateway(strict).identify(bot.token(), GUILDS);
            first.event("READY");
            var second = new RawGateway(strict).identify(bot.token(), GUILDS);
            assertThat(second.op(9).path("d").asBoolean()).isFalse();
            assertThat(there.counted("identifyConcurrencyViolations", "Hasty")).isEqualTo(1);
            first.leave();
            second.leave();
        }
    }

    @Test
    void membersAreGivenToWhoeverAsks() {
        var gateway = hearing(ada, GUILDS);
        gateway.send(
                "{\"op\":8,\"d\":{\"guild_id\":\""
                        + cafe.id()
                        + "\",\"query\":\"Gr\",\"limit\":0}}");
        var members = gateway.event("GUILD_MEMBERS_CHUNK").path("members");
        assertThat(members.valueStream().map(m -> Json.text(m.path("user"), "id", "")).toList())
                .containsExactly(grace);
        gateway.leave();
    }
}
