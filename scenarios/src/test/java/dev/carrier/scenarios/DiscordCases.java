package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.faults.crew.Crew;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.crew.Servers;
import dev.carrier.faults.crew.WorkerSettings;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.scenarios.DriverBot.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What people do on a Discord and what must come of it, with every worker a process of its own. The
 * same cases run on the sandbox and, for those who have tokens, on the real one: all that they use
 * is Discord's REST API. The character repeats the mark that each line carries.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DiscordCases {
    private static final AccountId ADA = new AccountId("ada");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Site site;
    private Sandbox model;
    private Servers servers;
    private Crew crew;
    private DriverBot driver;
    private String ada;

    /** The Discord in question, with both bots and the channel. */
    abstract Site open();

    @BeforeAll
    void everyWorkerIsReady() throws Exception {
        site = open();
        driver = new DriverBot(site.api(), site.driver());
        ada = new DriverBot(site.api(), site.ada()).id();
        Path folder = Path.of("target", getClass().getSimpleName()).toAbsolutePath();
        servers = Servers.start(folder);
        model = Sandbox.start(SandboxOptions.defaults());
        new SandboxClient(model.base()).model().echoes("mark-", "mark-[a-z0-9]{8}");
        Path settings =
                WorkerSettings.onDiscord(
                                servers,
                                model.model(),
                                site.override(),
                                List.of("Ada"),
                                List.of(
                                        "guilds: all",
                                        "bots: { allow: [\"discord:user:%s\"], turns: 20, every: 1s, withoutPeople: 24h }"
                                                .formatted(driver.id())))
                        .write(folder);
        crew = new Crew(settings, folder, Map.of("DISCORD_TOKEN_ADA", site.ada()));
        crew.start(Job.onDiscord());
        site.aPersonWrites(site.channel());
    }

    @AfterAll
    void close() {
        crew.close();
        model.close();
        servers.close();
    }

    @Test
    void aMentionIsAnsweredOnceWithAReference() {
        String mark = mark();
        var asked = driver.says(site.channel(), call("have you heard of " + mark + "?"));

        var answer = answer(site.channel(), asked, mark);
        assertThat(answer.answers()).contains(asked.id());
        assertThat(answers(site.channel(), asked, mark)).hasSize(1);
    }

    @Test
    void whatCallsNobodyIsNotAnswered() {
        String mark = mark();
        var said = driver.says(site.channel(), "somebody spoke of " + mark);
        assertThat(end(said).kind()).isEqualTo(OutcomeKind.IGNORED);
        assertThat(answers(site.channel(), said, mark)).isEmpty();
    }

    @Test
    void aBotsReplyPingsWithoutAMentionAndIsNotAnswered() {
        String mark = mark();
        var asked = driver.says(site.channel(), call("what of " + mark + "?"));
        var answer = answer(site.channel(), asked, mark);
        String again = mark();
        var reply = driver.replies(site.channel(), answer.id(), "and what of " + again + "?");
        assertThat(end(reply).reason()).isEqualTo("bot: no literal mention");
        assertThat(answers(site.channel(), asked, again)).isEmpty();
    }

    @Test
    void linesThatComeTogetherAreAnsweredByOneMessage() {
        String first = mark();
        String second = mark();
        var asked = driver.says(site.channel(), call("do you know " + first + "?"));
        driver.says(site.channel(), call("and also " + second + "?"));

        answer(site.channel(), asked, first);
        answer(site.channel(), asked, second);
        assertThat(answers(site.channel(), asked, first)).hasSize(1);
        assertThat(answers(site.channel(), asked, second)).hasSize(1);
    }

    @Test
    void whatIsDeletedAtOnceIsNotAnswered() {
        String mark = mark();
        var asked = driver.says(site.channel(), call("forget " + mark));
        driver.deletes(site.channel(), asked);
        assertThat(end(asked).reason()).isEqualTo("deleted");
        assertThat(answers(site.channel(), asked, mark)).isEmpty();
    }

    @Test
    void whatIsEditedBeforeItsAnswerIsAnsweredAsItStandsThen() {
        String wrong = mark();
        String right = mark();
        var asked = driver.says(site.channel(), call("I ask about " + wrong));
        driver.edits(site.channel(), asked, call("I ask about " + right));

        answer(site.channel(), asked, right);
        assertThat(answers(site.channel(), asked, right)).hasSize(1);
        assertThat(answers(site.channel(), asked, wrong)).isEmpty();
    }

    @Test
    void aThreadIsAPlaceOfItsOwn() {
        var from = driver.says(site.channel(), "let us talk about this elsewhere");
        String thread = driver.thread(site.channel(), from, "elsewhere");
        site.aPersonWrites(thread);
        String mark = mark();
        var asked = driver.says(thread, call("are you here with " + mark + "?"));
        answer(thread, asked, mark);
        assertThat(answers(site.channel(), from, mark)).isEmpty();
    }

    @Test
    void whatWasSaidWhileNobodyListenedIsAnsweredOnceAfterwards() {
        crew.of(Job.INGEST).kill();
        String mark = mark();
        var asked = driver.says(site.channel(), call("did you miss " + mark + "?"));
        crew.start(Job.INGEST);

        answer(site.channel(), asked, mark);
        nextIsAnswered(site.channel());
        assertThat(answers(site.channel(), asked, mark)).hasSize(1);
    }

    @Test
    void anAnswerIsGivenOnceThoughTheResponderIsKilledOnTheWay() {
        String mark = mark();
        var asked = driver.says(site.channel(), call("will you live to tell of " + mark + "?"));
        crew.of(Job.RESPONDER).kill();
        crew.start(Job.RESPONDER);

        answer(site.channel(), asked, mark);
        nextIsAnswered(site.channel());
        assertThat(answers(site.channel(), asked, mark)).hasSize(1);
    }

    /** How a message ended, by the journal. */
    private Outcome end(Message message) {
        return await("an outcome of " + message)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () ->
                                Recorded.read(servers.kafka()).outcomes().stream()
                                        .filter(it ->
                                                it.event()
                                                        .equals(EventId.discordSaid(message.id())))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** What came after it would have come before the answer to this. */
    private void nextIsAnswered(String channel) {
        String mark = mark();
        answer(channel, driver.says(channel, call("and " + mark + "?")), mark);
    }

    private Message answer(String channel, Message asked, String mark) {
        return await(ADA + " answers " + mark)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> answers(channel, asked, mark).stream().findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<Message> answers(String channel, Message asked, String mark) {
        return driver.after(channel, asked.id()).stream()
                .filter(message -> message.author().equals(ada) && message.content().contains(mark))
                .toList();
    }

    private String call(String text) {
        return "<@" + ada + "> " + text;
    }

    private static String mark() {
        return "mark-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
