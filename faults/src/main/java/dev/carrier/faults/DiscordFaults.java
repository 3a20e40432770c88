package dev.carrier.faults;

import dev.carrier.contracts.AccountId;
import dev.carrier.faults.crew.Clocks;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.crew.Until;
import dev.carrier.faults.harm.CallsInFlight;
import dev.carrier.faults.harm.Disconnects;
import dev.carrier.faults.harm.Disconnects.Way;
import dev.carrier.faults.harm.Harm;
import dev.carrier.faults.harm.Kills;
import dev.carrier.faults.harm.Outages;
import dev.carrier.faults.harm.Refusals;
import dev.carrier.faults.harm.Upheavals;
import dev.carrier.faults.judge.Evidence;
import dev.carrier.faults.judge.Verdict;
import dev.carrier.faults.town.Crowd;
import dev.carrier.faults.town.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The suites {@code discord} and {@code fleet}: people talk to two characters, whose workers are
 * processes of their own, in a fleet several processors among them, while connections, processes,
 * servers, clocks, disks and answers fail in every way that this knows. The verdict is by what the
 * sandbox saw.
 */
public final class DiscordFaults {
    private static final List<AccountId> ACCOUNTS = List.of(Town.ADA, Town.JUNO);
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(4);

    private static final int MOST_OPEN = 100;

    private final Town town;
    private final FaultsPlan plan;
    private final Telling telling;
    private final Harm harm = new Harm();
    private final Random random;
    private final Crowd crowd;
    private final Kills kills;
    private final Disconnects disconnects;
    private final Refusals refusals;
    private final Outages outages;
    private final CallsInFlight inFlight;
    private final Optional<Clocks> clocks;
    private final Upheavals upheavals;

    /**
     * @param town without any worker yet
     * @param telling hears each act
     */
    public DiscordFaults(Town town, FaultsPlan plan, Telling telling) {
        this.town = town;
        this.plan = plan;
        this.telling = telling;
        random = new Random(plan.seed());
        crowd = new Crowd(town, plan.seed());
        inFlight = new CallsInFlight(town.client());
        kills = new Kills(town, crowd, inFlight);
        disconnects = new Disconnects(town, harm);
        refusals = new Refusals(town, crowd, harm, random);
        outages = new Outages(town.servers(), crowd::talks, harm, random);
        clocks = plan.upheavals() == 0 ? Optional.empty() : town.clocks();
        upheavals = new Upheavals(town, crowd, harm, random, inFlight, clocks);
    }

    /** Does all of it, and judges. Blocks for minutes. */
    public FaultsReport run() {
        town.client().model().echoes("mark-", Crowd.MARK);
        for (int at = 1; at < plan.processors(); at++) {
            town.crew().begin(Job.PROCESSOR, at);
        }
        town.crew().start(Job.onDiscord());
        for (int at = 1; at < plan.processors(); at++) {
            town.crew().of(Job.PROCESSOR, at).awaitReady();
        }
        telling.did(
                "%d workers are ready, each a process of its own"
                        .formatted(Job.onDiscord().length + plan.processors() - 1));
        if (plan.upheavals() > 0 && clocks.isEmpty()) {
            telling.did("no clock is stepped: Debian's package libfaketime is not here");
        }
        var began = Instant.now();
        crowd.greetsInDms();
        awaitAnswers();

        List<Supplier<String>> acts = acts();
        int between = Math.max(1, plan.messages() / Math.max(1, acts.size()) / 2);
        int leftOut = 0;
        for (Supplier<String> act : acts) {
            if (Instant.now().isAfter(began.plus(plan.atMost()))) {
                leftOut++;
                continue;
            }
            int lines = 1 + random.nextInt(2 * between);
            try {
                awaitPatience();
                crowd.talks(lines);
                telling.did(act.get());
            } catch (Until.NotInTime stuck) {
                // Why is the verdict's to say: what is lost holds others up.
                telling.did("left out: " + stuck.getMessage());
                leftOut++;
            }
        }
        crowd.talks(Math.max(1, plan.messages() - crowd.told().size()));
        if (refusals.someAreOpen()) {
            // Histories are read by who comes back without a session, and finds something missed.
            telling.did(disconnects.end(Town.ADA, Way.INVALID));
        }
        refusals.awaitMet().forEach(one -> telling.did("nothing went that way: " + one));
        return judged(began, leftOut);
    }

