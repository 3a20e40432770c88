package dev.carrier.pipeline;

import dev.carrier.contracts.Admitted;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.SettingsVersion.Asked;
import dev.carrier.runtime.feed.SettingsFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who is let in to DMs now, and whether there is room for more who ask. */
final class Doors {
    /** So many may wait for the operator at once. */
    static final int ROOM = 20;

    private final SettingsFeed feed;
    private final InstantSource clock;

    Doors(SettingsFeed feed, InstantSource clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** Those whom a policy lists, and those whom the operator approved. */
    Admitted open(Policy policy) {
        return new Admitted(
                policy.admitted().orElse(Admitted.NOBODY).listed(),
                feed.paired(),
                feed.asking(clock.instant()).size() >= ROOM);
    }

    /** In how long there is room again; absent where there is. */
    Optional<Duration> changes() {
        Instant now = clock.instant();
        List<Asked> asking = feed.asking(now);
        return asking.size() < ROOM
                ? Optional.empty()
                : asking.stream()
                        .map(Asked::until)
                        .min(Instant::compareTo)
                        .map(until -> Duration.between(now, until));
    }
}
