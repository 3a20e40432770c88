package dev.carrier.pipeline.state;

import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a policy says of one place: the narrowest rule wins, field by field. */
public final class WaysHere {
    private WaysHere() {}

    /** The ways that hold in this place. */
    public static Policy.Ways of(Policy policy, Place place) {
        List<Policy.Rule> rules = new ArrayList<>();
        for (String scope : scopes(place)) {
            policy.rules().stream().filter(rule -> rule.in().equals(scope)).forEach(rules::add);
        }
        Policy.Ways defaults = policy.defaults();
        return new Policy.Ways(
                defaults.guilds(),
                narrowest(rules, Policy.Rule::dms).orElse(defaults.dms()),
                narrowest(rules, Policy.Rule::answer).orElse(defaults.answer()),
                narrowest(rules, Policy.Rule::names).orElse(defaults.names()),
                defaults.bots(),
                narrowest(rules, Policy.Rule::gather).orElse(defaults.gather()),
                narrowest(rules, Policy.Rule::remember).orElse(defaults.remember()),
                narrowest(rules, Policy.Rule::deadline).orElse(defaults.deadline()),
                narrowest(rules, Policy.Rule::catchUp).orElse(defaults.catchUp()),
                narrowest(rules, Policy.Rule::onFailure).or(defaults::onFailure),
                narrowest(rules, Policy.Rule::prompt).or(defaults::prompt),
                narrowest(rules, Policy.Rule::model).or(defaults::model));
    }

    private static <T> Optional<T> narrowest(
            List<Policy.Rule> rules, Function<Policy.Rule, Optional<T>> field) {
        return rules.stream().map(field).flatMap(Optional::stream).findFirst();
    }

    private static List<String> scopes(Place place) {
        List<String> scopes = new ArrayList<>();
        if (place.kind() == PlaceKind.THREAD) {
            scopes.add(place.platform() + ":thread:" + place.channel());
        }
        scopes.add(place.platform() + ":channel:" + place.channel());
        place.parent().ifPresent(parent -> scopes.add(place.platform() + ":channel:" + parent));
        place.category().ifPresent(one -> scopes.add(place.platform() + ":category:" + one));
        place.guild().ifPresent(guild -> scopes.add(place.platform() + ":guild:" + guild));
        return scopes;
    }
}
