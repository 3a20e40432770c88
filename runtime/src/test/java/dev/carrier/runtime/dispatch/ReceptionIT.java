package dev.carrier.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.embedded.TestServers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A record named {@code N} is work; one named 1000 + N withdraws it. */
class ReceptionIT {
    private final Scene scene = new Scene(TestServers.shared().kafka().bootstrap(), 1);
    private final Calls calls = new Calls();

    @AfterEach
    void close() {
        scene.close();
    }

    private final class Withdrawing implements Handler {
        private final Set<Integer> withdrawn = ConcurrentHashMap.newKeySet();
        private final Echo echo =
                new Echo(
                        scene.out(),
                        (text, _) -> {
                            if (withdrawn.contains(Integer.parseInt(text))) {
                                return "withdrawn";
                            }
                            calls.makeSlow(text);
                            return "done";
                        });

        @Override
        public Reception receive(ConsumerRecord<byte[], byte[]> record, Leash leash) {
            int number = Integer.parseInt(Echo.text(record));
            return number >= 1000 && withdrawn.add(number - 1000) ? Reception.DONE : Reception.LANE;
        }

        @Override
        public List<ProducerRecord<byte[], byte[]>> handle(
                ConsumerRecord<byte[], byte[]> record, Leash leash) throws Exception {
            return echo.handle(record, leash);
        }

        @Override
        public List<ProducerRecord<byte[], byte[]>> failed(
                ConsumerRecord<byte[], byte[]> record, Throwable problem) {
            return echo.failed(record, problem);
        }
    }

    @Test
    void whatIsDoneOnReceptionOvertakesTheLaneAndHasNoResult() {
        scene.write(0, 3, 1);
        Dispatcher dispatcher =
                scene.start(scene.options("a", Ordering.BY_KEY, 100), new Withdrawing());
        await().atMost(Scene.PATIENCE).until(() -> calls.running() == 1);

        scene.write(1001, 1, 1);
        await().atMost(Scene.PATIENCE).until(() -> dispatcher.status().lag() == 0);
        calls.letGo();

        scene.awaitOneResultEach(List.of("0 done", "1 withdrawn", "2 done"));
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(scene.committed(0))
                                .hasValueSatisfying(all -> assertThat(all.offset()).isEqualTo(4)));
    }

    @Test
    void aWithdrawalIsSeenAgainAfterARestartAsLongAsItsRecordIsOpen() {
        scene.write(0, 2, 1);
        scene.write(1001, 1, 1);
        scene.write(2, 1, 2);
        Dispatcher first = scene.start(scene.options("a", Ordering.BY_KEY, 100), new Withdrawing());
        await().atMost(Scene.PATIENCE).until(() -> calls.running() == 1);
        first.close();
        calls.letGo();

        scene.start(scene.options("b", Ordering.BY_KEY, 100), new Withdrawing());

        scene.awaitOneResultEach(List.of("0 done", "1 withdrawn", "2 done"));
        assertThat(calls.called()).doesNotContain("1");
    }
}
