package dev.carrier.pipeline.state;

import java.util.Optional;

/**
 * How often a turn was put off, because what it asked for was away or full.
 *
 * @param why the last time; absent when it was not
 */
public record PutOffs(int times, Optional<String> why) {
    static final PutOffs NONE = new PutOffs(0, Optional.empty());

    /** It is part of the state, which is small. */
    private static final int LONGEST = 300;

    PutOffs next(String newWhy) {
        return new PutOffs(times + 1, Optional.of(Talk.cut(newWhy, LONGEST)));
    }
}
