package dev.carrier.pipeline;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Admitted;
import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Policies for tests: the defaults of the settings file, with what a test changes. */
public final class Policies {
    public static final AccountId ADA = new AccountId("ada");
    public static final AccountId BOB = new AccountId("bob");

    private Policy policy;

    private Policies(Policy policy) {
        this.policy = policy;
    }

    /** The defaults, with Ada and Bob in the cast. */
    public static Policies defaults() {
        var ways =
                new Policy.Ways(
                        List.of("owned"),
                        Policy.Dms.MEMBERS,
                        Policy.Answer.MENTIONS,
                        Policy.Names.EDGES,
                        "never",
                        new Policy.Gather(Duration.ofMillis(1500), Duration.ofSeconds(6), true),
                        Policy.Remember.ADDRESSED,
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Optional.of("⚠️"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var cast = new TreeMap<AccountId, Policy.Cast>();
        cast.put(ADA, new Policy.Cast("discord", "Ada", new CharacterHash("ada-1"), "main"));
        cast.put(BOB, new Policy.Cast("discord", "Bob", new CharacterHash("bob-1"), "main"));
        return new Policies(
                new Policy(
                        ways,
                        List.of(),
                        cast,
                        new TreeSet<>(),
                        new Policy.Window(30, 12288),
                        Policy.AtTheCap.REACT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    public Policy done() {
        return policy;
    }

    public Policies answer(Policy.Answer answer) {
        return ways(w ->
                new Policy.Ways(
                        w.guilds(),
                        w.dms(),
                        answer,
                        w.names(),
                        w.bots(),
                        w.gather(),
                        w.remember(),
                        w.deadline(),
                        w.catchUp(),
                        w.onFailure(),
                        w.prompt(),
                        w.model(),
                        w.cooldown(),
                        w.thread(),
                        w.botTalk()));
    }

    public Policies dms(Policy.Dms dms) {
        return ways(w ->
                new Policy.Ways(
                        w.guilds(),
                        dms,
                        w.answer(),
                        w.names(),
                        w.bots(),
                        w.gather(),
                        w.remember(),
                        w.deadline(),
                        w.catchUp(),
                        w.onFailure(),
                        w.prompt(),
                        w.model(),
                        w.cooldown(),
                        w.thread(),
                        w.botTalk()));
    }

    public Policies names(Policy.Names names) {
        return ways(w ->
                new Policy.Ways(
                        w.guilds(),
                        w.dms(),
                        w.answer(),
                        names,
                        w.bots(),
                        w.gather(),
                        w.remember(),
                        w.deadline(),
                        w.catchUp(),
                        w.onFailure(),
                        w.prompt(),
                        w.model(),
                        w.cooldown(),
                        w.thread(),
                        w.botTalk()));
    }

    public Policies guilds(String... guilds) {
        return ways(w ->
                new Policy.Ways(
                        List.of(guilds),
                        w.dms(),
                        w.answer(),
                        w.names(),
                        w.bots(),
                        w.gather(),
                        w.remember(),
                        w.deadline(),
                        w.catchUp(),
                        w.onFailure(),
                        w.prompt(),
                        w.model(),
                        w.cooldown(),
                        w.thread(),
                        w.botTalk()));
    }

    /** Bots are answered: {@code all}, {@code ours} or their ids; 3 turns in 10 minutes. */
    public Policies bots(String... with) {
        return bots(
                new Policy.BotTalk(
                        List.of(with), 3, Duration.ofMinutes(10), Duration.ofMinutes(5)));
    }

    public Policies bots(Policy.BotTalk talk) {
        return ways(w ->
                new Policy.Ways(
                        w.guilds(),
                        w.dms(),
                        w.answer(),
                        w.names(),
                        "some",
                        w.gather(),
                        w.remember(),
                        w.deadline(),
                        w.catchUp(),
                        w.onFailure(),
                        w.prompt(),
                        w.model(),
                        w.cooldown(),
                        w.thread(),
                        Optional.of(talk)));
    }

    /** Who calls in a channel is answered in a thread. */
    public Policies thread() {
        return ways(w ->
                new Policy.Ways(
                        w.guilds(),
                        w.dms(),
                        w.answer(),
                        w.names(),
                        w.bots(),
                        w.gather(),
                        w.remember(),
                        w.deadline(),
                        w.catchUp(),
                        w.onFailure(),
                        w.prompt(),
                        w.model(),
                        w.cooldown(),
                        Optional.of(true),
                        w.botTalk()));
    }

    /** Everything is decided at once. */
    public Policies withoutGathering() {
        return ways(w ->
                new Policy.Ways(
                        w.guilds(),
                        w.dms(),
                        w.answer(),
                        w.names(),
                        w.bots(),
                        new Policy.Gather(Duration.ZERO, Duration.ZERO, false),
                        w.remember(),
                        w.deadline(),
                        w.catchUp(),
                        w.onFailure(),
                        w.prompt(),
                        w.model(),
                        w.cooldown(),
                        w.thread(),
                        w.botTalk()));
    }

    public Policies cooldown(Duration person, Duration place) {
        return ways(w ->
                new Policy.Ways(
                        w.guilds(),
                        w.dms(),
                        w.answer(),
                        w.names(),
                        w.bots(),
                        w.gather(),
                        w.remember(),
                        w.deadline(),
                        w.catchUp(),
                        w.onFailure(),
                        w.prompt(),
                        w.model(),
                        Optional.of(new Policy.Cooldown(person, place))));
    }

    /** People whose DMs are always answered. */
    public Policies listed(String... people) {
        return with(p -> p.withAdmitted(new Admitted(ids(people), List.of(), false)));
    }

    /** People whom the operator approved. */
    public Policies paired(String... people) {
        return with(p -> p.withAdmitted(new Admitted(List.of(), ids(people), false)));
    }

    public Policies tooManyWait() {
        return with(p -> p.withAdmitted(new Admitted(List.of(), List.of(), true)));
    }

    private static List<PersonId> ids(String... people) {
        return Stream.of(people).map(one -> new PersonId("discord:user:" + one)).toList();
    }

    public Policies judge(String model) {
        return with(p ->
                new Policy(
                        p.defaults(),
                        p.rules(),
                        p.cast(),
                        p.paused(),
                        p.window(),
                        p.atTheCap(),
                        Optional.of(model),
                        p.spare(),
                        p.admitted()));
    }

    public Policies atTheCap(Policy.AtTheCap what) {
        return with(p ->
                new Policy(
                        p.defaults(),
                        p.rules(),
                        p.cast(),
                        p.paused(),
                        p.window(),
                        what,
                        p.judge(),
                        p.spare(),
                        p.admitted()));
    }

    public Policies paused(AccountId... accounts) {
        return with(p ->
                new Policy(
                        p.defaults(),
                        p.rules(),
                        p.cast(),
                        new TreeSet<>(List.of(accounts)),
                        p.window(),
                        p.atTheCap(),
                        p.judge(),
                        p.spare(),
                        p.admitted()));
    }

    public Policies rule(Rules rule) {
        return rule(rule.done());
    }

    public Policies rule(Policy.Rule rule) {
        return with(p -> {
            List<Policy.Rule> rules = new ArrayList<>(p.rules());
            rules.add(rule);
            return new Policy(
                    p.defaults(),
                    rules,
                    p.cast(),
                    p.paused(),
                    p.window(),
                    p.atTheCap(),
                    p.judge(),
                    p.spare(),
                    p.admitted());
        });
    }

    private Policies ways(UnaryOperator<Policy.Ways> change) {
        return with(p ->
                new Policy(
                        change.apply(p.defaults()),
                        p.rules(),
                        p.cast(),
                        p.paused(),
                        p.window(),
                        p.atTheCap(),
                        p.judge(),
                        p.spare(),
                        p.admitted()));
    }

    private Policies with(UnaryOperator<Policy> change) {
        policy = change.apply(policy);
        return this;
    }
}
