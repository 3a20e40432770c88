package dev.carrier.faults.harm;

import dev.carrier.faults.crew.Until;
import dev.carrier.faults.town.Crowd;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.OrdersClient.Draft;
import dev.carrier.sandbox.OrdersClient.Given;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Discord's REST API, its gateway and the model answer with errors, late, twice or not at all. */
public final class Refusals {
    /** Whoever asked is not told what it has paid for, and asks again. */
    public static final String CUT_AFTER_PAID = "model: cut after it was paid for";

    private static final String MESSAGES = "/messages$";
    private static final List<Kind> KINDS =
            List.of(
                    rest("POST", "429", order -> order.rateLimited(1)),
                    rest("POST", "500", order -> order.status(500)),
                    rest("POST", "502", order -> order.status(502)),
                    rest("POST", "503", order -> order.status(503)),
                    rest("POST", "cut before it is executed", Draft::dropBefore),
                    rest("POST", "cut after it was executed", Draft::dropAfter),
                    rest("POST", "slow by 1.5 s", order -> order.slow(1500)),
                    rest("GET", "429", order -> order.rateLimited(1)),
                    rest("GET", "500", order -> order.status(500)),
                    rest("GET", "cut", Draft::dropBefore),
                    model("500", order -> order.status(500)),
                    model("429", order -> order.rateLimited(1)),
                    model("cut after it was paid for", Draft::dropAfter),
                    model("cut before", Draft::dropBefore),
                    model("slow by 3 s", order -> order.slow(3000)),
                    event("an event comes twice", order -> order.duplicate(1)),
                    event("an event comes three times", order -> order.duplicate(2)));

    private static final int MOST_OPEN = 2;
    private static final int SOME_LINES = 3;
    private static final int ROUNDS = 8;
    private static final Duration A_ROUND = Duration.ofSeconds(4);

    private final Town town;
    private final Crowd crowd;
    private final Harm harm;
    private final Random random;
    private final List<Planned> owed = new ArrayList<>();
    private final List<Placed> open = new ArrayList<>();
    private int next;

    /** What was met is counted in {@code harm}. */
    public Refusals(Town town, Crowd crowd, Harm harm, Random random) {
        this.town = town;
        this.crowd = crowd;
        this.harm = harm;
        this.random = random;
    }

    /**
     * @param spot where its requests go: what stands open there may hit one request in a row
     */
    private record Kind(String words, String where, String spot, Function<Draft, Given> order) {}

    private record Planned(Kind kind, int times) {
        String words() {
            return kind.words() + (times == 1 ? "" : ", twice");
        }
    }

    private record Placed(Planned planned, Given given) {
        int left() {
            return given.left();
        }

        boolean isAt(String spot) {
            return planned.kind().spot().equals(spot);
        }
    }

    private static Kind rest(String method, String words, Function<Draft, Given> order) {
        return new Kind(
                "discord: " + method + " messages, " + words,
                "discord.rest",
                "discord.rest " + method,
                draft -> order.apply(draft.method(method).path(MESSAGES)));
    }

    private static Kind model(String words, Function<Draft, Given> order) {
        return new Kind(
                "model: " + words, "model", "model", draft -> order.apply(draft.method("POST")));
    }

    private static Kind event(String words, Function<Draft, Given> order) {
        return new Kind(
                "discord: " + words,
                "discord.gateway",
                "discord.gateway",
                draft -> order.apply(draft.method("MESSAGE_CREATE")));
    }

    /** How many kinds there are; {@link #next} goes through them in turn. */
    public static int kinds() {
        return KINDS.size();
    }

    /**
     * The next one or two requests or events of a kind go wrong: of the next kind for which there
     * is room. Of one place at most two are to go wrong at once, or they all hit one call, which is
     * given up as it should be. Gives it in words.
     */
    public String next() {
        owed.add(new Planned(KINDS.get(next++ % KINDS.size()), 1 + random.nextInt(2)));
        Planned now = awaitRoom();
        owed.remove(now);
        Kind kind = now.kind();
        Draft draft = town.client().orders().at(kind.where()).times(now.times());
        open.add(new Placed(now, kind.order().apply(draft)));
        return now.words();
    }

    /** Whether something that was placed has still to go wrong. */
    public boolean someAreOpen() {
        return !open().isEmpty();
    }

    /** People talk on until what was placed has gone wrong; gives what did not all the same. */
    public List<String> awaitMet() {
        for (int round = 0; round < ROUNDS && !open().isEmpty(); round++) {
            crowd.talks(SOME_LINES);
            passes(() -> open().isEmpty());
        }
        List<Placed> unmet = open();
        unmet.forEach(this::withdraw);
        return unmet.stream().map(one -> one.planned().words()).toList();
    }

    private Planned awaitRoom() {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Planned> fits = withRoom();
            if (fits.isPresent()) {
                return fits.get();
            }
            crowd.talks(SOME_LINES);
            passes(() -> withRoom().isPresent());
        }
        Planned first = owed.getFirst();
        while (!hasRoom(first)) {
            open().stream()
                    .filter(one -> one.isAt(first.kind().spot()))
                    .findFirst()
                    .ifPresent(this::withdraw);
        }
        return first;
    }

    private static void passes(BooleanSupplier condition) {
        try {
            Until.holds("what was placed goes wrong", A_ROUND, condition);
        } catch (Until.NotInTime _) {
            // Nothing went that way meanwhile; people talk on.
        }
    }

    private Optional<Planned> withRoom() {
        return owed.stream().filter(this::hasRoom).findFirst();
    }

    private boolean hasRoom(Planned planned) {
        int left =
                open().stream()
                        .filter(one -> one.isAt(planned.kind().spot()))
                        .mapToInt(Placed::left)
                        .sum();
        return left + planned.times() <= MOST_OPEN;
    }

    /** What has still to go wrong; the rest is counted. */
    private List<Placed> open() {
        for (Placed one : List.copyOf(open)) {
            if (one.left() == 0) {
                harm.did(one.planned().kind().words(), one.planned().times());
                open.remove(one);
            }
        }
        return List.copyOf(open);
    }

    private void withdraw(Placed placed) {
        int met = placed.planned().times() - placed.left();
        if (met > 0) {
            harm.did(placed.planned().kind().words(), met);
        }
        placed.given().release();
        open.remove(placed);
    }
}
