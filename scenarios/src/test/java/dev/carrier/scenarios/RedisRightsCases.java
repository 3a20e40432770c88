package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.instagram.talk.RecentTalk;
import dev.carrier.instagram.talk.Wording;
import dev.carrier.runtime.redis.Redis;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the users of {@code deploy/security/redis-users.acl} may not do. */
interface RedisRightsCases {
    SecuredTown town();

    @ParameterizedTest
    @CsvSource({
        "responder, c:1:{ada:discord:channel:1}:log",
        "responder, c:1:budget:{ada}:used:1",
        "ingest-discord, c:1:instagram:token:bees:1",
        "ingest-instagram, c:1:sent:{r-1}",
        "memory-service, c:1:instagram:token:bees:1",
        "pipeline-processor, c:1:{ada:discord:channel:1}:log",
        "operator, c:1:{ada:discord:channel:1}:log",
        "operator, c:1:instagram:{ada}:talk:1",
        "operator, somebody:elses",
    })
    default void nobodyTouchesWhatIsAnothers(String user, String key) {
        try (var redis = Redis.of(town().settings(user).redis())) {
            assertThatThrownBy(() -> redis.client().set(key, "mine"))
                    .hasMessageStartingWith("NOPERM");
            assertThatThrownBy(() -> redis.client().hgetAll(key)).hasMessageStartingWith("NOPERM");
        }
    }

    @Test
    default void theResponderReadsWhatHearingWasToldOfAnInbox() {
        var ada = new AccountId("ada-ig");
        EventId asked = EventId.said("instagram", "asked");
        Instant now = Instant.now();
        try (var hearing = Redis.of(town().settings("ingest-instagram").redis());
                var speaking = Redis.of(town().settings("responder").redis())) {
            new RecentTalk(hearing.client(), InstantSource.system())
                    .told(
                            List.of(
                                    new RecentTalk.Line(ada, "1", asked, now, Optional.empty()),
                                    new RecentTalk.Line(
                                            ada,
                                            "1",
                                            EventId.said("instagram", "answered"),
                                            now.plusMillis(5),
                                            Optional.of(Wording.fingerprint("yes")))));
            assertThat(
                            new RecentTalk(speaking.client(), InstantSource.system())
                                    .saidAfter(ada, "1", asked))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"responder", "operator"})
    default void nobodyLooksAroundOrTakesTheServerOver(String user) {
        try (var redis = Redis.of(town().settings(user).redis())) {
            assertThatThrownBy(() -> redis.client().keys("*")).hasMessageStartingWith("NOPERM");
            assertThatThrownBy(() -> redis.client().flushAll()).hasMessageStartingWith("NOPERM");
            assertThatThrownBy(() -> redis.client().configSet("requirepass", ""))
                    .hasMessageStartingWith("NOPERM");
        }
    }
}
