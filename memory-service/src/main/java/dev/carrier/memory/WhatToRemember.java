package dev.carrier.memory;

import dev.carrier.contracts.Admitted;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Policy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which messages an account remembers, by the policy in force: all, none, or those that were said
 * to it (a DM, a mention, a reply, its name) and what it said itself. Where nobody is answered, and
 * of whom nothing is heard, nothing is remembered either. Thread-safe.
 */
final class WhatToRemember {
    /** From narrow to wide: the first rule that says something wins. */
    private static final List<String> NARROW_TO_WIDE =
            List.of("thread", "channel", "category", "guild");

    private final Supplier<Optional<Policy>> inForce;

    WhatToRemember(Supplier<Optional<Policy>> inForce) {
        this.inForce = inForce;
    }

    boolean remembers(Event.Said said, Hearing hearing) {
        Optional<Policy> policy = inForce.get();
        if (!hearing.self() && policy.filter(one -> !concerns(one, said)).isPresent()) {
            return false;
        }
        return switch (policy.map(p -> wanted(p, said)).orElse(Policy.Remember.ADDRESSED)) {
            case ALL -> true;
            case NOTHING -> false;
            case ADDRESSED ->
                    hearing.self()
                            || said.in().kind() == PlaceKind.DM
                            || !hearing.address().isEmpty()
                            || policy.filter(p -> named(p, said, hearing)).isPresent();
        };
    }

    private static boolean named(Policy policy, Event.Said said, Hearing hearing) {
        Policy.Cast cast = policy.cast().get(hearing.account());
        return cast != null
                && said.text()
                        .toLowerCase(Locale.ROOT)
                        .contains(cast.name().toLowerCase(Locale.ROOT));
    }

    /** What is said there, and by this author, is none of a character's business. */
    private static boolean concerns(Policy policy, Event.Said said) {
        if (said.in().kind() == PlaceKind.DM) {
            return admits(policy, said);
        }
        Optional<Policy.Answer> here = ofPlace(policy, said, Policy.Rule::answer);
        boolean silent =
                here.filter(one -> one == Policy.Answer.NEVER || one == Policy.Answer.LISTEN)
                        .isPresent();
        Optional<Policy.Answer> theirs = silent ? Optional.empty() : ofRole(policy, said);
        return theirs.or(() -> here).orElse(policy.defaults().answer()) != Policy.Answer.NEVER;
    }

    /** A stranger who may become a friend is a stranger until then. */
    private static boolean admits(Policy policy, Event.Said said) {
        Admitted admitted = policy.admitted().orElse(Admitted.NOBODY);
        boolean listed = admitted.listed().contains(said.by().person());
        return switch (ofPlace(policy, said, Policy.Rule::dms).orElse(policy.defaults().dms())) {
            case MEMBERS, EVERYONE -> true;
            case PAIRING -> listed || admitted.paired().contains(said.by().person());
            case NOBODY -> listed;
        };
    }

    private static Optional<Policy.Answer> ofRole(Policy policy, Event.Said said) {
        return policy.rules().stream()
                .filter(rule ->
                        said.by().roles().stream()
                                .anyMatch(role ->
                                        rule.in().equals(said.in().platform() + ":role:" + role)))
                .flatMap(rule -> rule.answer().stream())
                .findFirst();
    }

    private static Policy.Remember wanted(Policy policy, Event.Said said) {
        return ofPlace(policy, said, Policy.Rule::remember).orElse(policy.defaults().remember());
    }

    private static <T> Optional<T> ofPlace(
            Policy policy, Event.Said said, Function<Policy.Rule, Optional<T>> field) {
        return NARROW_TO_WIDE.stream()
                .flatMap(level -> id(said, level).stream())
                .flatMap(id -> policy.rules().stream().filter(rule -> rule.in().equals(id)))
                .flatMap(rule -> field.apply(rule).stream())
                .findFirst();
    }

    private static Optional<String> id(Event.Said said, String level) {
        var in = said.in();
        Optional<String> id =
                switch (level) {
                    case "thread" -> narrow(in) ? Optional.of(in.channel()) : Optional.empty();
                    case "channel" -> narrow(in) ? in.parent() : Optional.of(in.channel());
                    case "category" -> in.category();
                    default -> in.guild();
                };
        return id.map(value -> in.platform() + ":" + level + ":" + value);
    }

    /** A thread of a channel, or the comments under a comment of a post. */
    private static boolean narrow(Place in) {
        return in.kind() == PlaceKind.THREAD || in.kind() == PlaceKind.COMMENTS;
    }
}
