package dev.carrier.runtime.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy.Answer;
import dev.carrier.contracts.Policy.Dms;
import dev.carrier.contracts.Policy.Names;
import dev.carrier.contracts.Policy.Remember;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What decides who is answered where and how, as it is written; {@link PolicyMaker} makes the
 * policy of it.
 *
 * @param defaults what holds where no rule does
 * @param rules what is different in some places and for some roles
 */
public record PolicySettings(@JsonProperty("default") Ways defaults, List<Rule> rules) {

    /**
     * Which other bots are answered, and how much. A word or a list in its place means {@code
     * allow}, with the rest as it is by default.
     *
     * @param allow {@code never}, {@code ours} (the other characters here), {@code all}, or ids
     * @param turns between a character and a bot
     * @param every in this time, until a person writes again
     * @param withoutPeople nothing is said when no person wrote for this long
     */
    public record Bots(List<String> allow, int turns, Duration every, Duration withoutPeople) {}

    /**
     * How the characters behave where no rule says otherwise.
     *
     * @param humanPause so long a character is silent where a person writes in its place
     * @param dmAllow people whose DMs are answered whatever {@code dms} says
     */
    public record Ways(
            List<String> guilds,
            Dms dms,
            Answer answer,
            Names names,
            Bots bots,
            Gather gather,
            Remember remember,
            Duration deadline,
            Duration catchUp,
            OnFailure onFailure,
            Optional<String> prompt,
            Optional<String> model,
            Cooldown cooldown,
            List<PersonId> dmAllow,
            boolean thread,
            Duration humanPause) {}

    /**
     * What is different in the place or for the role {@code in}; a gather, a cooldown or bots of
     * which it says part take the rest from the default.
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
            Optional<OnFailure> onFailure,
            Optional<String> prompt,
            Optional<String> model,
            Optional<Cooldown> cooldown,
            Optional<Boolean> thread,
            Optional<Bots> bots) {}

    /** How long messages are collected before a turn. */
    public record Gather(Duration quiet, Duration atMost, boolean whileTyping) {}

    /** How long a character holds back after it spoke; a plain time is that of a person. */
    public record Cooldown(Duration person, Duration place) {}

    /** What an addressed person sees when a turn fails; absent: nothing. */
    public record OnFailure(Optional<String> react) {}
}
