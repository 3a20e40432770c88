package dev.carrier.pipeline.state;

import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostKind;
import dev.carrier.contracts.PublishingQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/**
 * When a post can go out. Pure.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media">the
 *     limits of containers and posts</a>
 */
final class Planner {
    /** Of containers, in 24 hours. */
    static final int MOST_CONTAINERS = 400;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private Planner() {}

    /** Not before a time, and why. */
    record Hold(Instant until, String why) {}

    /** What stands in the way of making the post's containers and publishing it now. */
    static Optional<Hold> hold(Desk desk, Post post, Instant now) {
        Desk lately = desk.lately(now);
        int needed = post.kind() == PostKind.CAROUSEL ? post.items().size() + 1 : 1;
        int made = Desk.sum(lately.containers());
        if (made + needed > MOST_CONTAINERS) {
            return Optional.of(
                    new Hold(
                            free(lately.containers(), made + needed - MOST_CONTAINERS, now),
                            "%d of %d containers of a day are used"
                                    .formatted(made, MOST_CONTAINERS)));
        }
        return desk.quota()
                .filter(quota -> quota.used() >= quota.total())
                .map(quota -> new Hold(freePost(lately, quota, now), full(quota)));
    }

    private static String full(PublishingQuota quota) {
        return "%d of %d posts of a day are published".formatted(quota.used(), quota.total());
    }

    /** When so many of those that count now count no more. */
    private static Instant free(SortedMap<Instant, Integer> counts, int wanted, Instant now) {
        int freed = 0;
        for (var hour : counts.entrySet()) {
            freed += hour.getValue();
            if (freed >= wanted) {
                return hour.getKey().plus(AN_HOUR).plus(A_DAY);
            }
        }
        return now.plus(A_DAY);
    }

    /** Others may have published too: what is not ours is asked for again every hour. */
    private static Instant freePost(Desk lately, PublishingQuota quota, Instant now) {
        int ours = Desk.sum(lately.published());
        Instant inAnHour = now.plus(AN_HOUR);
        if (ours < quota.used()) {
            return inAnHour;
        }
        Instant free = free(lately.published(), quota.used() - quota.total() + 1, now);
        return free.isBefore(inAnHour) ? free : inAnHour.plus(Duration.between(inAnHour, free));
    }
}
