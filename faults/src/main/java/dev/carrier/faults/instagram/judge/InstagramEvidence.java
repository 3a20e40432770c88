package dev.carrier.faults.instagram.judge;

import static java.util.stream.Collectors.groupingBy;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Outcome;
import dev.carrier.faults.instagram.Audience;
import dev.carrier.faults.instagram.Line;
import dev.carrier.faults.instagram.Operator;
import dev.carrier.faults.instagram.Ordered;
import dev.carrier.faults.instagram.Studio;
import dev.carrier.faults.instagram.judge.Shown.Answer;
import dev.carrier.faults.judge.Evidence.Heard;
import dev.carrier.faults.judge.Recorded;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to judge by at one moment.
 *
 * @param lines what people wrote
 * @param typed what humans wrote as an account
 * @param ordered what is to be posted
 * @param answers what the characters wrote, as Instagram has it
 * @param album what was published
 * @param recorded what the topics say
 */
public record InstagramEvidence(
        List<Line> lines,
        List<EventId> typed,
        List<Ordered> ordered,
        List<Answer> answers,
        Album album,
        Recorded recorded) {

    /** What there is now. */
    public static InstagramEvidence of(Studio studio, Audience audience, Operator operator) {
        return new InstagramEvidence(
                audience.lines(),
                audience.typed(),
                operator.ordered(),
                Shown.answers(studio, audience),
                Album.of(studio),
                Recorded.read(studio.servers().kafka()));
    }

    /** Whatever was written or ordered, for each who must have heard it; echoes come back, too. */
    public Set<Heard> heard() {
        Set<Heard> heard = new HashSet<>();
        for (Line line : lines) {
            line.heardBy().forEach(by -> heard.add(new Heard(line.event(), by)));
        }
        ordered.forEach(one -> heard.add(new Heard(one.event(), one.account())));
        for (Event event : recorded.events()) {
            if (event instanceof Event.Said said) {
                said.heardBy().forEach(by -> heard.add(new Heard(said.id(), by.account())));
            }
        }
        return heard;
    }

    /** The outcomes of each event for each who heard it. */
    public Map<Heard, List<Outcome>> outcomes() {
        return recorded.outcomes().stream()
                .collect(groupingBy(it -> new Heard(it.event(), it.account())));
    }

    /** What was written or ordered and has no outcome yet. */
    public Set<Heard> undecided() {
        Set<Heard> undecided = heard();
        undecided.removeAll(outcomes().keySet());
        return undecided;
    }

    /** Own words, humans' words among them, of which nobody has told us yet. */
    public Set<EventId> unheard() {
        Set<EventId> told =
                recorded.said().stream().map(Event.Said::id).collect(Collectors.toSet());
        Set<EventId> unheard = new HashSet<>(typed);
        answers.stream().filter(Answer::echoed).forEach(answer -> unheard.add(answer.event()));
        unheard.removeAll(told);
        return unheard;
    }

    /** Orders of which nothing is published. */
    public List<Ordered> unpublished() {
        return ordered.stream().filter(order -> album.of(order).isEmpty()).toList();
    }

    /** What the topics say became of something, for whoever looks for why. */
    public String explained(EventId event, AccountId account) {
        return event
                + " heard "
                + recorded.said().stream()
                        .filter(it -> it.id().equals(event))
                        .map(Event.Said::heardBy)
                        .toList()
                + ", outcomes "
                + outcomes().getOrDefault(new Heard(event, account), List.of());
    }
}
