package dev.carrier.scenarios.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The compose file, for real: what a person gets who types {@code docker compose up}. */
@Tag("containers")
class ComposeIT {
    private static final int ROOMS = 12;
    private static final int QUESTIONS = 5;

    @Test
    void threeProcessorsAnswerEverythingOnceWhileContainersAreKilled() throws Exception {
        try (var compose = new Compose("carrier-test")) {
            compose.up(1);
            compose.client().model().echoes("mark-", Rooms.MARK.pattern());
            compose.client().model().takes(300);
            compose.up(3);
            try (var rooms = new Rooms(compose.client().discord(), ROOMS)) {
                var people = rooms.talk(QUESTIONS);
                killed(compose, rooms, "pipeline-processor-2", ROOMS / 2);
                killed(compose, rooms, "responder-1", ROOMS + 2);
                killed(compose, rooms, "ingest-discord-1", 2 * ROOMS);
                killed(compose, rooms, "redis-1", 3 * ROOMS);
                killed(compose, rooms, "kafka-1", 4 * ROOMS - 4);
                for (var person : people) {
                    person.get();
                }

                assertThat(rooms.heard()).isEqualTo(rooms.asked(QUESTIONS));
                assertThat(compose.carrier("responder", "replay", "--verify"))
                        .contains("identical");
            } catch (Exception | AssertionError failed) {
                failed.addSuppressed(new AssertionError(compose.logs()));
                throw failed;
            }
        }
    }

    /** Once so many answers stand there, so that it has work in its hands. */
    private static void killed(Compose compose, Rooms rooms, String container, int answers) {
        await().atMost(Duration.ofMinutes(3)).until(() -> rooms.answered() >= answers);
        compose.kill(container);
        compose.again(3);
    }
}
