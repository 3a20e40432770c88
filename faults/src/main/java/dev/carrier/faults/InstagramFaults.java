package dev.carrier.faults;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.crew.Until;
import dev.carrier.faults.harm.Harm;
import dev.carrier.faults.harm.Outages;
import dev.carrier.faults.instagram.Audience;
import dev.carrier.faults.instagram.Inbox;
import dev.carrier.faults.instagram.Operator;
import dev.carrier.faults.instagram.Studio;
import dev.carrier.faults.instagram.harm.AccountTroubles;
import dev.carrier.faults.instagram.harm.AnswerKills;
import dev.carrier.faults.instagram.harm.Mishaps;
import dev.carrier.faults.instagram.harm.Moment;
import dev.carrier.faults.instagram.harm.PublishingKills;
import dev.carrier.faults.instagram.judge.InstagramEvidence;
import dev.carrier.faults.instagram.judge.InstagramVerdict;
import dev.carrier.faults.instagram.judge.Shown;
import dev.carrier.faults.judge.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The suite {@code instagram}: people comment on the posts of two accounts and write to them, an
 * operator orders posts, and webhooks, calls, uploads, processes and servers fail in every way that
 * this knows. The verdict is by what the sandbox's Instagram saw.
 */
public final class InstagramFaults {
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int MOST_OPEN = 60;
    private static final int AT_ONCE = 20;

    /** Fewer than may wait at once: others would be refused. */
    private static final int MOST_POSTS = 3;

    private final Studio studio;
    private final InstagramPlan plan;
    private final Telling telling;
    private final Harm harm = new Harm();
    private final Random random;
    private final Audience audience;
    private final Operator operator;
    private final Mishaps mishaps;
    private final AnswerKills answerKills;
    private final PublishingKills publishingKills;
    private final AccountTroubles troubles;
    private final Outages outages;
    private final List<Moment> moments = new ArrayList<>(List.of(Moment.values()));

    /**
     * @param studio without any worker yet
     * @param telling hears each act
     */
    public InstagramFaults(Studio studio, InstagramPlan plan, Telling telling) {
        this.studio = studio;
        this.plan = plan;
        this.telling = telling;
        random = new Random(plan.seed());
        audience = new Audience(studio, plan.seed());
        operator = new Operator(studio, plan.seed());
        Collections.shuffle(moments, random);
        mishaps = new Mishaps(studio, operator, harm, random);
        answerKills = new AnswerKills(studio, audience, operator);
        publishingKills = new PublishingKills(studio, audience, operator);
        troubles = new AccountTroubles(studio, audience, operator, harm);
        outages = new Outages(studio.servers(), audience::talks, harm, random);
    }

    /** Does all of it, and judges. Blocks for minutes. */
    public InstagramReport run() {
        studio.client().model().echoes("mark-", Audience.MARK);
        studio.crew().start(Job.onInstagram());
        studio.isCalledFromNowOn();
        telling.did("4 workers are ready, each a process of its own");
        var began = Instant.now();
        audience.comments(2);
        audience.writes(2);
        Studio.ACCOUNTS.forEach(account -> operator.orders(account, 1));
        await("everybody who called is answered", this::isAnswered);
        if (plan.mishaps() + plan.kills() > 0) {
            // From now on Meta is as Meta is.
            studio.instagram().set("duplicates", 10);
            studio.instagram().set("disorder", Duration.ofMillis(300));
        }
        int leftOut = acts(began);
        theRestIsSaid();
        return judged(began, leftOut);
    }

    /** A little at a time: what is written all at once is a flood, which is another matter. */
    private void theRestIsSaid() {
        int left = Math.max(1, plan.messages() - audience.lines().size());
        int until = audience.lines().size() + left;
        telling.did("%d lines are left to say".formatted(left));
        try {
            while (audience.lines().size() < until) {
                await("few wait for an answer", () -> unanswered() < AT_ONCE);
                audience.talks(Math.min(AT_ONCE, until - audience.lines().size()));
            }
        } catch (Until.NotInTime stuck) {
            telling.did("left unsaid: " + stuck.getMessage());
        }
    }

