package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MemoTest {
    private final Memo<String> memo = new Memo<>(2, Duration.ofMinutes(1), Clock.systemUTC());
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatIsKnownIsNotAskedAgainAndSoIsThatThereIsNothing() {
        for (int i = 0; i < 2; i++) {
            assertThat(memo.of("bob", () -> answer("Bob")).known()).contains("Bob");
            assertThat(memo.of("eve", () -> gone()).known()).isEmpty();
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatIsAnsweredAtOnceIsKnownAtOnceHoweverOftenThatIs() {
        var patient = new Memo<String>(2, Duration.ofMinutes(1), Clock.systemUTC());
        for (int i = 0; i < 20_000; i++) {
            String key = "person " + i;
            assertThat(patient.of(key, () -> answer(key)).known()).contains(key);
        }
    }

    @Test
    void whatFailedIsAskedAgain() {
        memo.of(
                "bob",
                () -> {
                    throw new IllegalStateException("no connection");
                });
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(memo.of("bob", () -> answer("Bob")).known()).contains("Bob"));
    }

    @Test
    void aSlowAnswerIsNotWaitedForAndFoundTheNextTime() throws InterruptedException {
        var hasty = new Memo<String>(2, Duration.ofMillis(50), Clock.systemUTC());
        var slow = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        Told<String> now =
                hasty.of(
                        "bob",
                        () -> {
                            await(slow);
                            answered.countDown();
                            return answer("Bob");
                        });
        assertThat(now).isInstanceOf(Told.NotNow.class);
        slow.countDown();
        answered.await();
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(hasty.of("bob", MemoTest::notAskedAgain).known())
                                .contains("Bob"));
    }

    @Test
    void theOldestIsForgottenWhenThereAreTooMany() {
        memo.is("a", "A");
        memo.is("b", "B");
        memo.is("c", "C");
        assertThat(memo.of("c", () -> answer("again")).known()).contains("C");
        assertThat(memo.of("a", () -> answer("again")).known()).contains("again");
    }

    private Told<String> answer(String text) {
        asked.incrementAndGet();
        return new Told.Known<>(text);
    }

    private Told<String> gone() {
        asked.incrementAndGet();
        return new Told.Gone<>();
    }

    private static Told<String> notAskedAgain() {
        return new Told.Known<>("asked twice");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
