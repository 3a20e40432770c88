package dev.carrier.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Json;
import dev.carrier.runtime.settings.LogSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggingTest {
    @TempDir Path folder;

    @AfterEach
    void asBefore() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    @Test
    void aLineForPeopleHasTheKeyValuesButNotThePerson() throws Exception {
        List<String> lines =
                logged(LogSettings.Format.TEXT, LogSettings.Level.INFO, LogSettings.People.HIDDEN);

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .contains("INFO  Story: answered person=hidden account=ada")
                .doesNotContain("discord:user:42");
    }

    @Test
    void aLineForMachinesIsOneObject() throws Exception {
        List<String> lines =
                logged(LogSettings.Format.JSON, LogSettings.Level.DEBUG, LogSettings.People.SHOWN);

        assertThat(lines).hasSize(2);
        var line = Json.parse(lines.getLast().getBytes(StandardCharsets.UTF_8));
        assertThat(line.path("level").asString()).isEqualTo("INFO");
        assertThat(line.path("formattedMessage").asString()).isEqualTo("answered");
        assertThat(line.path("kvpList").toString()).contains("discord:user:42");
    }

    @Test
    void aConversationThatIsNamedAfterItsPersonIsNotNamedInTheLog() throws Exception {
        Path file = folder.resolve("log");
        Logging.configure(
                new LogSettings(
                        LogSettings.Format.JSON, LogSettings.Level.INFO, LogSettings.People.HIDDEN),
                Optional.of(file));
        TurnInLog.is(header ->
                Optional.of(header.equals(Headers.CONVERSATION) ? "instagram:dm:77:4242" : "t-1"));
        LoggerFactory.getLogger("dev.carrier.test.Story")
                .atInfo()
                .addKeyValue("conversation", "instagram:dm:77:4242")
                .log("answered");
        TurnInLog.is(_ -> Optional.empty());

        var line = Json.parse(Files.readString(file).getBytes(StandardCharsets.UTF_8));
        String named = line.at("/mdc/conversation").asString();
        assertThat(named).startsWith("instagram:dm:77:hidden-").doesNotContain("4242");
        assertThat(line.at("/kvpList/0/conversation").asString()).isEqualTo(named);
        assertThat(line.at("/mdc/turn").asString()).isEqualTo("t-1");
    }

    @Test
    void anEventThatJdaFailsAtDoesNotShowTheTokenInIt() throws Exception {
        Path file = folder.resolve("log");
        Logging.configure(
                new LogSettings(
                        LogSettings.Format.TEXT, LogSettings.Level.INFO, LogSettings.People.HIDDEN),
                Optional.of(file));
        LoggerFactory.getLogger("net.dv8tion.jda.internal.requests.WebSocketClient")
                .error(
                        "Got an unexpected error. {} {} -> {}",
                        "6.5.0",
                        "INTERACTION_CREATE",
                        "{\"id\":\"7\",\"token\":\"aW50secret\",\"type\":2}",
                        new IllegalStateException());

        assertThat(Files.readString(file))
                .contains("INTERACTION_CREATE", "\"token\":\"hidden\"", "IllegalStateException")
                .doesNotContain("aW50secret");
    }

    private List<String> logged(
            LogSettings.Format format, LogSettings.Level level, LogSettings.People people)
            throws Exception {
        Path file = folder.resolve("log");
        Logging.configure(new LogSettings(format, level, people), Optional.of(file));
        Logger ours = LoggerFactory.getLogger("dev.carrier.test.Story");
        ours.atDebug().log("thinking");
        LoggerFactory.getLogger("org.apache.kafka.clients.Metadata").info("chatter");
        Logger client = LoggerFactory.getLogger("org.apache.kafka.clients.NetworkClient");
        client.warn("[x] Attempting to close NetworkClient that has already been closed.");
        ours.atInfo()
                .addKeyValue("person", "discord:user:42")
                .addKeyValue("account", "ada")
                .log("answered");
        // What clients of other tests still say in this process is none of this one's lines.
        return Files.readAllLines(file).stream().filter(LoggingTest::isOurs).toList();
    }

    private static boolean isOurs(String line) {
        return Stream.of("thinking", "chatter", "already been closed", "answered")
                .anyMatch(line::contains);
    }
}
