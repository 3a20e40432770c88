package dev.carrier.instagram.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.embedded.TestServers;
import dev.carrier.instagram.MovableClock;
import dev.carrier.runtime.redis.Redis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An inbox of an account, as one process is told of it and another asks. */
class RecentTalkTest {
    private static final String BO = "4711";

    @AutoClose private final Redis redis = new Redis(TestServers.shared().where().redis());
    @AutoClose private final Redis away = new Redis("redis://127.0.0.1:1");
    private final AccountId ada = new AccountId("ada-" + System.nanoTime());
    private final MovableClock clock = new MovableClock();
    private final Instant began = clock.instant();
    private final RecentTalk hearing = new RecentTalk(redis.client(), clock);
    private final RecentTalk asking = new RecentTalk(redis.client(), clock);

    @Test
    void whatTheAccountSaidAfterAMessageIsKnownOldestFirst() {
        hearing.told(List.of(own("m1", "earlier", 0), bos("m2", 10)));
        hearing.told(List.of(own("m5", "second", 40), bos("m4", 30), own("m3", "first", 20)));

        assertThat(asking.saidAfter(ada, BO, id("m2")))
                .extracting(RecentTalk.Line::message, it -> it.words().orElseThrow())
                .containsExactly(
                        tuple(id("m3"), Wording.fingerprint("first")),
                        tuple(id("m5"), Wording.fingerprint("second")));
        assertThat(asking.saidAfter(ada, BO, id("m2")).getFirst().at())
                .isEqualTo(began.plusMillis(20));
    }

    @Test
    void whatIsToldTwiceStandsThereOnce() {
        hearing.told(List.of(bos("m1", 0), own("m2", "hello", 10)));
        hearing.told(List.of(own("m2", "hello", 10)));

        assertThat(asking.saidAfter(ada, BO, id("m1"))).hasSize(1);
    }

    @Test
    void withoutTheMessageThatIsAnsweredNothingIsKnown() {
        hearing.told(List.of(own("m2", "hello", 10)));

        assertThat(asking.saidAfter(ada, BO, id("m1"))).isEmpty();
    }

    @Test
    void anotherInboxIsAnother() {
        hearing.told(List.of(bos("m1", 0), own("m2", "hello", 10)));

        assertThat(asking.saidAfter(ada, "4712", id("m1"))).isEmpty();
        assertThat(asking.saidAfter(new AccountId(ada + "-too"), BO, id("m1"))).isEmpty();
    }

    @Test
    void aFloodOfOthersIsLookedThrough() {
        hearing.told(List.of(bos("m1", 0), own("m2", "hello", 10)));
        hearing.told(IntStream.range(0, 500).mapToObj(i -> bos("flood" + i, 20 + i)).toList());

        assertThat(asking.saidAfter(ada, BO, id("m1"))).hasSize(1);
    }

    @Test
    void nothingIsKeptWithoutEnd() {
        hearing.told(List.of(bos("m1", 0), own("m2", "hello", 10)));
        clock.advance(RecentTalk.KEPT.plusSeconds(1));
        hearing.told(List.of(bos("m3", RecentTalk.KEPT.plusSeconds(1).toMillis())));
        assertThat(asking.saidAfter(ada, BO, id("m1"))).isEmpty();

        long later = RecentTalk.KEPT.plusSeconds(2).toMillis();
        hearing.told(
                IntStream.range(0, RecentTalk.MOST + 50)
                        .mapToObj(i -> bos("f" + i, later + i))
                        .toList());
        String key = Redis.key("instagram", "{" + ada + "}", "talk", BO);
        assertThat(redis.client().zcard(key)).isEqualTo(RecentTalk.MOST);
        assertThat(redis.client().ttl(key)).isBetween(1L, RecentTalk.KEPT.toSeconds());
    }

    @Test
    void thePlainWordsAreNotKept() {
        hearing.told(List.of(bos("m1", 0), own("m2", "a secret of ours", 10)));

        String key = Redis.key("instagram", "{" + ada + "}", "talk", BO);
        assertThat(redis.client().zrange(key, 0, -1)).noneMatch(it -> it.contains("secret"));
    }

    @Test
    void whileRedisIsAwayNothingIsKnown() {
        var blind = new RecentTalk(away.client(), clock);

        assertThat(blind.saidAfter(ada, BO, id("m1"))).isEmpty();
    }

    @Test
    void composedLettersAndEndsOfLinesDoNotCount() {
        assertThat(Wording.isSame("cafe\u0301\r\nopen ", "caf\u00e9\nopen")).isTrue();
        assertThat(Wording.fingerprint("cafe\u0301\r\nopen "))
                .isEqualTo(Wording.fingerprint("caf\u00e9\nopen"))
                .hasSize(32)
                .isNotEqualTo(Wording.fingerprint("cafe\nopen"));
    }

    private RecentTalk.Line own(String message, String text, long millis) {
        return line(message, millis, Optional.of(Wording.fingerprint(text)));
    }

    private RecentTalk.Line bos(String message, long millis) {
        return line(message, millis, Optional.empty());
    }

    private RecentTalk.Line line(String message, long millis, Optional<String> words) {
        return new RecentTalk.Line(
                ada, BO, id(message), began.plus(Duration.ofMillis(millis)), words);
    }

    private static EventId id(String message) {
        return EventId.said("instagram", message);
    }
}
