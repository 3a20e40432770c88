package dev.carrier.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.embedded.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandoverIT {
    private final Scene scene = new Scene(TestServers.shared().kafka().bootstrap(), 4);
    private final Calls calls = new Calls();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aSecondInstanceTakesItsShareInMidCallAndNothingIsRepeatedOrLost() {
        List<String> texts = scene.write(0, 600, 50);
        Echo.Call call =
                (text, _) -> {
                    calls.make(text, Set.of());
                    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(100, 600));
                    return "done";
                };
        Dispatcher first = scene.start("a", Ordering.BY_KEY, 200, call);
        await().atMost(Scene.PATIENCE).until(() -> calls.total() > 50);

        Dispatcher second = scene.start("b", Ordering.BY_KEY, 200, call);
        await().atMost(Scene.PATIENCE).until(() -> second.status().partitions() == 2);
        await().atMost(Scene.PATIENCE).until(() -> first.status().partitions() == 2);
        first.close();

        scene.awaitOneResultEach(Scene.all(texts, "done"));
        // A call that is over within the grace of a revocation is not made again.
        assertThat(calls.calledTwice()).isEmpty();
        await().atMost(Scene.PATIENCE).until(() -> second.status().partitions() == 4);
    }

    @Test
    void whatStoodThereBeforeThePartitionCameIsToldFromWhatCameAfter() {
        List<String> before = scene.write(0, 20, 20);
        Echo.Call call = (_, leash) -> leash.inherited() ? "inherited" : "new";
        Dispatcher first = scene.start("a", Ordering.BY_KEY, 100, call);
        scene.awaitOneResultEach(Scene.all(before, "inherited"));
        List<String> after = scene.write(100, 20, 20);
        scene.awaitOneResultEach(both(before, "inherited", after, "new"));
        first.close();

        List<String> between = scene.write(200, 20, 20);
        scene.start("b", Ordering.BY_KEY, 100, call);

        List<String> inherited = Stream.concat(before.stream(), between.stream()).toList();
        scene.awaitOneResultEach(both(inherited, "inherited", after, "new"));
    }

    private static List<String> both(
            List<String> some, String one, List<String> others, String other) {
        return Stream.concat(Scene.all(some, one).stream(), Scene.all(others, other).stream())
                .toList();
    }

    @Test
    void aCallThatOutlastsTheGraceIsAbandonedAndItsResultDropped() {
        List<String> texts = scene.write(0, 40, 40);
        Calls later = new Calls();
        later.letGo();
        scene.start(
                "a",
                Ordering.NONE,
                100,
                (text, leash) -> {
                    calls.makeSlow(text);
                    return leash.ours() ? "ours" : "not ours";
                });
        await().atMost(Scene.PATIENCE).until(() -> calls.running() == 40);

        Dispatcher second =
                scene.start(
                        "b",
                        Ordering.NONE,
                        100,
                        (text, _) -> {
                            later.makeSlow(text);
                            return "second";
                        });
        await().atMost(Scene.PATIENCE).until(() -> second.status().partitions() == 2);
        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(scene.results()).isNotEmpty());
        await().atMost(Scene.PATIENCE)
                .until(() -> second.status().lag() == 0 && second.status().inFlight() == 0);
        Set<String> handedOver = Set.copyOf(later.called());
        await().atMost(Scene.PATIENCE)
                .until(() -> calls.running() == texts.size() - handedOver.size());
        calls.letGo();

        assertThat(handedOver).isNotEmpty();
        scene.awaitOneResultEach(
                texts.stream()
                        .map(text -> text + (handedOver.contains(text) ? " second" : " ours"))
                        .toList());
    }

    @Test
    void aFencedProducerBeginsAnewAndWhatIsInFlightIsNotCalledAgain() {
        List<String> texts = scene.write(0, 60, 60);
        Set<String> slow = Set.copyOf(texts.subList(0, 20));
        DispatcherOptions options = scene.options("a", Ordering.BY_KEY, 100);
        Dispatcher dispatcher =
                scene.start(
                        options,
                        new Echo(
                                scene.out(),
                                (text, _) -> {
                                    calls.make(text, slow);
                                    return "done";
                                }));
        await().atMost(Scene.PATIENCE)
                .until(() -> calls.running() == 20 && dispatcher.status().inFlight() == 20);

        try (Producer<byte[], byte[]> intruder =
                scene.clients().transactionalProducer(options.transactionalId())) {
            intruder.initTransactions();
        }
        List<String> more = scene.write(100, 10, 60);
        await().atMost(Scene.PATIENCE).until(() -> dispatcher.status().restarts() == 1);
        calls.letGo();

        scene.awaitOneResultEach(
                Scene.all(Stream.concat(texts.stream(), more.stream()).toList(), "done"));
        assertThat(calls.calledTwice()).isEmpty();
        assertThat(dispatcher.status().alive()).isTrue();
    }

    @Test
    void anInstanceThatTheGroupExpelledTakesUpItsWorkWhenItIsBack() {
        List<String> texts = scene.write(0, 40, 40);
        Set<String> slow = Set.copyOf(texts.subList(0, 20));
        Dispatcher dispatcher =
                scene.start(
                        "a",
                        Ordering.BY_KEY,
                        100,
                        (text, _) -> {
                            calls.make(text, slow);
                            return "done";
                        });
        await().atMost(Scene.PATIENCE)
                .until(() -> calls.total() == 40 && dispatcher.status().inFlight() == 20);

        Set<String> before = scene.members();
        scene.expelAll();
        await().atMost(Scene.PATIENCE)
                .until(() -> scene.members().stream().anyMatch(one -> !before.contains(one)));
        calls.letGo();

        scene.awaitOneResultEach(Scene.all(texts, "done"));
        assertThat(calls.calledTwice()).isEmpty();
        assertThat(dispatcher.status().restarts()).isZero();
    }

    @Test
    void twoInstancesUnderOneIdNeverDoubleAResult() {
        List<String> texts = scene.write(0, 400, 400);
        Echo.Call call =
                (_, _) -> {
                    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(50, 400));
                    return "done";
                };
        Dispatcher first = scene.start("a", Ordering.BY_KEY, 20, call);
        await().atMost(Scene.PATIENCE).until(() -> first.status().inFlight() > 10);

        scene.start("a", Ordering.BY_KEY, 20, call);
        await().atMost(Scene.PATIENCE).until(() -> first.status().restarts() > 0);
        await().atMost(Scene.PATIENCE).until(() -> first.status().phase() == Status.Phase.RUNNING);
        first.close();

        Set<String> expected = Scene.all(texts, "done").stream().collect(Collectors.toSet());
        scene.awaitOneResultEach(List.copyOf(expected));
    }

    @Test
    void drainFinishesWhatRunsAndLeavesTheRestToTheNext() {
        List<String> texts = scene.write(0, 12, 4);
        Dispatcher first =
                scene.start(
                        "a",
                        Ordering.BY_KEY,
                        100,
                        (text, _) -> {
                            calls.makeSlow(text);
                            return "done";
                        });
        await().atMost(Scene.PATIENCE).until(() -> calls.running() == 4);
        Thread drain = Thread.startVirtualThread(() -> first.drain(Duration.ofSeconds(30)));
        await().atMost(Scene.PATIENCE).until(() -> first.status().phase() == Status.Phase.DRAINING);
        calls.letGo();

        await().atMost(Scene.PATIENCE).until(() -> !drain.isAlive());
        assertThat(first.status().phase()).isEqualTo(Status.Phase.CLOSED);
        assertThat(scene.results())
                .containsExactlyInAnyOrder("0 done", "1 done", "2 done", "3 done");
        scene.start("b", Ordering.BY_KEY, 100, (_, _) -> "done");
        scene.awaitOneResultEach(Scene.all(texts, "done"));
    }
}
