package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final Semaphore room = new Semaphore(5);
    private final Waiting waiting = new Waiting(3, room);

    @Test
    void whatFindsNoRoomIsLetGoUntilTheHistoryWasAskedFor() {
        assertThat(waiting.add(message(1))).isTrue();
        assertThat(waiting.add(message(2))).isTrue();
        assertThat(waiting.add(message(3))).isTrue();
        assertThat(waiting.add(message(4))).as("the first let go").isFalse();
        waiting.take(2);
        assertThat(waiting.add(message(5))).as("behind a gap").isTrue();
        assertThat(marks(waiting.take(9))).containsExactly(3L);
        assertThat(waiting.isWork()).isTrue();
        assertThat(waiting.wasLetGo()).isTrue();
        assertThat(waiting.wasLetGo()).isFalse();
        waiting.add(message(6));
        assertThat(marks(waiting.take(9))).containsExactly(6L);
        assertThat(room.availablePermits()).isEqualTo(5);
    }

    @Test
    void allLanesShareOneRoom() {
        var other = new Waiting(3, room);
        List.of(1, 2, 3).forEach(id -> other.add(message(id)));
        waiting.add(message(4));
        waiting.add(message(5));
        assertThat(waiting.add(message(6))).isFalse();
        assertThat(marks(waiting.take(9))).containsExactly(4L, 5L);
    }

    @Test
    void whatWasFetchedIsNotHeardAgain() {
        waiting.add(message(7));
        waiting.add(Heard.of(Optional::empty));
        waiting.add(message(9));
        waiting.fetched(List.of(message(6), message(7)));
        assertThat(waiting.notBeyond(9)).as("9 waits").isEqualTo(8);
        assertThat(marks(waiting.take(9))).containsExactly(0L, 9L);
    }

    @Test
    void aCursorNeverPassesAnOlderMessageThatStillWaits() {
        waiting.add(message(12));
        waiting.add(message(11));
        waiting.take(1);
        assertThat(waiting.notBeyond(12)).isEqualTo(10);
        waiting.take(1);
        assertThat(waiting.notBeyond(12)).isEqualTo(12);
    }

    private static List<Long> marks(List<Heard> taken) {
        return taken.stream().map(Heard::mark).toList();
    }

    private static Heard message(long id) {
        return new Heard(id, Optional::empty);
    }
}
