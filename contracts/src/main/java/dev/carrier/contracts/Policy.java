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
 * @param rules the narrowest that fits wins, field by field: thread, channel, category, guild
 * @param cast who plays which character with which model
 * @param paused accounts that are silent for now
 * @param window how much of the talk a conversation keeps
 * @param atTheCap what an addressed person sees when a limit is reached
 * @param judge the model that answers the small question, where {@code answer: ask}
 * @param spare the model that answers in place of the account's own when {@code atTheCap} is spare
 */
public record Policy(
        Ways defaults,
        List<Rule> rules,
        SortedMap<AccountId, Cast> cast,
        SortedSet<AccountId> paused,
        Window window,
        AtTheCap atTheCap,
        Optional<String> judge,
        Optional<String> spare) {
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
                defaults, rules, cast, new TreeSet<>(accounts), window, atTheCap, judge, spare);
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
     * @param bots whether bots are answered: {@code never}
     * @param deadline an answer later than this after the turn began is not sent
     * @param catchUp what is older than this after a downtime is remembered, not answered
     * @param onFailure the reaction that an addressed person sees; absent for none
     * @param prompt what is added to the prompt
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
            Optional<String> model) {}

    /**
     * What is different in one place; what is absent is as it is around it.
     *
     * @param in {@code discord:thread:1}, {@code discord:channel:1}, {@code discord:category:1} or
     *     {@code discord:guild:1}
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
            Optional<String> model) {}

    /**
     * How long messages are collected before a turn.
     *
     * @param quiet a turn begins when nothing came for this long; zero: at once
     * @param atMost but at the latest this long after the first
     * @param whileTyping longer, up to {@code atMost}, while an author of the gathered types
     */
    public record Gather(Duration quiet, Duration atMost, boolean whileTyping) {}

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
