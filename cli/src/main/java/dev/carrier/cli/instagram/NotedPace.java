package dev.carrier.cli.instagram;

import dev.carrier.instagram.error.GraphError;
import dev.carrier.instagram.pace.Gate;
import dev.carrier.instagram.pace.Lane;
import dev.carrier.instagram.pace.Pace;
import dev.carrier.instagram.pace.Urgency;
import dev.carrier.instagram.pace.Usage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A pace that remembers what Instagram last said of an account's use. Thread-safe. */
final class NotedPace implements Pace {
    private final Pace pace;
    private final AtomicReference<Usage> last = new AtomicReference<>(Usage.NONE);

    NotedPace(Pace pace) {
        this.pace = pace;
    }

    @Override
    public Gate before(Lane lane, Urgency urgency, Duration patience) {
        return pace.before(lane, urgency, patience);
    }

    @Override
    public void after(Lane lane, Usage usage, Optional<GraphError> error) {
        last.set(usage);
        pace.after(lane, usage, error);
    }

    /** What the last answer said. */
    Usage last() {
        return last.get();
    }
}
