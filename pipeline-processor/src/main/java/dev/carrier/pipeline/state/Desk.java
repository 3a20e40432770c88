package dev.carrier.pipeline.state;

import dev.carrier.contracts.PublishingQuota;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What an account publishes, and how much it did within a day. Immutable.
 *
 * @param posts on their way, in the order of their orders
 * @param containers how many were made, by the hour
 * @param published how many posts went out, by the hour
 * @param quota as the platform last told it
 */
record Desk(
        List<PostInHand> posts,
        SortedMap<Instant, Integer> containers,
        SortedMap<Instant, Integer> published,
        Optional<PublishingQuota> quota) {
    /** Nothing is ordered, and nothing was published lately. */
    static final Desk EMPTY =
            new Desk(List.of(), new TreeMap<>(), new TreeMap<>(), Optional.empty());

    private static final Duration A_DAY = Duration.ofDays(1);

    Desk {
        posts = List.copyOf(posts);
        containers = Collections.unmodifiableSortedMap(new TreeMap<>(containers));
        published = Collections.unmodifiableSortedMap(new TreeMap<>(published));
    }

    Desk with(PostInHand post) {
        List<PostInHand> all = new ArrayList<>(posts);
        all.replaceAll(one -> one.turn().equals(post.turn()) ? post : one);
        if (all.stream().noneMatch(one -> one.turn().equals(post.turn()))) {
            all.add(post);
        }
        return new Desk(all, containers, published, quota);
    }

    Desk without(TurnId turn) {
        return new Desk(
                posts.stream().filter(one -> !one.turn().equals(turn)).toList(),
                containers,
                published,
                quota);
    }

    /** The post that waits for this delivery. */
    Optional<PostInHand> awaiting(ResponseId response) {
        return find(one -> one.at().pending().filter(response::equals).isPresent());
    }

    /** Something is being done. */
    Optional<PostInHand> busy() {
        return find(one -> one.at().pending().isPresent());
    }

    /** What is begun goes on before anything else begins; then the oldest that is due. */
    Optional<PostInHand> next(Instant now) {
        return find(PostInHand::begun).or(() -> find(one -> !one.waits(now)));
    }

    private Optional<PostInHand> find(Predicate<PostInHand> which) {
        return posts.stream().filter(which).findFirst();
    }

    /** When the first of those that wait is due. */
    Optional<Instant> due() {
        return posts.stream().flatMap(one -> one.at().until().stream()).min(Instant::compareTo);
    }

    Desk containerMade(Instant now) {
        return new Desk(posts, counted(containers, now), published, quota);
    }

    Desk postPublished(Instant now) {
        return new Desk(posts, containers, counted(published, now), quota);
    }

    Desk told(PublishingQuota now) {
        return new Desk(posts, containers, published, Optional.of(now));
    }

    /** What is older than a day counts no more. */
    Desk lately(Instant now) {
        return new Desk(posts, recent(containers, now), recent(published, now), quota);
    }

    static int sum(SortedMap<Instant, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static SortedMap<Instant, Integer> counted(
            SortedMap<Instant, Integer> counts, Instant now) {
        TreeMap<Instant, Integer> more = new TreeMap<>(recent(counts, now));
        more.merge(now.truncatedTo(ChronoUnit.HOURS), 1, Integer::sum);
        return more;
    }

    private static SortedMap<Instant, Integer> recent(
            SortedMap<Instant, Integer> counts, Instant now) {
        // An hour counts as a whole, to its end.
        return counts.tailMap(now.minus(A_DAY).truncatedTo(ChronoUnit.HOURS));
    }
}
