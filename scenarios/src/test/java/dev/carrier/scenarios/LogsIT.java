package dev.carrier.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Headers;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Place;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What four worker processes print, as JSON and at the level that tells most, while much goes
 * wrong: an answer, a model that fails, a Discord that refuses, records that nobody can read.
 */
class LogsIT {
    private static final Path FOLDER = Path.of("target", "logs").toAbsolutePath();
    private static final String WORDS = "marmalade-under-the-floor";
    private static final String ANSWERED = "kingfisher-in-the-attic";

    private static Town town;
    private static String ida;

    @BeforeAll
    static void muchGoesWrong() throws IOException, ExecutionException, InterruptedException {
        town =
                new Town(
                        FOLDER,
                        SandboxOptions.defaults().withIdentifyInterval(Duration.ofMillis(50)));
        Files.writeString(
                FOLDER.resolve("carrier.yaml"),
                "\nlog: { format: json, level: debug }\n",
                StandardOpenOption.APPEND);
        ida = town.person("Idamarie");
        town.client().model().answers("beans", ANSWERED);
        town.client().orders().at("model").contains("the key").times(-1).status(401);
        String forbidden = town.discord().channel(town.cafe().id(), "forbidden");
        town.client()
                .orders()
                .at("discord.rest")
                .method("POST")
                .path("/channels/" + forbidden + "/messages")
                .times(-1)
                .refused(403, 50013, "Missing Permissions");
        town.crew().start(Job.onDiscord());

        town.discord().says(ida, town.cafe().general(), "@Ada beans? " + WORDS);
        town.discord().says(ida, forbidden, "@Ada beans? " + WORDS);
        // The order holds for every call that has these words among what it was told.
        String cellar = town.discord().channel(town.cafe().id(), "cellar");
        town.discord().says(ida, cellar, "@Juno the key? " + WORDS);
        unreadable("carrier.events");
        unreadable("carrier.steps");
        unreadable("carrier.responses.discord");
        soon().untilAsserted(() -> assertThat(messages()).contains("an input was put aside"));
        soon().untilAsserted(() ->
                assertThat(town.discord().messages(town.cafe().general()))
                        .anyMatch(message -> message.content().contains(ANSWERED)));
        soon().untilAsserted(() ->
                assertThat(lines("pipeline-processor").filter(LogsIT::hasTurn)).isNotEmpty());
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void everyLineIsAnObjectOfItsOwn() {
        assertThat(all().filter(line -> !line.contains(" ready, health http")).toList())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void whatIsLoggedForATurnNamesItsConversationAndAccount() {
        assertThat(lines("pipeline-processor").filter(LogsIT::hasTurn))
                .isNotEmpty()
                .allMatch(line -> !line.at("/mdc/conversation").asString("").isEmpty())
                .allMatch(line -> !line.at("/mdc/account").asString("").isEmpty());
    }

    @Test
    void noLineHoldsASecret() {
        assertThat(all())
                .noneMatch(line ->
                        town.bots().values().stream().anyMatch(bot -> line.contains(bot.token())));
    }

    @Test
    void noLineHoldsWhatPeopleOrCharactersSay() {
        assertThat(all()).noneMatch(line -> line.contains(WORDS) || line.contains(ANSWERED));
    }

    @Test
    void noLineNamesAPerson() {
        assertThat(all()).noneMatch(line -> line.contains("Idamarie") || line.contains(ida));
    }

    private static void unreadable(String topic) throws ExecutionException, InterruptedException {
        String general = Place.discordConversation(town.cafe().general()).value();
        try (var producer = town.kafka().producer("plants")) {
            var record =
                    new ProducerRecord<byte[], byte[]>(
                            topic,
                            general.getBytes(UTF_8),
                            ("{\"type\":\"said.v1\",\"text\":\"" + WORDS + "\",").getBytes(UTF_8));
            record.headers().add(Headers.CONVERSATION, general.getBytes(UTF_8));
            producer.send(record).get();
        }
    }

    private static boolean hasTurn(JsonNode line) {
        return !line.at("/mdc/turn").asString("").isEmpty();
    }

    private static List<String> messages() {
        return lines("pipeline-processor")
                .map(it -> it.path("formattedMessage").asString())
                .toList();
    }

    private static Stream<JsonNode> lines(String worker) {
        return printed(worker)
                .filter(line -> line.startsWith("{") && line.endsWith("}"))
                .map(line -> Json.parse(line.getBytes(UTF_8)));
    }

    private static Stream<String> all() {
        return Stream.of(Job.onDiscord()).flatMap(job -> printed(job.worker()));
    }

    private static Stream<String> printed(String worker) {
        try {
            return Files.readString(FOLDER.resolve(worker + "-1.log")).lines();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(2));
    }
}
