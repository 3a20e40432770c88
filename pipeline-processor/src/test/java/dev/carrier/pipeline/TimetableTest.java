package dev.carrier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final long NOW = 1000;
    private static final Duration LONG = Duration.ofMillis(100);

    private final Timetable timetable = new Timetable();

    @Test
    void whereNobodyIsToBeCalledItIsFreeForAsLongAsMayBe() {
        assertThat(timetable.free(NOW, LONG)).isEqualTo(LONG);
    }

    @Test
    void itIsFreeUntilTheFirstCall() {
        timetable.set("later", 1060);
        timetable.set("first", 1007);
        timetable.set("much later", 9000);

        assertThat(timetable.free(NOW, LONG)).hasMillis(7);
    }

    @Test
    void anotherTimeTakesThePlaceOfTheOneBefore() {
        String whom = "moved";
        timetable.set(whom, 1007);
        timetable.set(whom, 1050);

        assertThat(timetable.free(NOW, LONG)).hasMillis(50);
    }

    @Test
    void whoIsCalledNoMoreDoesNotCount() {
        String whom = "gone";
        timetable.set(whom, 1007);
        timetable.clear(whom);

        assertThat(timetable.free(NOW, LONG)).isEqualTo(LONG);
    }

    @Test
    void whatIsDueIsAskedForAtOnceAndWhatStaysUnansweredNotWithoutPause() {
        timetable.set("due", NOW);

        assertThat(timetable.free(NOW, LONG)).hasMillis(1);
        assertThat(timetable.free(NOW + 10, LONG)).hasMillis(1);
        assertThat(timetable.free(NOW + 11, LONG)).hasMillis(10);
    }

    @Test
    void eachThreadHasItsOwn() {
        Timetable here = Timetable.ofThread();

        assertThat(Timetable.ofThread()).isSameAs(here);
        assertThat(CompletableFuture.supplyAsync(Timetable::ofThread).join()).isNotSameAs(here);
    }

    @Test
    void aTaskThatIsToBeWokenAndOneWhoseWritingsWaitStandInItUntilTheyLeave() {
        var task = new MockProcessorContext<byte[], byte[]>();
        task.setCurrentSystemTimeMs(NOW);
        Wake wake = new Wake(task, () -> {});
        Commits commits = new Commits();

        wake.by(NOW + 50);
        assertThat(Timetable.ofThread().free(NOW, LONG)).hasMillis(50);
        commits.wrote(task);
        commits.wrote(task);
        assertThat(Timetable.ofThread().free(NOW, LONG)).hasMillis(10);

        commits.leaves(task);
        assertThat(Timetable.ofThread().free(NOW, LONG)).hasMillis(50);
        wake.stop();
        assertThat(Timetable.ofThread().free(NOW, LONG)).isEqualTo(LONG);
    }
}
