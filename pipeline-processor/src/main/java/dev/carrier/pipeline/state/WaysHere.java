package dev.carrier.pipeline.state;

import dev.carrier.contracts.Author;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a policy says of one place: the narrowest rule wins, field by field. Of somebody who writes
 * there the rules of their roles say more, the first in the policy that says it; but where the rule
 * of a place says that nobody is answered, that holds for everybody.
 */
public final class WaysHere {
    /** More than this many rules of roles are not looked at for one person: state stays small. */
    private static final int MOST_ROLES = 8;

    private WaysHere() {}

    /** The ways that hold in this place. */
    public static Policy.Ways of(Policy policy, Place place) {
        return of(policy, place, List.of());
    }

    /**
     * The ways that hold in this place for somebody.
     *
     * @param roles ids, those of them of which the policy has rules
     */
    public static Policy.Ways of(Policy policy, Place place, Collection<String> roles) {
        List<Policy.Rule> here = ofPlace(policy, place);
        List<Policy.Rule> theirs = ofRoles(policy, place, roles);
        Policy.Ways defaults = policy.defaults();
        return new Policy.Ways(
                defaults.guilds(),
                first(here, Policy.Rule::dms).orElse(defaults.dms()),
                answer(here, theirs).orElse(defaults.answer()),
                first(here, Policy.Rule::names).orElse(defaults.names()),
                defaults.bots(),
                first(here, Policy.Rule::gather).orElse(defaults.gather()),
                first(here, Policy.Rule::remember).orElse(defaults.remember()),
                first(here, Policy.Rule::deadline).orElse(defaults.deadline()),
                first(here, Policy.Rule::catchUp).orElse(defaults.catchUp()),
                first(here, Policy.Rule::onFailure).or(defaults::onFailure),
                both(
                        first(here, Policy.Rule::prompt).or(defaults::prompt),
                        first(theirs, Policy.Rule::prompt)),
                first(theirs, Policy.Rule::model)
                        .or(() -> first(here, Policy.Rule::model))
                        .or(defaults::model),
                first(theirs, Policy.Rule::cooldown)
                        .or(() -> first(here, Policy.Rule::cooldown))
                        .or(defaults::cooldown),
                first(here, Policy.Rule::thread).or(defaults::thread),
                first(here, Policy.Rule::botTalk).or(defaults::botTalk));
    }

    /**
     * The ways of a turn that answers several people. What a role says of prompt and model holds
     * only where it is the same for all of them: nobody profits from who wrote in the same second.
     *
     * @param each the roles of each
     */
    static Policy.Ways together(
            Policy policy, Place place, Collection<? extends Collection<String>> each) {
        Set<Spoken> spoken = new HashSet<>();
        each.forEach(roles -> spoken.add(Spoken.of(of(policy, place, roles))));
        return spoken.size() == 1 ? of(policy, place, each.iterator().next()) : of(policy, place);
    }

    /** How it is answered: what a turn takes from its ways beside its times. */
    private record Spoken(Optional<String> prompt, Optional<String> model) {
        static Spoken of(Policy.Ways ways) {
            return new Spoken(ways.prompt(), ways.model());
        }
    }

    /** The roles of an author of which the policy has rules; none in a DM, where nobody has any. */
    static List<String> roles(Policy policy, Place place, Author author) {
        return ofRoles(policy, place, author.roles()).stream()
                .map(rule -> rule.in().substring(role(place, "").length()))
                .limit(MOST_ROLES)
                .toList();
    }

    /** Which rules say something here for somebody of these roles: those of places come first. */
    static List<String> rules(Policy policy, Place place, Collection<String> roles) {
        List<Policy.Rule> rules = ofPlace(policy, place);
        rules.addAll(ofRoles(policy, place, roles));
        return rules.stream().map(Policy.Rule::in).toList();
    }

    private static Optional<Policy.Answer> answer(
            List<Policy.Rule> here, List<Policy.Rule> theirs) {
        Optional<Policy.Answer> place = first(here, Policy.Rule::answer);
        boolean silent =
                place.filter(one -> one == Policy.Answer.NEVER || one == Policy.Answer.LISTEN)
                        .isPresent();
        return silent ? place : first(theirs, Policy.Rule::answer).or(() -> place);
    }

    private static Optional<String> both(Optional<String> ofPlace, Optional<String> ofRole) {
        return ofPlace.isPresent() && ofRole.isPresent()
                ? Optional.of(ofPlace.get() + "\n" + ofRole.get())
                : ofRole.or(() -> ofPlace);
    }

    private static <T> Optional<T> first(
            List<Policy.Rule> rules, Function<Policy.Rule, Optional<T>> field) {
        return rules.stream().map(field).flatMap(Optional::stream).findFirst();
    }

    private static List<Policy.Rule> ofPlace(Policy policy, Place place) {
        List<Policy.Rule> rules = new ArrayList<>();
        for (String scope : scopes(place)) {
            policy.rules().stream().filter(rule -> rule.in().equals(scope)).forEach(rules::add);
        }
        return rules;
    }

    /** In the order of the policy. */
    private static List<Policy.Rule> ofRoles(Policy policy, Place place, Collection<String> roles) {
        return roles.isEmpty()
                ? List.of()
                : policy.rules().stream()
                        .filter(rule ->
                                roles.stream().anyMatch(one -> rule.in().equals(role(place, one))))
                        .toList();
    }

    private static String role(Place place, String id) {
        return place.platform() + ":role:" + id;
    }

    private static List<String> scopes(Place place) {
        List<String> scopes = new ArrayList<>();
        // The comments under a comment are to their post what a thread is to its channel.
        if (place.kind() == PlaceKind.THREAD || place.kind() == PlaceKind.COMMENTS) {
            scopes.add(place.platform() + ":thread:" + place.channel());
        }
        scopes.add(place.platform() + ":channel:" + place.channel());
        place.parent().ifPresent(parent -> scopes.add(place.platform() + ":channel:" + parent));
        place.category().ifPresent(one -> scopes.add(place.platform() + ":category:" + one));
        place.guild().ifPresent(guild -> scopes.add(place.platform() + ":guild:" + guild));
        return scopes;
    }
}
