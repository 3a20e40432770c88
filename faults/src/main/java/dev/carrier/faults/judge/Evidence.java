package dev.carrier.faults.judge;

import static java.util.stream.Collectors.groupingBy;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Outcome;
import dev.carrier.faults.town.Crowd;
import dev.carrier.faults.town.Told;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.SeenCall;
import dev.carrier.sandbox.SeenMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to judge by at one moment.
 *
 * @param told what people said
 * @param answers what the characters said, as the sandbox has it, by place and in its order
 * @param calls the model's, as the sandbox saw them
 * @param recorded what the topics say
 */
public record Evidence(
        List<Told> told, List<Answer> answers, List<SeenCall> calls, Recorded recorded) {

    /** A message of a character as the sandbox shows it. */
    public record Answer(AccountId by, SeenMessage message) {
        /** Whether this is (also) an answer to that line. */
        public boolean saw(Told told) {
            return message.channel().equals(told.message().channel())
                    && message.content().contains(told.mark());
        }
    }

    /** Somebody's line, and one who heard it. */
    public record Heard(EventId event, AccountId account) {}

    /** What there is now. */
    public static Evidence of(Town town, Crowd crowd) {
        return new Evidence(
                crowd.told(),
                answers(town, crowd),
                town.client().model().calls(),
                Recorded.read(town.kafka()));
    }

    /** What the characters said so far. */
    public static List<Answer> answers(Town town, Crowd crowd) {
        Map<String, AccountId> accounts =
                town.bots().entrySet().stream()
                        .collect(Collectors.toMap(bot -> bot.getValue().id(), Map.Entry::getKey));
        return crowd.channels().stream()
                .flatMap(channel -> town.discord().messages(channel).stream())
                .flatMap(message ->
                        Optional.ofNullable(accounts.get(message.author())).stream()
                                .map(by -> new Answer(by, message)))
                .toList();
    }

    /** Lines that call somebody who has not said anything to them. */
    public static List<String> unanswered(List<Told> told, List<Answer> answers) {
        var lost = new ArrayList<String>();
        for (Told line : told) {
            for (AccountId account : line.must()) {
                boolean answered =
                        answers.stream().anyMatch(one -> one.by().equals(account) && one.saw(line));
                if (!answered) {
                    lost.add(line + " by " + account);
                }
            }
        }
        return lost;
    }

    /** What the topics say became of lines that were not answered, for whoever looks for why. */
    public static String explained(Town town, List<Told> told, List<String> marks) {
        var recorded = Recorded.read(town.kafka());
        return told.stream()
                .filter(line -> marks.stream().anyMatch(mark -> mark.startsWith(line.mark())))
                .limit(10)
                .map(line ->
                        "%s %s: heard %s, outcomes %s"
                                .formatted(
                                        line,
                                        line.event(),
                                        recorded.said().stream()
                                                .filter(it -> it.id().equals(line.event()))
                                                .map(it -> it.heardBy().getFirst())
                                                .toList(),
                                        recorded.outcomes().stream()
                                                .filter(it -> it.event().equals(line.event()))
                                                .toList()))
                .collect(Collectors.joining("\n"));
    }

    /** In how many channels, threads and DMs something was said. */
    public int places() {
        return (int) told.stream().map(line -> line.message().channel()).distinct().count();
    }

    /**
     * Whatever was said, for each who heard it. What was deleted before anybody heard it, Discord
     * gives to nobody.
     */
    public Set<Heard> heard() {
        var events =
                recorded.said().stream()
                        .flatMap(said ->
                                said.heardBy().stream()
                                        .map(by -> new Heard(said.id(), by.account())))
                        .collect(Collectors.toSet());
        return told.stream()
                .flatMap(line ->
                        line.heardBy().stream()
                                .map(by -> new Heard(line.event(), by))
                                .filter(one -> !line.gone() || events.contains(one)))
                .collect(Collectors.toSet());
    }

    /** The outcomes of each event for each who heard it. */
    public Map<Heard, List<Outcome>> outcomes() {
        return recorded.outcomes().stream()
                .collect(groupingBy(it -> new Heard(it.event(), it.account())));
    }

    /** What was said and has no outcome yet. */
    public Set<Heard> undecided() {
        var undecided = new HashSet<>(heard());
        undecided.removeAll(outcomes().keySet());
        return undecided;
    }
}
