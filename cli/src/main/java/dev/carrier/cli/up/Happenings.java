package dev.carrier.cli.up;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.JournalRecord;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Topics;
import dev.carrier.contracts.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the topics tell, in a line each: how turns ended and what took the time, and where and why
 * nobody spoke. Reads no clock; one thread.
 */
final class Happenings {
    private static final int KEPT = 10_000;

    /** Nobody wonders that these are not answered. */
    private static final Set<String> OF_COURSE =
            Set.of("own message", "bot", "bot: no literal mention", "webhook", "system", "noted");

    /** Why the others are silent where one speaks. */
    private static final Set<String> LEFT_TO_ANOTHER =
            Set.of("not addressed", "addressed to another", "left to another");

    private final int accounts;
    private final Map<TurnId, Thinking> turns = bounded();
    private final Map<ConversationId, String> places = bounded();
    private final Silences silences = new Silences();

    /**
     * @param accounts how many there are; one need not be named in each line
     */
    Happenings(int accounts) {
        this.accounts = accounts;
    }

    /**
     * What a turn has thought until now.
     *
     * @param said when the last message was said that it answers
     * @param micros what it cost, in millionths
     */
    private record Thinking(
            String where, Instant said, Instant askedAt, boolean done, long millis, long micros) {}

    /** Learns where a conversation is. */
    void heard(Event event) {
        switch (event) {
            case Event.Said said -> at(said.in());
            case Event.Edited edited -> at(edited.in());
            case Event.Deleted deleted -> at(deleted.in());
            case Event.Reacted reacted -> at(reacted.in());
            case Event.Typed typed -> at(typed.in());
            case Event.Commanded command -> at(command.in());
            case Event.Read read -> at(read.in());
            case Event.PostOrdered order -> at(order.in());
            case Event.SayOrdered order -> at(order.in());
            case Event.ModerationOrdered order -> at(order.in());
            case Event.Unknown _ -> {}
        }
    }

    /** A turn asks a model; what it asked first is when gathering ended. */
    void asked(Step.Think think) {
        at(think.in());
        turns.putIfAbsent(
                think.turn(),
                new Thinking(name(think.in()), newest(think), think.askedAt(), false, 0, 0));
    }

    /** A model has answered. */
    void thought(Result.Thought thought) {
        turns.computeIfPresent(
                thought.turn(),
                (_, before) ->
                        new Thinking(
                                before.where(),
                                before.said(),
                                before.askedAt(),
                                true,
                                before.millis() + thought.tookMillis(),
                                before.micros() + thought.usage().costMicros()));
    }

    /** The lines of an entry of the journal. */
    List<Line> decided(JournalRecord.Entry entry) {
        List<Line> lines = new ArrayList<>();
        Set<TurnId> shown = new HashSet<>();
        SortedMap<String, SortedSet<AccountId>> silent = new TreeMap<>();
        for (Outcome outcome : entry.outcomes()) {
            Optional<TurnId> turn = outcome.turn();
            if (turn.isPresent()) {
                if (shown.add(turn.get())) {
                    lines.add(new Line(entry.handledAt(), turn(entry, outcome, turn.get())));
                }
            } else if (outcome.kind() != OutcomeKind.IGNORED) {
                lines.add(
                        new Line(
                                entry.handledAt(),
                                where(entry.in()) + "  " + how(outcome) + why(outcome)));
            } else if (isTold(entry, outcome.reason())) {
                silent.computeIfAbsent(outcome.reason(), _ -> new TreeSet<>())
                        .add(outcome.account());
            }
        }
        silent.forEach((reason, who) ->
                silences.told(
                                where(entry.in()) + "  " + who(who) + "silent  " + reason,
                                entry.handledAt())
                        .ifPresent(text -> lines.add(new Line(entry.handledAt(), text))));
        return lines;
    }

    /** What is told together because it came together. */
    List<Line> due(Instant now) {
        return silences.due(now).stream().map(text -> new Line(now, text)).toList();
    }

    /** One line, and its time. */
    record Line(Instant at, String text) {}

    private String turn(JournalRecord.Entry entry, Outcome outcome, TurnId id) {
        Thinking turn = turns.remove(id);
        if (turn == null) {
            return where(entry.in()) + "  " + how(outcome) + why(outcome);
        }
        if (!turn.done()) {
            return turn.where() + "  " + how(outcome) + why(outcome);
        }
        double whole = seconds(Duration.between(turn.said(), entry.handledAt()));
        double gather = seconds(Duration.between(turn.said(), turn.askedAt()));
        double model = turn.millis() / 1000.0;
        return String.format(
                Locale.ROOT,
                "%s  %s  %.1f s (gather %.1f, model %.1f, carrier %.2f)%s%s",
                turn.where(),
                how(outcome),
                whole,
                gather,
                model,
                Math.max(0, whole - gather - model),
                money(turn.micros()),
                why(outcome));
    }

    private static boolean isTold(JournalRecord.Entry entry, String reason) {
        boolean somebodySpeaks =
                entry.outputs().stream()
                        .anyMatch(output -> output.topic().equals(Topics.STEPS.name()));
        return !OF_COURSE.contains(reason) && !(somebodySpeaks && LEFT_TO_ANOTHER.contains(reason));
    }

    private String how(Outcome outcome) {
        String how =
                switch (outcome.kind()) {
                    case REPLIED -> isOrdered(outcome) ? "done" : "replied";
                    case IGNORED -> "silent";
                    case FAILED -> "failed";
                };
        return (accounts > 1 ? outcome.account() + " " : "") + how;
    }

    private static String why(Outcome outcome) {
        return outcome.kind() == OutcomeKind.REPLIED && !isOrdered(outcome)
                ? ""
                : "  " + outcome.reason();
    }

    /** An operator wanted it: what it was says more than that it was done. */
    private static boolean isOrdered(Outcome outcome) {
        return outcome.reason().startsWith("ordered: ")
                || outcome.reason().startsWith("published ");
    }

    /** Who, unless it is everybody. */
    private String who(SortedSet<AccountId> silent) {
        return silent.size() == accounts
                ? ""
                : silent.stream().map(AccountId::value).collect(Collectors.joining(", ", "", " "));
    }

    private void at(Place place) {
        places.put(place.conversation(), name(place));
    }

    private String where(ConversationId in) {
        return places.getOrDefault(in, in.value());
    }

    private static String name(Place place) {
        String guild = place.guildName().or(place::guild).orElse("");
        return switch (place.kind()) {
            case DM -> "DM";
            case COMMENTS -> guild + "/comments";
            case PUBLISHING -> guild + "/publishing";
            case CHANNEL, THREAD ->
                    guild.isEmpty() ? "DM" : guild + "/#" + place.name().orElse("?");
        };
    }

    private static Instant newest(Step.Think think) {
        EventId last = think.triggers().getLast();
        return think.window().stream()
                .filter(line -> line.id().equals(last))
                .map(line -> line.at())
                .findFirst()
                .orElse(think.askedAt());
    }

    private static String money(long micros) {
        if (micros == 0) {
            // Free, or of a model whose price nobody wrote down.
            return "";
        }
        return micros < 1000 ? "  < 0.001" : String.format(Locale.ROOT, "  %.3f", micros / 1e6);
    }

    private static double seconds(Duration took) {
        return took.toMillis() / 1000.0;
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KEPT;
            }
        };
    }
}
