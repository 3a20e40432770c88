package dev.carrier.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.embedded.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailuresIT {
    private final Scene scene = new Scene(TestServers.shared().kafka().bootstrap(), 2);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aHandlerThatThrowsFailsItsRecordAndNoOther() {
        scene.write(0, 6, 1);

        scene.start(
                "a",
                Ordering.BY_KEY,
                100,
                (text, _) ->
                        switch (text) {
                            case "1" -> throw new IllegalStateException("no");
                            case "3" -> throw new StackOverflowError();
                            default -> "done";
                        });

        scene.awaitOneResultEach(
                List.of(
                        "0 done",
                        "1 IllegalStateException",
                        "2 done",
                        "3 StackOverflowError",
                        "4 done",
                        "5 done"));
    }

    @Test
    void aHandlerThatHangsIsInterruptedAndItsRecordFailed() {
        scene.write(0, 3, 1);

        start((text, _) -> {
            if (text.equals("0")) {
                new CountDownLatch(1).await();
            }
            return "done";
        });

        scene.awaitOneResultEach(List.of("0 HoldExceeded", "1 done", "2 done"));
    }

    @Test
    void aHandlerThatDoesNotHeedItsInterruptionIsAnsweredForAndNoLongerOurs() {
        scene.write(0, 2, 2);
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<Leash> deaf = new AtomicReference<>();

        start((text, leash) -> {
            if (text.equals("0")) {
                deaf.set(leash);
                awaitDeaf(end);
            }
            return "done";
        });

        scene.awaitOneResultEach(List.of("0 HoldExceeded", "1 done"));
        assertThat(deaf.get().ours()).isFalse();
        assertThat(deaf.get().left()).isZero();
        end.countDown();
        scene.write(2, 1, 1);
        scene.awaitOneResultEach(List.of("0 HoldExceeded", "1 done", "2 done"));
    }

    @Test
    void resultsThatAreTooLargeAreReplacedByFailuresAndTheOthersAreWrittenAsTheyAre() {
        List<String> texts = scene.write(0, 60, 20);
        Set<String> large = Set.of("7", "31", "32");
        // All end together, so that one transaction has small ones before and after the large ones.
        CountDownLatch all = new CountDownLatch(texts.size());
        Echo echo =
                new Echo(
                        scene.out(),
                        (text, _) -> {
                            all.countDown();
                            awaitDeaf(all);
                            return large.contains(text) ? "x".repeat(2_000_000) : "done";
                        });

        scene.start(scene.options("a", Ordering.NONE, 100), echo);

        List<String> expected = new ArrayList<>(Scene.all(texts, "done"));
        large.forEach(
                text -> expected.set(Integer.parseInt(text), text + " RecordTooLargeException"));
        scene.awaitOneResultEach(expected);
    }

    @Test
    void aHandlerThatCannotEvenFailEndsItsRecordWithoutAnAnswer() {
        scene.write(0, 3, 1);
        Echo echo = new Echo(scene.out(), (_, _) -> "done");
        Handler broken =
                new Handler() {
                    @Override
                    public Reception receive(ConsumerRecord<byte[], byte[]> record, Leash leash) {
                        throw new IllegalStateException("cannot receive");
                    }

                    @Override
                    public List<ProducerRecord<byte[], byte[]>> handle(
                            ConsumerRecord<byte[], byte[]> record, Leash leash) throws Exception {
                        if (Echo.text(record).equals("1")) {
                            throw new IllegalStateException("cannot handle");
                        }
                        return echo.handle(record, leash);
                    }

                    @Override
                    public List<ProducerRecord<byte[], byte[]>> failed(
                            ConsumerRecord<byte[], byte[]> record, Throwable problem) {
                        throw new IllegalStateException("cannot fail");
                    }
                };

        Dispatcher dispatcher = scene.start(scene.options("a", Ordering.BY_KEY, 100), broken);

        scene.awaitOneResultEach(List.of("0 done", "2 done"));
        await().atMost(Scene.PATIENCE).until(() -> dispatcher.status().inFlight() == 0);
    }

    @Test
    void offsetsThatAnotherToolCommittedAreHeeded() {
        scene.write(0, 4, 1);
        Dispatcher first = scene.start("a", Ordering.BY_KEY, 100, (_, _) -> "once");
        scene.awaitOneResultEach(List.of("0 once", "1 once", "2 once", "3 once"));
        first.close();
        scene.rewind("by hand");

        scene.start("a", Ordering.BY_KEY, 100, (_, _) -> "again");

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(scene.results())
                                .contains("0 again", "1 again", "2 again", "3 again"));
    }

    private void start(Echo.Call call) {
        DispatcherOptions usual = scene.options("a", Ordering.BY_KEY, 100);
        DispatcherOptions shortHold =
                new DispatcherOptions(
                        usual.name(),
                        usual.group(),
                        usual.transactionalId(),
                        usual.topics(),
                        usual.ordering(),
                        usual.maxInFlight(),
                        Duration.ofSeconds(3),
                        usual.revokeGrace());
        scene.start(shortHold, new Echo(scene.out(), call));
    }

    private static void awaitDeaf(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return;
            } catch (InterruptedException _) {
                // Deaf.
            }
        }
    }
}
