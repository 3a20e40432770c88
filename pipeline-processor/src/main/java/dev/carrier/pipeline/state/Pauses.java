package dev.carrier.pipeline.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long publishing pauses before it tries or looks again. Pure. */
final class Pauses {
    static final int MOST_TRIES = 8;
    static final int MOST_REMADE = 2;
    static final Duration WAIT = Duration.ofMinutes(1);

    /** The topics forget what is older. */
    static final Duration LONGEST = Duration.ofDays(6);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /**
     * Meta advises to look once a minute, for five minutes; pictures are ready within seconds, and
     * long videos take longer.
     * https://developers.facebook.com/docs/instagram-platform/content-publishing
     */
    private static final int[] LOOKS = {1, 2, 4, 8, 15, 30};

    private static final Duration A_PICTURE = Duration.ofMinutes(5);
    private static final Duration A_VIDEO = Duration.ofMinutes(20);

    private Pauses() {}

    /** When what failed so often before is tried again. */
    static Instant again(int tries, Instant now) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(tries, 8));
        return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** When it is looked again whether a container is ready; empty when that took too long. */
    static Optional<Instant> poll(PostInHand post, Instant now) {
        boolean video = post.progress().media().stream().anyMatch(one -> one.video());
        Instant last = post.at().pollingSince().orElse(now).plus(video ? A_VIDEO : A_PICTURE);
        if (now.isAfter(last)) {
            return Optional.empty();
        }
        Duration pause =
                post.at().polls() < LOOKS.length
                        ? Duration.ofSeconds(LOOKS[post.at().polls()])
                        : Duration.ofMinutes(1);
        return Optional.of(now.plus(pause));
    }
}
