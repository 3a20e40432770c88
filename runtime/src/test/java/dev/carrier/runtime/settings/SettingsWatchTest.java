package dev.carrier.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Policy.Answer;
import dev.carrier.contracts.Policy.AtTheCap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsWatchTest {
    private static final String BEFORE =
            """
            accounts: { ada: { token: "${TOKEN}" } }
            policy: { default: { answer: mentions } }
            """;

    @TempDir Path folder;
    private final List<String> unusable = new CopyOnWriteArrayList<>();
    private final List<SettingsChange> changes = new CopyOnWriteArrayList<>();
    private Path file;
    private SettingsWatch watch;
    private boolean refusing;

    @BeforeEach
    void begin() throws IOException {
        file = Files.writeString(folder.resolve("carrier.yaml"), BEFORE);
        var source = new SettingsSource(file, Map.of("TOKEN", "one"), Map.of());
        watch = new SettingsWatch(source, source.load().settings(), Duration.ofMillis(20));
        watch.onChange(new Heard());
    }

    @Test
    void aChangedRuleIsTakenUpWhileEverythingRuns() throws IOException {
        try (SettingsWatch running = watch) {
            running.start();
            write(BEFORE.replace("mentions", "always"));

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(changes).hasSize(1));
        }
        assertThat(changes.getFirst().rules()).isTrue();
        assertThat(changes.getFirst().restart()).isEmpty();
        assertThat(changes.getFirst().settings().policy().defaults().answer())
                .isEqualTo(Answer.ALWAYS);
    }

    @Test
    void aFileThatIsStillBeingWrittenIsNotReadYet() throws IOException {
        write("");
        watch.look();
        write("policy: { default: { answer: never } }\n");
        watch.look();
        assertThat(changes).isEmpty();

        write(BEFORE + "limits: { atTheCap: silence }\n");
        watch.look();
        watch.look();

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().restart()).isEmpty();
        assertThat(changes.getFirst().settings().limits().atTheCap()).isEqualTo(AtTheCap.SILENCE);
        assertThat(changes.getFirst().settings().policy().defaults().answer())
                .isEqualTo(Answer.MENTIONS);
    }

    @Test
    void aBrokenFileIsSaidOnceWithItsLineAndItsRepairIsTakenUp() throws IOException {
        settle(BEFORE + "polcy: {}\n");
        watch.look();

        assertThat(changes).isEmpty();
        assertThat(unusable)
                .containsExactly("carrier.yaml:3: there is no key 'polcy'; did you mean 'policy'?");

        settle(BEFORE);

        assertThat(unusable).hasSize(1);
        assertThat(changes).singleElement().extracting(SettingsChange::rules).isEqualTo(false);
    }

    @Test
    void aFileThatIsGoneIsNotTakenForOneWithoutAnySettings() throws IOException {
        Files.delete(file);
        watch.look();
        watch.look();

        assertThat(changes).isEmpty();
        assertThat(unusable).singleElement().asString().contains("carrier.yaml is gone");
    }

    @Test
    void whatTheProcessIsBuiltOfIsNamedAndStaysAsItIs() throws IOException {
        settle(
                BEFORE
                        + "models: { main: { provider: ollama, model: x } }\n"
                        + "http: { health: 0 }\n"
                        + "memory: { keep: 1d }\n");
        Files.writeString(folder.resolve(".env"), "UNUSED=1\n");
        watch.look();
        watch.look();

        assertThat(changes).hasSize(1);
        SettingsChange change = changes.getFirst();
        assertThat(change.rules()).isFalse();
        assertThat(change.restart()).containsExactly("models.main", "memory.keep", "http");
        assertThat(change.restartSentence())
                .contains(
                        "models.main, memory.keep, http were changed: in force from the next start on");
        assertThat(change.settings().http().health()).isEqualTo(7071);
    }

    @Test
    void anotherTokenInTheVariablesIsNoticedAndNotSaid() throws IOException {
        settle(BEFORE.replace("TOKEN", "OTHER"));
        Files.writeString(folder.resolve(".env"), "OTHER=sesame\n");
        watch.look();
        watch.look();

        assertThat(changes).isNotEmpty();
        assertThat(changes.getLast().restart()).containsExactly("accounts.ada");
        assertThat(changes.toString()).doesNotContain("sesame");
    }

    @Test
    void aRuleThatNeedsAModelOfTheNextStartIsNotTakenUp() throws IOException {
        settle(
                """
                accounts: { ada: { token: "${TOKEN}" } }
                models: { main: { model: x }, cheap: { provider: ollama, model: y } }
                policy: { default: { model: cheap } }
                """);

        assertThat(changes).isEmpty();
        assertThat(unusable)
                .containsExactly(
                        "the new rules use the model 'cheap', which is new too: start again to use it");
    }

    @Test
    void whatCouldNotBeTakenUpIsTriedAgain() throws IOException {
        refusing = true;
        settle(BEFORE.replace("mentions", "always"));
        assertThat(changes).isEmpty();

        refusing = false;
        watch.look();

        assertThat(changes).hasSize(1);
        watch.look();
        assertThat(changes).hasSize(1);
    }

    @Test
    void aCommentIsNoChange() throws IOException {
        settle(BEFORE + "# nothing\n");

        assertThat(changes).isEmpty();
        assertThat(unusable).isEmpty();
    }

    private void settle(String text) throws IOException {
        write(text);
        watch.look();
        watch.look();
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private final class Heard implements SettingsWatch.Listener {
        @Override
        public void changed(SettingsChange change) {
            if (refusing) {
                throw new IllegalStateException("not now");
            }
            changes.add(change);
        }

        @Override
        public void unusable(String sentence) {
            unusable.add(sentence);
        }
    }
}
