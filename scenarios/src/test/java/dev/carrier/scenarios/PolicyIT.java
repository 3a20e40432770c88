package dev.carrier.scenarios;

import static dev.carrier.faults.town.Town.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Policy;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Rules that are written while the workers run, each in a process of its own: what they say decides
 * the next message on Discord, and stands on record before it does.
 */
class PolicyIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String QUICK = "default: { gather: { quiet: 300ms, atMost: 2s } }\n";
    private static Town town;
    private static Rules rules;

    @BeforeAll
    static void aTown() {
        town =
                new Town(
                        Path.of("target", "policy").toAbsolutePath(),
                        SandboxOptions.defaults().withIdentifyInterval(Duration.ofMillis(50)));
        rules = new Rules(town, Path.of("target", "policy", "carrier.yaml").toAbsolutePath());
        town.crew().start(Job.onDiscord());
    }

    @AfterAll
    static void itEnds() {
        if (town != null) {
            town.close();
        }
    }

    @AfterEach
    void nothingWasDecidedBeforeItsVersionStoodOnRecord() {
        assertThat(rules.decidedBeforeRecorded()).isEmpty();
    }

    @Test
    void aRoleIsMutedAndABrokenFileChangesNothing() throws Exception {
        String guild = town.cafe().id();
        String general = town.cafe().general();
        String muted = town.discord().role(guild, "Muted");
        String rex = town.person("Rex");
        String ida = town.person("Ida");
        town.discord().has(rex, guild, muted, true);
        var before = town.discord().says(rex, general, "@Ada hello");
        assertThat(rules.end(before, ADA)).isEqualTo("replied(mention)");

        rules.write(
                QUICK + "rules: [ { in: 'discord:role:%s', answer: never } ]".formatted(muted),
                policy -> policy.rules().size() == 1);
        var after = town.discord().says(rex, general, "@Ada and now?");
        var other = town.discord().says(ida, general, "@Ada and me?");

        assertThat(rules.end(after, ADA)).isEqualTo("ignored(not allowed for a role)");
        assertThat(rules.end(other, ADA)).isEqualTo("replied(mention)");

        rules.save("default: { answer: perhaps }");
        await("the warning")
                .atMost(PATIENCE)
                .until(() ->
                        town.crew()
                                .of(Job.PROCESSOR)
                                .tail()
                                .contains("the changed settings cannot be used"));
        var broken = town.discord().says(rex, general, "@Ada please?");
        assertThat(rules.end(broken, ADA)).isEqualTo("ignored(not allowed for a role)");

        town.discord().has(rex, guild, muted, false);
        var again = town.discord().says(rex, general, "@Ada forgiven?");
        assertThat(rules.end(again, ADA)).isEqualTo("replied(mention)");
    }

    @Test
    void whoWasAnsweredWaitsAndSeesASign() throws Exception {
        String bo = town.person("Bo");
        String channel = town.discord().channel(town.cafe().id(), "slow");
        rules.write(
                QUICK + "rules: [ { in: 'discord:channel:%s', cooldown: 1h } ]".formatted(channel),
                policy -> policy.rules().stream().anyMatch(rule -> rule.cooldown().isPresent()));

        var first = town.discord().says(bo, channel, "@Ada one");
        assertThat(rules.end(first, ADA)).isEqualTo("replied(mention)");
        var second = town.discord().says(bo, channel, "@Ada two");
        assertThat(rules.end(second, ADA)).isEqualTo("ignored(cooldown)");

        await("the sign")
                .atMost(PATIENCE)
                .until(() ->
                        town.discord().messages(channel).stream()
                                .filter(message -> message.id().equals(second.id()))
                                .anyMatch(message -> !message.reactions().isEmpty()));
        var elsewhere = town.discord().says(bo, town.cafe().general(), "@Ada three");
        assertThat(rules.end(elsewhere, ADA)).isEqualTo("replied(mention)");
    }

    @Test
    void addingOneChannelDoesNotSilenceTheOthers() throws Exception {
        String cleo = town.person("Cleo");
        String quiet = town.discord().channel(town.cafe().id(), "quiet");
        String thread = town.discord().thread(town.cafe().general(), "tea", cleo);
        rules.write(
                QUICK + "rules: [ { in: 'discord:channel:%s', answer: never } ]".formatted(quiet),
                policy -> policy.rules().stream().anyMatch(rule -> rule.in().endsWith(quiet)));

        var there = town.discord().says(cleo, quiet, "@Ada here?");
        var general = town.discord().says(cleo, town.cafe().general(), "@Ada there?");
        var inThread = town.discord().says(cleo, thread, "@Ada in here?");

        assertThat(rules.end(there, ADA)).isEqualTo("ignored(not allowed here)");
        assertThat(rules.end(general, ADA)).isEqualTo("replied(mention)");
        assertThat(rules.end(inThread, ADA)).isEqualTo("replied(mention)");
    }

    @Test
    void whoIsLetInStaysInThroughARestart() throws Exception {
        String dora = town.discord().person("Dora");
        String ada = Objects.requireNonNull(town.bots().get(ADA)).id();
        String dm = town.discord().dm(dora, ada);
        rules.write(
                "default: { gather: { quiet: 300ms, atMost: 2s }, dms: pairing }",
                policy -> policy.defaults().dms() == Policy.Dms.PAIRING);

        long calls = town.client().model().count();
        var hello = town.discord().says(dora, dm, "hello");
        assertThat(rules.end(hello, ADA)).isEqualTo("ignored(pairing)");
        String code = code(dm);
        assertThat(town.client().model().count()).isEqualTo(calls);
        assertThat(rules.carrier("pair")).contains("waiting  " + code + "  Dora");

        town.crew().of(Job.PROCESSOR).kill();
        assertThat(rules.carrier("pair", code)).contains("Dora", "is let in");
        town.crew().start(Job.PROCESSOR);
        var again = town.discord().says(dora, dm, "and now?");
        assertThat(rules.end(again, ADA)).isEqualTo("replied(dm)");

        assertThat(rules.carrier("unpair", dora)).contains("is not let in any more");
        rules.awaitPolicy(policy -> policy.admitted().isEmpty());
        var gone = town.discord().says(dora, dm, "still there?");
        assertThat(rules.end(gone, ADA)).isEqualTo("ignored(pairing)");
        assertThat(
                        town.discord().messages(dm).stream()
                                .filter(message -> message.content().contains("carrier pair")))
                .as("nobody is told twice within the hour")
                .hasSize(1);
    }

    private static String code(String dm) {
        var told = Pattern.compile("carrier pair (\\w+)");
        return await("the code")
                .atMost(PATIENCE)
                .until(
                        () ->
                                town.discord().messages(dm).stream()
                                        .flatMap(message ->
                                                told.matcher(message.content()).results())
                                        .map(match -> match.group(1))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
