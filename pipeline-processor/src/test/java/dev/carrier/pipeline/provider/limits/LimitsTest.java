package dev.carrier.pipeline.provider.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy.AtTheCap;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.TurnId;
import dev.carrier.embedded.TestServers;
import dev.carrier.pipeline.provider.limits.Reservation.Cap;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.LimitSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same rules hold in Redis and, while it is away, in this process. */
class LimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final PersonId BO = new PersonId("discord:user:1");
    private static final PersonId CY = new PersonId("discord:user:2");
    private static final PersonId OWNER = new PersonId("discord:user:99");
    private static Redis redis;
    private final AccountId ada = new AccountId("ada-" + UUID.randomUUID());
    private Caps caps = caps(2, 3, 100, "1.00");
    private int steps;

    static Stream<Counts> places() {
        return Stream.of(new RedisCounts(redis), new LocalCounts());
    }

    @BeforeAll
    static void start() {
        redis = new Redis(TestServers.shared().where().redis());
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @ParameterizedTest
    @MethodSource("places")
    void aPersonHasSoManyTurnsInAnHourAndThenMore(Counts counts) {
        assertGranted(ask(counts, NOON, "a", "t1", BO));
        assertGranted(ask(counts, NOON.plusSeconds(60), "b", "t2", BO));

        var refused = assertRefused(ask(counts, NOON.plusSeconds(120), "c", "t3", BO), Cap.PERSON);
        assertThat(refused.until()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(refused.reason())
                .isEqualTo("limits.perPerson: 2 turns in 1h are used up until 22 Nov 13:00:00 UTC");
        assertGranted(ask(counts, NOON.plusSeconds(120), "c", "t4", CY));
        assertGranted(ask(counts, NOON.plusSeconds(3601), "c", "t5", BO));
    }

    @ParameterizedTest
    @MethodSource("places")
    void aConversationHasSoManyTurnsAMinuteWhoeverSpeaks(Counts counts) {
        for (int i = 0; i < 3; i++) {
            assertGranted(ask(counts, NOON, "a", "t" + i, new PersonId("discord:user:5" + i)));
        }
        var refused =
                assertRefused(ask(counts, NOON.plusSeconds(1), "a", "t9", CY), Cap.CONVERSATION);
        assertThat(refused.until()).isEqualTo(NOON.plusSeconds(60));
    }

    @ParameterizedTest
    @MethodSource("places")
    void aTurnCountsOnceHoweverManyStepsItHas(Counts counts) {
        for (int i = 0; i < 8; i++) {
            assertGranted(ask(counts, NOON, "a", "t1", BO));
        }
        assertThat(counts.spent(ada, caps.window(NOON)).calls()).isEqualTo(8);
        assertGranted(ask(counts, NOON, "a", "t2", BO));
    }

    @ParameterizedTest
    @MethodSource("places")
    void aStepIsCountedOnceHoweverOftenItIsAsked(Counts counts) {
        Demand demand = demand("a", "t1", 1_000, BO);
        for (int i = 0; i < 3; i++) {
            assertGranted(counts.reserve(demand, caps, NOON.plusSeconds(i)));
        }
        assertThat(counts.spent(ada, caps.window(NOON))).isEqualTo(new Counts.Spent(1, 1_000));
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatItDidCostTakesThePlaceOfWhatItWasThoughtToOnce(Counts counts) {
        var granted = assertGranted(counts.reserve(demand("a", "t1", 600_000, BO), caps, NOON));
        assertRefused(counts.reserve(demand("b", "t2", 600_000, CY), caps, NOON), Cap.MONEY);

        counts.settle(granted, 100_000);
        counts.settle(granted, 100_000);

        assertThat(counts.spent(ada, caps.window(NOON)).micros()).isEqualTo(100_000);
        assertGranted(counts.reserve(demand("b", "t3", 600_000, CY), caps, NOON));
    }

    @ParameterizedTest
    @MethodSource("places")
    void aRefusedCallTakesNothingAway(Counts counts) {
        caps = caps(1, 3, 100, "1.00");
        assertGranted(ask(counts, NOON, "a", "t1", BO));
        for (int i = 0; i < 5; i++) {
            assertRefused(ask(counts, NOON, "a", "n" + i, BO), Cap.PERSON);
        }
        assertGranted(ask(counts, NOON, "a", "t2", CY));
        assertThat(counts.spent(ada, caps.window(NOON)).calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("places")
    void aTurnForSeveralIsRefusedOnlyWhenAllOfThemAreAtTheirLimit(Counts counts) {
        caps = caps(1, 9, 100, "1.00");
        assertGranted(ask(counts, NOON, "a", "t1", BO));
        assertGranted(ask(counts, NOON, "a", "t2", BO, CY));
        assertRefused(ask(counts, NOON, "a", "t3", BO, CY), Cap.PERSON);
    }

    @ParameterizedTest
    @MethodSource("places")
    void anOwnerHasNoLimitOfTurnsButOneOfMoney(Counts counts) {
        for (int i = 0; i < 9; i++) {
            assertGranted(ask(counts, NOON, "a", "t" + i, OWNER));
        }
        assertRefused(counts.reserve(demand("a", "t10", 2_000_000, OWNER), caps, NOON), Cap.MONEY);
    }

    @ParameterizedTest
    @MethodSource("places")
    void callsAndMoneyBeginAnewWithTheDayOfTheTimeZone(Counts counts) {
        caps = caps(9, 9, 1, "1.00", ZoneId.of("Asia/Tokyo"));
        assertGranted(ask(counts, NOON, "a", "t1", BO));
        var refused = assertRefused(ask(counts, NOON, "a", "t2", BO), Cap.CALLS);

        assertThat(refused.until()).isEqualTo(Instant.parse("2026-11-22T15:00:00Z"));
        assertGranted(ask(counts, refused.until(), "a", "t3", BO));
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatCostsNothingIsNotHeldUpByMoney(Counts counts) {
        caps = caps(9, 9, 100, "0");
        assertGranted(counts.reserve(demand("a", "t1", 0, BO), caps, NOON));
        assertRefused(counts.reserve(demand("a", "t2", 1, BO), caps, NOON), Cap.MONEY);
    }

    @ParameterizedTest
    @MethodSource("places")
    void aCrowdTakesNoMoreThanThereIs(Counts counts) {
        caps = caps(1000, 1000, 25, "1.00");
        var asked = new ArrayList<CompletableFuture<Reservation>>();
        for (int i = 0; i < 100; i++) {
            Demand demand = demand("a", "t" + i, 10, new PersonId("discord:user:1" + i));
            asked.add(CompletableFuture.supplyAsync(() -> counts.reserve(demand, caps, NOON)));
        }
        assertThat(asked.stream().map(CompletableFuture::join))
                .filteredOn(one -> one instanceof Reservation.Granted)
                .hasSize(25);
        assertThat(counts.spent(ada, caps.window(NOON))).isEqualTo(new Counts.Spent(25, 250));
    }

    private Reservation ask(
            Counts counts, Instant now, String in, String turn, PersonId... people) {
        return counts.reserve(demand(in, turn, 0, people), caps, now);
    }

    private Demand demand(String in, String turn, long micros, PersonId... people) {
        return new Demand(
                ada,
                new ConversationId("discord:channel:" + in),
                new TurnId(turn),
                new StepId("s-" + ++steps),
                List.of(people),
                true,
                micros);
    }

    private static Reservation.Granted assertGranted(Reservation reservation) {
        assertThat(reservation).isInstanceOf(Reservation.Granted.class);
        return (Reservation.Granted) reservation;
    }

    private static Reservation.Refused assertRefused(Reservation reservation, Cap which) {
        assertThat(reservation).isInstanceOf(Reservation.Refused.class);
        var refused = (Reservation.Refused) reservation;
        assertThat(refused.which()).isEqualTo(which);
        return refused;
    }

    private static Caps caps(int person, int conversation, int calls, String money) {
        return caps(person, conversation, calls, money, ZoneId.of("UTC"));
    }

    private static Caps caps(int person, int conversation, int calls, String money, ZoneId zone) {
        return new Caps(
                new LimitSettings(
                        new LimitSettings.Turns(person, Duration.ofHours(1)),
                        new LimitSettings.Turns(conversation, Duration.ofMinutes(1)),
                        new LimitSettings.Spending(
                                calls, new BigDecimal(money), Duration.ofDays(1)),
                        AtTheCap.REACT,
                        List.of(OWNER)),
                zone);
    }
}