    private List<Supplier<String>> acts() {
        var acts = new ArrayList<Supplier<String>>();
        for (Way way : Disconnects.ways(plan.disconnects(), random)) {
            AccountId account = ACCOUNTS.get(acts.size() % ACCOUNTS.size());
            acts.add(() -> disconnects.end(account, way));
        }
        for (int at = 0; at < plan.refusals(); at++) {
            acts.add(refusals::next);
        }
        for (int at = 0; at < plan.outages(); at++) {
            var kind = inTurn(List.of(Outages.Kind.values()), at);
            acts.add(() -> {
                inFlight.note();
                String did = outages.strike(kind);
                inFlight.note();
                return did;
            });
        }
        for (int at = 0; at < plan.kills(); at++) {
            var kind = inTurn(List.of(Kills.Kind.values()), at);
            acts.add(() -> killed(kind));
        }
        for (int at = 0; at < plan.upheavals(); at++) {
            var kind = inTurn(upheavals.kinds(), at);
            acts.add(() -> upheaval(kind));
        }
        Collections.shuffle(acts, random);
        return acts;
    }

    private static <T> T inTurn(List<T> all, int at) {
        return all.get(at % all.size());
    }

    private String killed(Kills.Kind kind) {
        ACCOUNTS.forEach(disconnects::awaitBack);
        int times = kills.strike(kind);
        harm.did("kill -9: " + kind.words(), times);
        return "kill -9: " + kind.words();
    }

    private String upheaval(Upheavals.Kind kind) {
        ACCOUNTS.forEach(disconnects::awaitBack);
        return upheavals.strike(kind);
    }

    private void awaitAnswers() {
        Until.holds(
                "everybody who called is answered",
                SETTLED_WITHIN,
                Duration.ofMillis(500),
                () -> unanswered() == 0);
    }

    /** People whom nobody answers stop asking: a channel full of calls is another test's. */
    private void awaitPatience() {
        Until.holds(
                "no more than " + MOST_OPEN + " calls are open",
                SETTLED_WITHIN,
                Duration.ofMillis(500),
                () -> unanswered() <= MOST_OPEN);
    }

    private int unanswered() {
        return Evidence.unanswered(crowd.told(), Evidence.answers(town, crowd)).size();
    }

    private FaultsReport judged(Instant began, int leftOut) {
        telling.did("all is said; waiting until nothing is open");
        try {
            awaitAnswers();
            Until.holds(
                    "every line has its outcome, nothing is open",
                    SETTLED_WITHIN,
                    Duration.ofSeconds(1),
                    () -> {
                        var now = Evidence.of(town, crowd);
                        return now.undecided().isEmpty() && now.recorded().open().isEmpty();
                    });
        } catch (Until.NotInTime late) {
            telling.did(String.valueOf(late.getMessage()));
        }
        var evidence = Evidence.of(town, crowd);
        var verdict = Verdict.of(evidence);
        if (!verdict.lost().isEmpty()) {
            telling.did(Evidence.explained(town, crowd.told(), verdict.lost()));
        }
        return new FaultsReport(
                plan.seed(),
                crowd.told().size(),
                evidence.answers().size(),
                harm.byKind(),
                leftOut,
                Duration.between(began, Instant.now()),
                paid(evidence),
                verdict);
    }

    private Paid paid(Evidence evidence) {
        return new Paid(
                evidence.calls().stream().filter(call -> call.status() == 200).count(),
                evidence.recorded().steps().size(),
                inFlight.all().size() + harm.total(Refusals.CUT_AFTER_PAID));
    }
}
