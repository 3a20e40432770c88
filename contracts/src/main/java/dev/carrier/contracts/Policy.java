package dev.carrier.contracts;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What decides who is answered where, how and at what cost; one version is the whole of it, so that
 * a decision needs nothing else to be taken again.
 *
 * @param defaults what holds where no rule says otherwise
 * @param rules of places, the narrowest that fits wins, field by field: thread, channel, category,
 *     guild; then of roles, the first that an author has wins
 * @param cast who plays which character with which model
 * @param paused accounts that are silent for now
 * @param window how much of the talk a conversation keeps
 * @param atTheCap what an addressed person sees when a limit is reached
 * @param judge the model that answers the small question, where {@code answer: ask}
 * @param spare the model that answers in place of the account's own when {@code atTheCap} is spare
 * @param admitted whose DMs are answered besides those that {@code dms} names
 * @param humanPause how long a character is silent where a person wrote in its place; absent:
 *     {@link #HUMAN_PAUSE}
 */
public record Policy(
        Ways defaults,
        List<Rule> rules,
        SortedMap<AccountId, Cast> cast,
        SortedSet<AccountId> paused,
        Window window,
        AtTheCap atTheCap,
        Optional<String> judge,
        Optional<String> spare,
        Optional<Admitted> admitted,
        Optional<Duration> humanPause) {
    /**
     * How long a character is silent where a person wrote in its place, if nothing else is said.
     */
    public static final Duration HUMAN_PAUSE = Duration.ofHours(1);

    public Policy {
        rules = List.copyOf(rules);
        cast = Collections.unmodifiableSortedMap(new TreeMap<>(cast));
        paused = Collections.unmodifiableSortedSet(new TreeSet<>(paused));
    }

    /** The version of this policy: the hash of its canonical JSON. */
    public PolicyHash hash() {
        return new PolicyHash(Ids.sha256(Json.canonical(this)).substring(0, 16));
    }

    /** The same with other accounts paused. */
    public Policy withPaused(Collection<AccountId> accounts) {
        return new Policy(
                defaults,
                rules,
                cast,
                new TreeSet<>(accounts),
                window,
                atTheCap,
                judge,
                spare,
                admitted,
                humanPause);
    }

    /** The same with other people let in. */
    public Policy withAdmitted(Admitted people) {
        return new Policy(
                defaults,
                rules,
                cast,
                paused,
                window,
                atTheCap,
                judge,
                spare,
                Optional.of(people).filter(one -> !one.equals(Admitted.NOBODY)),
                humanPause);
    }

    /** The policy of a time when nobody could write in a character's place. */
    public Policy(
            Ways defaults,
            List<Rule> rules,
            SortedMap<AccountId, Cast> cast,
            SortedSet<AccountId> paused,
            Window window,
            AtTheCap atTheCap,
            Optional<String> judge,
            Optional<String> spare,
            Optional<Admitted> admitted) {
        this(
                defaults,
                rules,
                cast,
                paused,
                window,
                atTheCap,
                judge,
                spare,
                admitted,
                Optional.empty());
    }

    /**
     * Who plays which character.
     *
     * @param platform {@code discord}
     * @param name the character's name, as people call it
     * @param character the version of its file
     * @param model the name of its model in the settings
     */
    public record Cast(String platform, String name, CharacterHash character, String model) {}

    /**
     * How the characters behave, whole.
     *
     * @param guilds {@code owned}, {@code all}, or ids
     * @param bots whether bots are answered: {@code never} or {@code some}
     * @param deadline an answer later than this after the turn began is not sent
     * @param catchUp what is older than this after a downtime is remembered, not answered
     * @param onFailure the reaction that an addressed person sees; absent for none
     * @param prompt what is added to the prompt
     * @param cooldown how long somebody who was answered is left alone; absent: not at all
     * @param thread who calls a character in a channel is answered in a thread; absent: there
     * @param botTalk which bots, and how much; absent for none
     */
    public record Ways(
            List<String> guilds,
            Dms dms,
            Answer answer,
            Names names,
            String bots,
            Gather gather,
            Remember remember,
            Duration deadline,
            Duration catchUp,
            Optional<String> onFailure,
            Optional<String> prompt,
            Optional<String> model,
            Optional<Cooldown> cooldown,
            Optional<Boolean> thread,
            Optional<BotTalk> botTalk) {

        /** Behaviour without threads and bots. */
        public Ways(
                List<String> guilds,
                Dms dms,
                Answer answer,
                Names names,
                String bots,
                Gather gather,
                Remember remember,
                Duration deadline,
                Duration catchUp,
                Optional<String> onFailure,
                Optional<String> prompt,
                Optional<String> model,
                Optional<Cooldown> cooldown) {
            this(
                    guilds,
                    dms,
                    answer,
                    names,
                    bots,
                    gather,
                    remember,
                    deadline,
                    catchUp,
                    onFailure,
                    prompt,
                    model,
                    cooldown,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * What is different in one place or for one role; what is absent is as it is around it. A rule
     * of a role says nothing but {@code answer}, {@code cooldown}, {@code prompt} and {@code
     * model}.
     *
     * @param in {@code discord:thread:1}, {@code discord:channel:1}, {@code discord:category:1},
     *     {@code discord:guild:1} or {@code discord:role:1}
     * @param botTalk with nobody: no bot is answered here
     */
    public record Rule(
            String in,
            Optional<Dms> dms,
            Optional<Answer> answer,
            Optional<Names> names,
            Optional<Gather> gather,
            Optional<Remember> remember,
            Optional<Duration> deadline,
            Optional<Duration> catchUp,
            Optional<String> onFailure,
            Optional<String> prompt,
            Optional<String> model,
            Optional<Cooldown> cooldown,
            Optional<Boolean> thread,
            Optional<BotTalk> botTalk) {

        /** A rule that says nothing of threads and bots. */
        public Rule(
                String in,
                Optional<Dms> dms,
                Optional<Answer> answer,
                Optional<Names> names,
                Optional<Gather> gather,
                Optional<Remember> remember,
                Optional<Duration> deadline,
                Optional<Duration> catchUp,
                Optional<String> onFailure,
                Optional<String> prompt,
                Optional<String> model,
                Optional<Cooldown> cooldown) {
            this(
                    in,
                    dms,
                    answer,
                    names,
                    gather,
                    remember,
                    deadline,
                    catchUp,
                    onFailure,
                    prompt,
                    model,
                    cooldown,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * Which bots are answered, and the loop breaker's bounds. Other characters of the cast are bots
     * to a character, too.
     *
     * @param with {@code all}, {@code ours} (the cast), or ids like {@code discord:user:1}; sorted,
     *     empty for nobody
     * @param turns how many turns an account and a bot may cause each other
     * @param every in how much time; a person's message starts afresh
     * @param withoutPeople none where no person wrote for this long
     */
    public record BotTalk(List<String> with, int turns, Duration every, Duration withoutPeople) {
        public BotTalk {
            with = List.copyOf(with);
        }
    }

    /**
     * How long messages are collected before a turn.
     *
     * @param quiet a turn begins when nothing came for this long; zero: at once
     * @param atMost but at the latest this long after the first
     * @param whileTyping longer, up to {@code atMost}, while an author of the gathered types
     */
    public record Gather(Duration quiet, Duration atMost, boolean whileTyping) {}

    /**
     * How long a character holds back after it spoke, in servers.
     *
     * @param person nothing of a person whom it answered is answered for this long; zero: at once
     * @param place what does not call it is left alone for this long after it spoke there
     */
    public record Cooldown(Duration person, Duration place) {}

    /**
     * How much of the talk a conversation's state keeps.
     *
     * @param bytes of UTF-8 text
     */
    public record Window(int messages, int bytes) {}

    /** Whose DMs are answered. */
    public enum Dms {
        MEMBERS,
        PAIRING,
        EVERYONE,
        NOBODY
    }

    /** What is answered in a shared place. */
    public enum Answer {
        MENTIONS,
        ALWAYS,
        ASK,
        LISTEN,
        NEVER
    }

    /** Where a character's name must stand to address it. */
    public enum Names {
        EDGES,
        ANYWHERE,
        NEVER
    }

    /** What goes to memory. */
    public enum Remember {
        ADDRESSED,
        ALL,
        NOTHING
    }

    /** What an addressed person sees when a limit is reached. */
    public enum AtTheCap {
        REACT,
        SPARE,
        SILENCE
    }
}
