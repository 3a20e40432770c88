package dev.carrier.faults.harm;

import dev.carrier.faults.crew.Crew;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SignalsClient.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Waits for what the sandbox sees, and says what the workers printed where it does not come. */
public final class Waits {
    public static final Duration PATIENCE = Duration.ofMinutes(4);

    private final SandboxClient client;
    private final Crew crew;

    /** Looks at this sandbox, for which this crew works. */
    public Waits(SandboxClient client, Crew crew) {
        this.client = client;
        this.crew = crew;
    }

    /** The first so many signals after {@code from} that are wanted. */
    public List<Seen> awaitSignals(long from, int count, Predicate<Seen> wanted) {
        var found = new ArrayList<Seen>();
        while (found.size() < count) {
            long after = found.isEmpty() ? from : found.getLast().seq();
            try {
                found.add(client.signals().await(after, PATIENCE, wanted));
            } catch (IllegalStateException e) {
                throw late("only %d of %d signals".formatted(found.size(), count), e);
            }
        }
        return found;
    }

    /** What came too late, with all that may say why. */
    public IllegalStateException late(String what, IllegalStateException cause) {
        return new IllegalStateException(
                "%s: %s; the model has %d calls open%n%s"
                        .formatted(cause.getMessage(), what, client.model().open(), crew.tails()),
                cause);
    }

    /** A request about messages. */
    static Predicate<Seen> rest(String point, String method) {
        return seen ->
                seen.where().equals("discord.rest")
                        && seen.point().equals(point)
                        && seen.method().equals(method)
                        && seen.path().endsWith("/messages");
    }
}
