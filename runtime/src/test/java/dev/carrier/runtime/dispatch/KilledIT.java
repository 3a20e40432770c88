package dev.carrier.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.embedded.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledIT {
    private final String bootstrap = TestServers.shared().kafka().bootstrap();

    @TempDir private Path folder;

    @Test
    void aProcessKilledTwiceWithHundredsInFlightGivesEachRecordOneResult() throws Exception {
        try (Scene scene = new Scene(bootstrap, 4)) {
            List<String> texts = scene.write(0, 2500, 2500);
            Set<String> paid = new HashSet<>();

            for (int life = 1; life <= 2; life++) {
                int enough = life * 400;
                Path begun = folder.resolve("life" + life);
                Process victim = Victim.start(scene, bootstrap, begun.toString());
                try {
                    await().atMost(Scene.PATIENCE)
                            .pollInterval(Duration.ofMillis(100))
                            .until(() -> scene.results().size() >= enough);
                } finally {
                    victim.destroyForcibly().waitFor();
                }
                Set<String> calls = Set.copyOf(Files.readAllLines(begun));
                assertThat(calls).as("begun though its result was there").noneMatch(paid::contains);
                Set<String> done = answered(scene);
                assertThat(calls.stream().filter(one -> !done.contains(one)))
                        .as("in flight when it was killed")
                        .hasSizeGreaterThan(100);
                paid.addAll(done);
            }
            Path begun = folder.resolve("life3");
            Process last = Victim.start(scene, bootstrap, begun.toString());
            try {
                scene.awaitOneResultEach(Scene.all(texts, "done"));
            } finally {
                last.destroy();
                last.waitFor(10, TimeUnit.SECONDS);
                last.destroyForcibly().waitFor();
            }
            assertThat(Files.readAllLines(begun)).noneMatch(paid::contains);
        }
    }

    private static Set<String> answered(Scene scene) {
        return scene.results().stream().map(one -> one.split(" ")[0]).collect(Collectors.toSet());
    }
}
