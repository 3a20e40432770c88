package dev.carrier.faults.harm;

import dev.carrier.faults.crew.Crew;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SignalsClient.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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

    /**
     * So many signals of each kind; or fewer, when so much time has passed since the first one.
     *
     * @param counts how many of each
     * @param kinds as many as counts
     */
    public void awaitSome(
            long from, List<Integer> counts, List<Predicate<Seen>> kinds, Duration atMost) {
        var found = new int[kinds.size()];
        Optional<Instant> first = Optional.empty();
        long last = from;
        var end = Instant.now().plus(PATIENCE);
        while (first.isPresent() || Instant.now().isBefore(end)) {
            for (Seen seen : client.signals().after(last, Duration.ofMillis(500))) {
                last = seen.seq();
                for (int kind = 0; kind < found.length; kind++) {
                    if (kinds.get(kind).test(seen)) {
                        found[kind]++;
                        first = first.or(() -> Optional.of(Instant.now()));
                    }
                }
            }
            boolean all =
                    IntStream.range(0, found.length).allMatch(at -> found[at] >= counts.get(at));
            if (all || first.filter(it -> it.plus(atMost).isBefore(Instant.now())).isPresent()) {
                return;
            }
        }
        throw late("none of what was waited for", new IllegalStateException("no such signal"));
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
