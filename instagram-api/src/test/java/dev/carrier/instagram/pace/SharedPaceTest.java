package dev.carrier.instagram.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.embedded.TestServers;
import dev.carrier.instagram.MovableClock;
import dev.carrier.instagram.error.GraphError;
import dev.carrier.runtime.redis.Redis;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** One account, called by two processes. */
class SharedPaceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @AutoClose private final Redis redis = new Redis(TestServers.shared().where().redis());
    @AutoClose private final Redis away = new Redis("redis://127.0.0.1:1");
    private final MovableClock clock = new MovableClock();
    private final String account = "178" + System.nanoTime();
    private final Pace one = new SharedPace(redis, account, clock);
    private final Pace other = new SharedPace(redis, account, clock);

    @Test
    void withLittleUseNothingWaits() {
        used(one, 74);

        assertThat(other.before(Lane.API, Urgency.BACKGROUND, PATIENCE)).isEqualTo(at(0));
    }

    @Test
    void fromThreeQuartersOnWhatNobodyWaitsForGoesSlowly() {
        used(one, 80);

        assertThat(other.before(Lane.API, Urgency.BACKGROUND, PATIENCE)).isEqualTo(at(2_400));
        assertThat(other.before(Lane.API, Urgency.ANSWER, PATIENCE)).isEqualTo(at(0));
    }

    @Test
    void fromNinetyPercentOnOnlyAnswersGoOut() {
        used(one, 90);

        assertThat(other.before(Lane.API, Urgency.BACKGROUND, PATIENCE))
                .isInstanceOfSatisfying(
                        Gate.Shut.class,
                        shut -> {
                            assertThat(shut.why()).contains("90 %");
                            assertThat(shut.lasts())
                                    .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
                        });
        assertThat(other.before(Lane.API, Urgency.ANSWER, PATIENCE)).isEqualTo(at(1_000));
    }

    @Test
    void messagingIsNotCounted() {
        used(one, 99);

        assertThat(other.before(Lane.SEND, Urgency.ANSWER, PATIENCE)).isEqualTo(at(0));
    }

    @Test
    void whatFallsIsToldToo() {
        used(one, 95);
        used(one, 10);

        assertThat(other.before(Lane.API, Urgency.BACKGROUND, PATIENCE)).isEqualTo(at(0));
    }

    @Test
    void whatFallsIsToldByAProcessThatHasOnlyHeardOfIt() {
        used(one, 95);
        other.before(Lane.API, Urgency.ANSWER, PATIENCE);
        used(other, 10);

        assertThat(one.before(Lane.API, Urgency.BACKGROUND, PATIENCE)).isEqualTo(at(0));
    }

    @Test
    void aUseIsBelievedNoLongerThanUntilInstagramGivesTheCallsBack() {
        one.after(
                Lane.API, new Usage(Optional.of(100), Duration.ofMinutes(1)), Optional.of(rate()));

        String use = "c:1:instagram:{" + account + "}:use";
        assertThat(redis.client().pttl(use)).isBetween(1L, 60_000L);
    }

    @Test
    void aLimitPausesTheAccountForAsLongAsInstagramSays() {
        one.after(
                Lane.API, new Usage(Optional.of(100), Duration.ofMinutes(7)), Optional.of(rate()));

        assertThat(other.before(Lane.API, Urgency.ANSWER, PATIENCE)).satisfies(this::isPaused);
        assertThat(other.before(Lane.SEND, Urgency.ANSWER, PATIENCE)).isEqualTo(at(0));
    }

    @Test
    void aLimitOfMessagingPausesMessaging() {
        one.after(Lane.SEND, Usage.NONE, Optional.of(rate()));

        assertThat(other.before(Lane.CONVERSATIONS, Urgency.ANSWER, PATIENCE))
                .isInstanceOf(Gate.Shut.class);
        assertThat(other.before(Lane.API, Urgency.ANSWER, PATIENCE)).isEqualTo(at(0));
    }

    @Test
    void aShorterPauseDoesNotEndALongerOne() {
        one.after(
                Lane.API, new Usage(Optional.of(100), Duration.ofMinutes(7)), Optional.of(rate()));
        one.after(
                Lane.API, new Usage(Optional.of(100), Duration.ofMinutes(1)), Optional.of(rate()));

        assertThat(other.before(Lane.API, Urgency.ANSWER, PATIENCE)).satisfies(this::isPaused);
    }

    @Test
    void conversationsAreReadTwiceASecondByAllProcessesTogether() {
        long began = System.nanoTime();
        long last =
                IntStream.range(0, 10)
                        .mapToObj(i -> i % 2 == 0 ? one : other)
                        .map(pace -> pace.before(Lane.CONVERSATIONS, Urgency.BACKGROUND, PATIENCE))
                        .mapToLong(gate -> ((Gate.Open) gate).after().toMillis())
                        .max()
                        .orElseThrow();

        // One every 600 ms: the tenth after 5.4 s, less what asking took.
        long asking = Duration.ofNanos(System.nanoTime() - began).toMillis() + 1;
        assertThat(last).isBetween(5_400L - asking, 5_400L);
    }

    @Test
    void whoCannotWaitForItsTurnTakesNone() {
        IntStream.range(0, 40)
                .forEach(i -> one.before(Lane.PRIVATE_REPLY, Urgency.ANSWER, PATIENCE));
        assertThat(one.before(Lane.PRIVATE_REPLY, Urgency.ANSWER, Duration.ofSeconds(1)))
                .isInstanceOf(Gate.Shut.class);
        assertThat(one.before(Lane.PRIVATE_REPLY, Urgency.ANSWER, PATIENCE))
                .isInstanceOf(Gate.Open.class);
    }

    @Test
    void withoutRedisAProcessGoesOnWithWhatItKnows() {
        Pace alone = new SharedPace(away, account, clock);
        used(alone, 92);
        alone.after(Lane.SEND, Usage.NONE, Optional.of(rate()));

        assertThat(alone.before(Lane.API, Urgency.BACKGROUND, PATIENCE))
                .isInstanceOf(Gate.Shut.class);
        assertThat(alone.before(Lane.SEND, Urgency.ANSWER, PATIENCE)).isInstanceOf(Gate.Shut.class);
        clock.advance(Duration.ofMinutes(6));
        assertThat(alone.before(Lane.API, Urgency.BACKGROUND, PATIENCE)).isEqualTo(at(0));
        assertThat(alone.before(Lane.SEND, Urgency.ANSWER, PATIENCE)).isEqualTo(at(0));
    }

    @Test
    void everyKeyGoesAwayByItself() {
        one.after(
                Lane.API, new Usage(Optional.of(100), Duration.ofMinutes(7)), Optional.of(rate()));
        one.before(Lane.SEND, Urgency.ANSWER, PATIENCE);

        assertThat(redis.client().keys("c:1:instagram:{" + account + "}:*"))
                .hasSize(3)
                .allSatisfy(key -> assertThat(redis.client().pttl(key)).isPositive());
    }

    private void isPaused(Gate gate) {
        assertThat(gate)
                .isInstanceOfSatisfying(
                        Gate.Shut.class,
                        shut ->
                                assertThat(shut.lasts())
                                        .isBetween(Duration.ofMinutes(6), Duration.ofMinutes(7)));
    }

    private static void used(Pace pace, int percent) {
        pace.after(Lane.API, new Usage(Optional.of(percent), Duration.ZERO), Optional.empty());
    }

    private static GraphError rate() {
        return GraphError.held("a limit", Duration.ZERO);
    }

    private static Gate at(int millis) {
        return new Gate.Open(Duration.ofMillis(millis));
    }
}
