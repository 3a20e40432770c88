package dev.carrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Topic;
import dev.carrier.contracts.Topics;
import dev.carrier.runtime.kafka.TopicReader;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.SeenCommand;
import dev.carrier.sandbox.SeenMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Each slash command, the whole way: from who uses it on Discord to what they see. */
class SlashCommandsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir static Path data;
    private static Lived lived;
    private static DiscordClient discord;
    private static String ada;
    private static String general;
    private static String bo;
    private static final List<SeenCommand> ALL = new ArrayList<>();
    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    @BeforeAll
    static void anEvening() throws Exception {
        LOG.start();
        root().addAppender(LOG);
        lived = new Lived(data);
        discord = lived.town().client().discord();
        ada = Objects.requireNonNull(lived.town().residents().get("ada")).bot().id();
        general = lived.town().guild().general();
        bo = discord.person("Bo the second");
        discord.joins(bo, lived.town().guild().id());
        await().atMost(PATIENCE).until(() -> !discord.commands(ada).isEmpty());
    }

    @AfterAll
    static void itEndsAndNoAddressIsToBeFoundAnywhere() {
        if (lived == null) {
            return;
        }
        try {
            root().detachAppender(LOG);
            String everything = whatKafkaHas();
            assertThat(ALL).isNotEmpty();
            for (SeenCommand used : ALL) {
                assertThat(everything).contains(used.id()).doesNotContain(used.token());
                assertThat(List.copyOf(LOG.list))
                        .extracting(ILoggingEvent::getFormattedMessage)
                        .noneMatch(line -> line.contains(used.token()));
            }
        } finally {
            lived.close();
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static SeenCommand uses(String who, String command, Map<String, String> options) {
        SeenCommand used = discord.uses(who, general, ada, command, options);
        ALL.add(used);
        return used;
    }

    private static SeenCommand answered(SeenCommand used) {
        return await().atMost(PATIENCE)
                .until(() -> discord.command(used.id()), SeenCommand::answered);
    }

    private static String outcome(SeenCommand used) {
        Outcome outcome = lived.awaitOutcome(used.id(), "ada");
        return outcome.kind().name().toLowerCase(Locale.ROOT) + "(" + outcome.reason() + ")";
    }

    @Test
    void askIsAnsweredForAllToSeeAndRemembered() {
        SeenCommand used = uses(bo, "ask", Map.of("text", "what do you grow?"));
        SeenCommand answer = answered(used);

        assertThat(answer.ephemeral()).isFalse();
        assertThat(answer.text()).isNotBlank();
        assertThat(outcome(used)).isEqualTo("replied(asked by command)");
        assertThat(discord.messages(general))
                .filteredOn(message -> message.content().equals(answer.text()))
                .hasSize(1);
        Typed why = lived.carrier("why", used.id());
        assertThat(why.out()).contains("used /ask", "replied").doesNotContain(used.token());
    }

    @Test
    void pauseAndResumeSilenceTheCharacterAndLetItSpeak() {
        String host = lived.town().host();
        SeenCommand pause = uses(host, "pause", NOTHING);
        assertThat(answered(pause).text()).contains("Ada is paused");
        assertThat(answered(pause).ephemeral()).isTrue();
        assertThat(outcome(pause)).isEqualTo("replied(pause)");

        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    SeenMessage hello = discord.says(bo, general, "@Ada hello?");
                    assertThat(lived.awaitOutcome(hello.id(), "ada").reason()).isEqualTo("paused");
                });
        SeenCommand asked = uses(bo, "ask", Map.of("text", "are you there?"));
        assertThat(answered(asked).text()).contains("Ada is paused");
        assertThat(outcome(asked)).isEqualTo("ignored(paused)");
        assertThat(answered(uses(bo, "characters", NOTHING)).text()).contains("Ada, paused");

        SeenCommand resume = uses(host, "resume", NOTHING);
        assertThat(answered(resume).text()).contains("Ada answers again");
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    SeenMessage hello = discord.says(bo, general, "@Ada and now?");
                    assertThat(lived.awaitOutcome(hello.id(), "ada").kind())
                            .isEqualTo(OutcomeKind.REPLIED);
                });
    }

    @Test
    void whoMayNotManageTheServerIsToldSo() {
        SeenCommand pause = uses(bo, "pause", NOTHING);
        assertThat(answered(pause).text()).contains("Manage Server");
        assertThat(answered(pause).ephemeral()).isTrue();
        assertThat(outcome(pause)).isEqualTo("ignored(not permitted)");
    }

    @Test
    void whyTellsHowAMessageEnded() {
        SeenCommand why =
                uses(
                        lived.town().host(),
                        "why",
                        Map.of(
                                "message",
                                "https://discord.com/channels/"
                                        + lived.town().guild().id()
                                        + "/"
                                        + general
                                        + "/"
                                        + lived.asked().id()));
        assertThat(answered(why).text()).contains("replied", "mention", "thinking");
        assertThat(outcome(why)).isEqualTo("replied(why)");
        SeenCommand aside = uses(lived.town().host(), "why", Map.of("message", lived.aside().id()));
        assertThat(answered(aside).text()).contains("ignored", "not addressed");
    }

    @Test
    void forgetMeForgetsOnceItIsConfirmed() {
        SeenCommand unsure = uses(bo, "forget-me", Map.of("confirm", "false"));
        assertThat(answered(unsure).text()).contains("confirm");
        assertThat(whatIsTold(Topics.MEMORIES)).doesNotContain(bo);

        SeenCommand sure = uses(bo, "forget-me", Map.of("confirm", "true"));
        assertThat(answered(sure).text()).contains("forgotten");
        assertThat(outcome(sure)).isEqualTo("replied(forget-me)");
        assertThat(whatIsTold(Topics.MEMORIES)).contains(bo);
    }

    @Test
    void charactersTellsWhoIsHere() {
        SeenCommand used = uses(bo, "characters", NOTHING);

        assertThat(answered(used).text()).contains("- Ada", "- Juno");
        assertThat(answered(used).ephemeral()).isTrue();
    }

    @Test
    void theOwnerMayPauseInADmAndNobodyElse() {
        String dm = discord.dm(bo, ada);
        SeenCommand used = discord.uses(bo, dm, ada, "pause", NOTHING);
        ALL.add(used);
        assertThat(answered(used).text()).contains("owner");
        assertThat(outcome(used)).isEqualTo("ignored(not permitted)");
    }

    private static String whatKafkaHas() {
        StringBuilder all = new StringBuilder();
        Topics.all().forEach(topic -> all.append(whatIsTold(topic)));
        return all.toString();
    }

    private static String whatIsTold(Topic<?> topic) {
        StringBuilder all = new StringBuilder();
        try (var records =
                new TopicReader(lived.running().infrastructure().kafka(), "test").all(topic)) {
            records.forEach(record -> all.append(new String(record.value(), UTF_8)).append('\n'));
        }
        return all.toString();
    }
}
