package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.cli.run.FreePorts;
import dev.carrier.cli.run.Progress;
import dev.carrier.cli.run.Running;
import dev.carrier.cli.town.Town;
import dev.carrier.pipeline.character.CharacterFile;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured while Carrier, whole, answers on Discord and hears on Instagram. */
class MetricsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir static Path data;
    private static final Parts PARTS = new Parts();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Town town;
    private static Settings settings;
    private static String bo;

    @BeforeAll
    static void oneIsAnsweredAndOneIsNot() throws InterruptedException {
        var ada =
                CharacterFile.load(Path.of("../characters/ada.json").toAbsolutePath().normalize());
        town = Town.start(0, "Cafe", "Mara", List.of(ada));
        town.onInstagram("ada");
        Map<String, String> own = new HashMap<>(FreePorts.settings());
        own.put("data", data.toString());
        own.putAll(town.settings());
        settings = SettingsLoader.parse("", town.environment(Map.of()), own).settings();
        var running = Running.start(settings, PARTS, Progress.QUIET);
        assertThat(running.awaitReady(PATIENCE)).isEmpty();
        bo = town.client().discord().person("Bo");
        town.client().discord().joins(bo, town.guild().id());
        String general = town.guild().general();
        town.client().discord().says(bo, general, "nobody in particular is meant");
        // Otherwise both are gathered, and both answered.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scraped()).contains("not_addressed"));
        town.client().discord().says(bo, general, "@Ada how are the bees?");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(scraped())
                                .contains("carrier_turns_closed_total{account=\"ada\""));
    }

    @AfterAll
    static void close() {
        PARTS.close();
        town.close();
    }

    @Test
    void whatIsExportedIsWhatThePageLists() {
        assertThat(MetricsPage.ours(MetricsPage.exported(scraped())))
                .isEqualTo(MetricsPage.ours(MetricsPage.listed()));
    }

    @Test
    void whatThePageListsOfOthersIsExported() {
        assertThat(MetricsPage.exported(scraped())).containsAll(MetricsPage.listed());
    }

    @Test
    void anAnswerIsCountedOnceFromTheEventToItsDelivery() {
        String told = scraped();

        assertThat(value(told, "carrier_turns_opened_total{account=\"ada\"")).isEqualTo(1);
        assertThat(value(told, "carrier_deliveries_total{account=\"ada\"")).isEqualTo(1);
        assertThat(value(told, "carrier_model_calls_total{model=\"offline\",result=\"completed\""))
                .isEqualTo(1);
        assertThat(told)
                .containsPattern(
                        "carrier_outcomes_total\\{account=\"ada\",outcome=\"replied\",platform=\"discord\",reason=\"mention\",.*} 1\\.0");
        assertThat(value(told, "carrier_account_listening{account=\"ada\"")).isEqualTo(1);
        assertThat(value(told, "carrier_account_speaking{account=\"ada\"")).isEqualTo(1);
        assertThat(value(told, "carrier_ready")).isEqualTo(1);
    }

    @Test
    void everyReasonHasAClass() {
        assertThat(scraped().lines().filter(line -> line.startsWith("carrier_outcomes_total")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("reason=\"other\""));
    }

    @Test
    void noLabelNamesAPersonOrAConversation() {
        assertThat(scraped())
                .doesNotContain(bo)
                .doesNotContain(town.guild().general())
                .doesNotContain("discord:channel", "discord:user");
    }

    private static double value(String told, String begins) {
        return told.lines()
                .filter(line -> line.startsWith(begins))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String scraped() {
        var where = URI.create("http://127.0.0.1:" + settings.http().health() + "/metrics");
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(where).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
