package dev.carrier.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gateway demands of a bot that has several sessions. */
class GatewayShardsTest {
    private static final long ALL = 1 | 1 << 9 | 1 << 12 | 1 << 15;

    private Sandbox sandbox;
    private SandboxClient client;
    private DiscordClient discord;
    private String grace;
    private DiscordClient.NewBot ada;

    @BeforeEach
    void aBotAndAPerson() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        client = new SandboxClient(sandbox.base());
        discord = client.discord();
        grace = discord.person("Grace");
        ada = discord.bot("Ada");
        discord.recommendsShards(2, 2);
    }

    @AfterEach
    void theWorldEnds() {
        sandbox.close();
    }

    @Test
    void aShardHearsItsOwnServersAndTheFirstOneHearsDms() {
        var first = hearing(0, 2);
        var second = hearing(1, 2);
        var inFirst = guildOf(0);
        var inSecond = guildOf(1);
        discord.says(grace, inFirst.general(), "for the first");
        discord.says(grace, inSecond.general(), "for the second");
        discord.says(grace, discord.dm(grace, ada.id()), "in private");
        assertThat(Json.text(second.event("MESSAGE_CREATE"), "content", ""))
                .isEqualTo("for the second");
        assertThat(Json.text(first.event("MESSAGE_CREATE"), "content", ""))
                .isEqualTo("for the first");
        first.leave();
        second.leave();
        assertThat(discord.counted("shardIdentifies", "Ada 1/2")).isEqualTo(1);
    }

    @Test
    void shardsOfOneBucketIdentifyOneAfterTheOther() {
        discord.recommendsShards(4, 2);
        var first = hearing(0, 4);
        var other = hearing(1, 4);
        var tooSoon = new RawGateway(sandbox).send(identify(2, 4));
        assertThat(tooSoon.op(9).path("d").asBoolean()).isFalse();
        assertThat(discord.counted("identifyConcurrencyViolations", "Ada")).isEqualTo(1);
        first.leave();
        other.leave();
        tooSoon.leave();
    }

    @Test
    void tooManyServersForOneSessionAreRefused() throws Exception {
        guildOf(0);
        guildOf(1);
        discord.guildsPerShard(1);
        assertThat(new RawGateway(sandbox).identify(ada.token(), ALL).closeCode()).isEqualTo(4011);
        hearing(0, 2).leave();
    }

    @Test
    void whoStartsMoreOftenThanADayAllowsIsThrownOut() throws Exception {
        discord.leavesStarts(1, Duration.ofHours(1));
        hearing(0, 2).leave();
        assertThat(new RawGateway(sandbox).send(identify(1, 2)).closeCode()).isEqualTo(4004);
        assertThat(discord.counted("startLimitViolations", "Ada")).isEqualTo(1);
    }

    @Test
    void overAFrozenLineNothingGoesAndTheSessionCanBeResumed() {
        var guild = guildOf(0);
        var frozen = hearing(0, 2);
        var session = Json.text(frozen.event("READY"), "session_id", "");
        client.orders().at("discord.gateway").account("Ada").freeze();
        discord.says(grace, guild.general(), "who hears?");
        frozen.send("{\"op\":1,\"d\":null}");
        var again = new RawGateway(sandbox).resume(ada.token(), session, 2);
        assertThat(Json.text(again.event("MESSAGE_CREATE"), "content", "")).isEqualTo("who hears?");
        assertThat(frozen.types()).doesNotContain("MESSAGE_CREATE");
        again.leave();
    }

    private RawGateway hearing(int shard, int of) {
        var gateway = new RawGateway(sandbox).send(identify(shard, of));
        gateway.event("READY");
        return gateway;
    }

    private String identify(int shard, int of) {
        return "{\"op\":2,\"d\":{\"token\":\"%s\",\"intents\":%d,\"properties\":{},\"shard\":[%d,%d]}}"
                .formatted(ada.token(), ALL, shard, of);
    }

    /** A server that belongs to that one of two shards, with Ada in it. */
    private DiscordClient.NewGuild guildOf(int shard) {
        while (true) {
            var made = discord.guild("Server", grace);
            if ((Long.parseLong(made.id()) >> 22) % 2 == shard) {
                discord.joins(ada.id(), made.id());
                return made;
            }
        }
    }
}