    private int acts(Instant began) {
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
                await("not too much is open", this::isPatient);
                audience.talks(lines);
                telling.did(act.get());
            } catch (Until.NotInTime stuck) {
                // Why is the verdict's to say: what is lost or told twice holds others up.
                telling.did("left out: " + stuck.getMessage());
                leftOut++;
            }
        }
        return leftOut;
    }

    private List<Supplier<String>> acts() {
        List<Supplier<String>> acts = new ArrayList<>();
        for (int at = 0; at < plan.mishaps(); at++) {
            acts.add(mishaps::next);
        }
        for (int at = 0; at < plan.outages(); at++) {
            var kind = inTurn(List.of(Outages.Kind.values()), at);
            acts.add(() -> outages.strike(kind));
        }
        for (int at = 0; at < plan.troubles(); at++) {
            var kind = inTurn(List.of(AccountTroubles.Kind.values()), at);
            AccountId account = inTurn(Studio.ACCOUNTS, at);
            acts.add(() -> struck(kind, account));
        }
        for (int at = 0; at < plan.kills(); at++) {
            acts.add(kill(at));
        }
        for (int at = 0; at < plan.takeOvers(); at++) {
            acts.add(this::takenOver);
        }
        Collections.shuffle(acts, random);
        return acts;
    }

    /**
     * Kills with answers in flight and those within publishing take turns, as long as they last.
     */
    private Supplier<String> kill(int at) {
        var answers = List.of(AnswerKills.Kind.values());
        int round = at % (answers.size() + moments.size());
        boolean answering = round < 2 * answers.size() && round % 2 == 0;
        int before = answering ? round / 2 : round - Math.min(answers.size(), (round + 1) / 2);
        return () -> {
            if (answering && answers.get(before) == AnswerKills.Kind.RESPONDER_OUT_OF_SIGHT) {
                // More than a few dozen that wait in one inbox are told to come again.
                await("nobody waits where many lines are written", this::isAnswered);
            }
            String did =
                    answering
                            ? answerKills.strike(answers.get(before))
                            : publishingKills.at(moments.get(before));
            harm.did(did);
            return did;
        };
    }

    private static <T> T inTurn(List<T> all, int at) {
        return all.get(at % all.size());
    }

    private String struck(AccountTroubles.Kind kind, AccountId account) {
        if (kind == AccountTroubles.Kind.TOKEN_EXPIRED) {
            await("everybody is answered before a token ends", this::isAnswered);
        }
        return troubles.strike(kind, account);
    }

    /** A human may take over in the middle of anything; who was not answered yet then never is. */
    private String takenOver() {
        Inbox inbox = audience.next().orElseThrow();
        await(
                "nobody waits for an answer where a human takes over",
                () ->
                        Shown.unanswered(
                                        audience.lines().stream()
                                                .filter(it -> it.in().equals(inbox.conversation()))
                                                .toList(),
                                        Shown.answers(studio, audience))
                                .isEmpty());
        EventId typed = audience.takesOver(inbox);
        await(
                "a human's words are heard",
                () ->
                        Recorded.read(studio.servers().kafka()).outcomes().stream()
                                .anyMatch(it -> it.event().equals(typed)));
        return "a human answers " + inbox.person() + " as " + inbox.account();
    }

    private boolean isAnswered() {
        return unanswered() == 0;
    }

    private int unanswered() {
        return Shown.unanswered(audience.lines(), Shown.answers(studio, audience)).size();
    }

    /** People whom nobody answers stop asking, and operators wait for their posts. */
    private boolean isPatient() {
        return unanswered() <= MOST_OPEN
                && Studio.ACCOUNTS.stream().allMatch(one -> operator.open(one) <= MOST_POSTS);
    }

    private static void await(String what, BooleanSupplier condition) {
        Until.holds(what, SETTLED_WITHIN, LOOK, condition);
    }

    private InstagramReport judged(Instant began, int leftOut) {
        telling.did("all is said; waiting until nothing is open");
        try {
            await("everybody who called is answered", this::isAnswered);
            await("every post is out", () -> evidence().unpublished().isEmpty());
            await("every event has its outcome, nothing is open", this::isSettled);
        } catch (Until.NotInTime late) {
            telling.did(String.valueOf(late.getMessage()));
            telling.did("open: " + evidence().recorded().open());
        }
        var evidence = evidence();
        var verdict = InstagramVerdict.of(evidence);
        evidence.undecided().stream()
                .limit(10)
                .forEach(one -> telling.did(evidence.explained(one.event(), one.account())));
        return new InstagramReport(
                plan.seed(),
                evidence.lines().size()
                        + audience.besides()
                        + evidence.typed().size()
                        + evidence.ordered().size(),
                evidence.answers().size(),
                evidence.ordered().size() - evidence.unpublished().size(),
                harm.byKind(),
                leftOut,
                Duration.between(began, Instant.now()),
                verdict);
    }

    private boolean isSettled() {
        var now = evidence();
        return now.undecided().isEmpty()
                && now.unheard().isEmpty()
                && now.recorded().open().isEmpty()
                && now.album().left().isEmpty();
    }

    private InstagramEvidence evidence() {
        return InstagramEvidence.of(studio, audience, operator);
    }
}
