package dev.carrier.memory;

import dev.carrier.contracts.Event;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Policy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which messages an account remembers, by the policy in force: all, none, or those that were said
 * to it (a DM, a mention, a reply, its name) and what it said itself. Thread-safe.
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

    private static Policy.Remember wanted(Policy policy, Event.Said said) {
        for (String level : NARROW_TO_WIDE) {
            Optional<Policy.Remember> found =
                    id(said, level)
                            .flatMap(id ->
                                    policy.rules().stream()
                                            .filter(rule -> rule.in().equals(id))
                                            .flatMap(rule -> rule.remember().stream())
                                            .findFirst());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return policy.defaults().remember();
    }

    private static Optional<String> id(Event.Said said, String level) {
        var in = said.in();
        Optional<String> id =
                switch (level) {
                    case "thread" ->
                            in.kind() == PlaceKind.THREAD
                                    ? Optional.of(in.channel())
                                    : Optional.empty();
                    case "channel" ->
                            in.kind() == PlaceKind.THREAD ? in.parent() : Optional.of(in.channel());
                    case "category" -> in.category();
                    default -> in.guild();
                };
        return id.map(value -> in.platform() + ":" + level + ":" + value);
    }
}
