package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What follows from each form in which Meta delivers, a line each in {@code expected.txt}: {@code
 * mvn test -pl ingest-instagram -Dgolden.write=true} writes it anew.
 */
class PayloadsTest {
    private static final Path FOLDER = Path.of("src/test/resources/payloads");
    private static final Path EXPECTED = FOLDER.resolve("expected.txt");
    private static final Self ADA =
            new Self(
                    new AccountId("ada-ig"),
                    "17841474524784050",
                    Set.of("17841474524784050", "2100"),
                    "ada.cafe",
                    Set.of("ada.cafe", "juno.cafe"));

    private final Registry registry = new Registry(List.of());

    @Test
    void everyFormBecomesWhatItMeans() throws IOException {
        registry.is(ADA);
        List<String> lines = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString().replace(".json", "");
            for (Mapped mapped : mapped(file)) {
                lines.add(name + ": " + line(mapped));
            }
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.write(EXPECTED, lines);
        }
        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(EXPECTED));
    }

    @Test
    void twoDeliveriesOfOneHappeningAreTheSameToTheByte() throws IOException {
        registry.is(ADA);
        for (Path file : files()) {
            assertThat(mapped(file)).as(file.toString()).isEqualTo(mapped(file));
        }
    }

    private List<Mapped> mapped(Path file) throws IOException {
        var understanding =
                new Understanding(
                        registry,
                        new Known(),
                        InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
        JsonNode root = Json.mapper().readTree(Files.readAllBytes(file));
        assertThat(Batch.isOne(root)).isTrue();
        return Batch.items(root).stream().map(understanding::of).toList();
    }

    private static String line(Mapped mapped) {
        return switch (mapped) {
            case Mapped.Happened happened ->
                    new String(Json.write(happened.event()), StandardCharsets.UTF_8);
            case Mapped.LeftOut(Counted why) -> "left out: " + why.label();
            case Mapped.Unreadable(String what) -> "dead letter: " + what;
            case Mapped.Later(Counted why) -> "later: " + why.label();
        };
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }
}
