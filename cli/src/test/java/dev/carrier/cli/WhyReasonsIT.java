package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.SeenMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./carrier why} of what was not answered: the reason, what it means, and what decided. */
class WhyReasonsIT {
    private static final long SEND = 1L << 11;

    @TempDir static Path data;
    private static Lived lived;
    private static DiscordClient discord;

    @BeforeAll
    static void anEvening() throws Exception {
        lived = new Lived(data);
        discord = lived.town().client().discord();
    }

    @AfterAll
    static void itEnds() {
        if (lived != null) {
            lived.close();
        }
    }

    @Test
    void ofARuleItNamesTheRule() throws Exception {
        String den = channel("den");
        lived.writes(
                "policy: { rules: [ { in: 'discord:channel:%s', answer: never } ] }"
                        .formatted(den));

        assertThat(why(discord.says(lived.town().host(), den, "@Ada hello?")))
                .anyMatch(line -> line.startsWith("ada: ignored (not allowed here), "))
                .anyMatch(line -> line.matches("  means +policy.default .* or a rule says .*"))
                .anyMatch(line -> line.contains("rules discord:channel:" + den));
    }

    @Test
    void ofTheLoopBreakerItNamesWhatBotsMayDo() throws Exception {
        String arena = channel("arena");
        lived.writes(
                "policy: { rules: [ { in: 'discord:channel:%s', bots: all } ] }".formatted(arena));
        String echo = discord.bot("Echo").id();
        discord.joins(echo, lived.town().guild().id());

        assertThat(why(discord.says(echo, arena, "@Ada hello?")))
                .anyMatch(line -> line.startsWith("ada: ignored (bot: no person here for 5m), "))
                .anyMatch(line -> line.matches("  means .*\\(bots.withoutPeople\\)"));
        assertThat(why(discord.says(echo, channel("hall"), "@Ada hello?")))
                .anyMatch(line -> line.startsWith("ada: ignored (bot), "))
                .anyMatch(line -> line.matches("  means .*\\(bots.allow\\)"));
    }

    @Test
    void ofWhatWasHeardTooLateItNamesTheSetting() throws Exception {
        lived.writes("policy: { default: { catchUp: 1ms } }");

        assertThat(why(discord.says(lived.town().host(), channel("attic"), "@Ada hello?")))
                .anyMatch(line -> line.startsWith("ada: ignored (too old), "))
                .anyMatch(line -> line.matches("  means .* older than policy.default.catchUp .*"));
    }

    @Test
    void ofAMissingPermissionItNamesThePermissionAndWhenItIsTriedAgain() throws Exception {
        lived.writes("policy: { default: { catchUp: 9m } }");
        String news = channel("news");
        discord.permissions(news, lived.town().guild().id(), 0, SEND);

        assertThat(why(discord.says(lived.town().host(), news, "@Ada hello?")))
                .anyMatch(line ->
                        line.startsWith(
                                "ada: ignored (may not speak here: may not write in #news: give it"
                                        + " Send Messages), "))
                .anyMatch(line -> line.matches("  means .* works again with the next message.*"));
    }

    @Test
    void ofALimitBeyondTheDeadlineItSaysUntilWhen() throws Exception {
        lived.writes("policy: { default: { catchUp: 8m } }");
        String busy = channel("busy");
        lived.town()
                .client()
                .orders()
                .at("discord.rest")
                .method("POST")
                .path(busy + "/messages$")
                .rateLimited(3600);
        String limit = "Discord's rate limit here until \\S+Z \\(429\\)";

        assertThat(why(discord.says(lived.town().host(), busy, "@Ada hello?")))
                .anyMatch(line -> line.matches("ada: failed \\(too late: " + limit + "\\), .*"))
                .anyMatch(line -> line.matches("  means .* beyond policy.default.deadline.*"))
                .anyMatch(line -> Pattern.compile("refused: " + limit).matcher(line).find());
    }

    private static String channel(String name) {
        return discord.channel(lived.town().guild().id(), name);
    }

    /** What the operator reads, once it has ended for Ada. */
    private static List<String> why(SeenMessage message) {
        lived.awaitOutcome(message.id(), "ada");
        Typed seen = lived.carrier("why", message.id());
        assertThat(seen.code()).as(seen.err()).isZero();
        return seen.out().lines().toList();
    }
}
