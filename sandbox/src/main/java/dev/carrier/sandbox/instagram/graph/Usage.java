package dev.carrier.sandbox.instagram.graph;

import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Setting;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import dev.carrier.sandbox.orders.GraphRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much of its limits an account has used, in the headers of every answer. Who has used
 * everything is shut out for some minutes, and for longer with every call meanwhile. Safe for use
 * by many threads.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting">Rate
 *     limits</a>
 */
public final class Usage {
    private static final Duration DAY = Duration.ofHours(24);

    private final World world;
    private final Map<String, Numbers> ordered = new HashMap<>();
    private final Map<String, Instant> shutOut = new HashMap<>();
    private final Map<String, Counter> counters = new HashMap<>();

    /** Nothing used yet. */
    public Usage(World world) {
        this.world = world;
    }

    /**
     * Percentages as a test wants them shown; at 100 the account is shut out.
     *
     * @param calls the share of the calls of the account
     * @param time the share of the total time
     * @param cpu the share of the CPU time
     * @param app the share of the app's own limit
     */
    public record Numbers(int calls, int time, int cpu, int app) {
        static final Numbers NONE = new Numbers(0, 0, 0, 0);
    }

    private record Counter(Instant since, int calls) {}

    /** Shows these numbers from now on; at 100 it is shut out for so long. */
    public synchronized void order(Account account, Numbers numbers, Duration regain) {
        ordered.put(account.id(), numbers);
        shutOut.remove(account.id());
        if (full(numbers)) {
            shutOut.put(account.id(), world.clock().instant().plus(regain));
        }
    }

    private static boolean full(Numbers it) {
        return Math.max(Math.max(it.calls(), it.time()), Math.max(it.cpu(), it.app())) >= 100;
    }

    /**
     * Counts a call; messaging is not counted.
     *
     * @return the refusal, if the account is shut out: 4 for the app's limit, otherwise 80002
     */
    synchronized Optional<GraphRefusal> count(Account account, boolean messaging) {
        var now = world.clock().instant();
        var until = shutOut.get(account.id());
        if (until != null && now.isBefore(until)) {
            shutOut.put(account.id(), until.plus(world.settings().time(Setting.LONGER_BLOCK)));
            var byApp = ordered.getOrDefault(account.id(), Numbers.NONE).app() >= 100;
            return Optional.of(GraphRefusal.known(byApp ? 4 : 80_002, OptionalInt.empty()));
        }
        if (until != null) {
            shutOut.remove(account.id());
            ordered.remove(account.id());
            counters.remove(account.id());
        }
        var counter = counters.get(account.id());
        if (counter == null || counter.since().plus(DAY).isBefore(now)) {
            counter = new Counter(now, 0);
        }
        counter = new Counter(counter.since(), counter.calls() + (messaging ? 0 : 1));
        counters.put(account.id(), counter);
        if (counter.calls() >= world.settings().number(Setting.CALLS_PER_DAY)) {
            shutOut.putIfAbsent(account.id(), counter.since().plus(DAY));
        }
        return Optional.empty();
    }

    /** {@code answer} with the headers. */
    synchronized Answer shown(Account account, Answer answer) {
        var numbers = ordered.getOrDefault(account.id(), Numbers.NONE);
        var counter = counters.get(account.id());
        var most = Math.max(1, world.settings().number(Setting.CALLS_PER_DAY));
        var share = counter == null ? 0 : (int) (100L * counter.calls() / most);
        var app = Json.object();
        app.put("call_count", numbers.app()).put("total_time", 0).put("total_cputime", 0);
        var business = Json.object();
        business.putArray(account.id())
                .addObject()
                .put("type", "instagram")
                .put("call_count", Math.max(numbers.calls(), share))
                .put("total_cputime", numbers.cpu())
                .put("total_time", numbers.time())
                .put("estimated_time_to_regain_access", minutes(account));
        return answer.with("X-App-Usage", Json.write(app))
                .with("X-Business-Use-Case-Usage", Json.write(business));
    }

    private long minutes(Account account) {
        var until = shutOut.get(account.id());
        var now = world.clock().instant();
        return until == null || !now.isBefore(until)
                ? 0
                : (Duration.between(now, until).toSeconds() + 59) / 60;
    }
}
