package dev.carrier.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAwayIT {
    private static final Duration AWAY = Duration.ofSeconds(8);

    @TempDir private Path folder;

    private final Calls calls = new Calls();

    @Test
    void whileKafkaIsAwayWorkGoesOnAndAfterwardsEachRecordHasOneResultOfOneCall() {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
        int port = Integer.parseInt(kafka.bootstrap().split(":")[1]);
        try (Scene scene = new Scene(kafka.bootstrap(), 4)) {
            List<String> texts = scene.write(0, 200, 200);
            Set<String> slow = Set.copyOf(texts.subList(0, 100));
            Dispatcher dispatcher =
                    scene.start(
                            "a",
                            Ordering.BY_KEY,
                            1000,
                            (text, _) -> {
                                calls.make(text, slow);
                                return "done";
                            });
            await().atMost(Scene.PATIENCE)
                    .until(() -> calls.total() == 200 && dispatcher.status().inFlight() == 100);

            kafka.close();
            calls.letGo();
            // Longer than a transaction and a session live.
            Instant back = Instant.now().plus(AWAY);
            await().atMost(Scene.PATIENCE).until(() -> Instant.now().isAfter(back));
            awaitProblem(dispatcher);
            kafka = EmbeddedKafka.start(folder, port);

            scene.awaitOneResultEach(Scene.all(texts, "done"));
            assertThat(calls.calledTwice()).isEmpty();
            await().atMost(Scene.PATIENCE).until(() -> dispatcher.status().alive());
        } finally {
            kafka.close();
        }
    }

    @Test
    void kafkaRestartedInTheMidstOfTransactionsLosesAndDoublesNothing() {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
        int port = Integer.parseInt(kafka.bootstrap().split(":")[1]);
        try (Scene scene = new Scene(kafka.bootstrap(), 4)) {
            List<String> texts = scene.write(0, 3000, 3000);
            Dispatcher dispatcher =
                    scene.start(
                            "a",
                            Ordering.BY_KEY,
                            100,
                            (text, _) -> {
                                calls.make(text, Set.of());
                                TimeUnit.MILLISECONDS.sleep(
                                        ThreadLocalRandom.current().nextInt(100));
                                return "done";
                            });
            for (int enough : List.of(300, 1000)) {
                await().atMost(Scene.PATIENCE).until(() -> calls.total() > enough);
                kafka.close();
                kafka = EmbeddedKafka.start(folder, port);
            }

            scene.awaitOneResultEach(Scene.all(texts, "done"));
            assertThat(calls.calledTwice()).isEmpty();
            await().atMost(Scene.PATIENCE).until(() -> dispatcher.status().alive());
        } finally {
            kafka.close();
        }
    }

    @Test
    void aDispatcherThatStartsBeforeKafkaWaitsForIt() {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
        int port = Integer.parseInt(kafka.bootstrap().split(":")[1]);
        try (Scene scene = new Scene(kafka.bootstrap(), 4)) {
            List<String> texts = scene.write(0, 10, 10);
            kafka.close();

            Dispatcher dispatcher = scene.start("a", Ordering.NONE, 100, (_, _) -> "done");
            awaitProblem(dispatcher);
            kafka = EmbeddedKafka.start(folder, port);

            scene.awaitOneResultEach(Scene.all(texts, "done"));
        } finally {
            kafka.close();
        }
    }

    /** It says what is in the way, and that nothing goes on. */
    private static void awaitProblem(Dispatcher dispatcher) {
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> {
                    Status now = dispatcher.status();
                    assertThat(now.problem()).isPresent();
                    assertThat(now.alive()).isFalse();
                });
    }
}
