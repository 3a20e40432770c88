package dev.carrier.runtime.settings;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the policy: what the settings decide, with the characters that were loaded. Pure. */
public final class PolicyMaker {
    private PolicyMaker() {}

    /** A character that was loaded for an account: its name as people call it, and its version. */
    public record Player(String name, CharacterHash hash) {}

    /**
     * The policy of these settings. Equal settings and characters give an equal hash, in whatever
     * order they were written.
     *
     * @param players of each account; an account without one is not in the cast
     */
    public static Policy make(Settings settings, Map<AccountId, Player> players) {
        PolicySettings.Ways ways = settings.policy().defaults();
        TreeMap<AccountId, Policy.Cast> cast = new TreeMap<>();
        settings.accounts()
                .forEach((id, account) -> {
                    Player player = players.get(id);
                    if (player != null) {
                        cast.put(
                                id,
                                new Policy.Cast(
                                        account.platform(),
                                        player.name(),
                                        player.hash(),
                                        account.model()));
                    }
                });
        return new Policy(
                defaults(ways),
                rules(settings.policy().rules()),
                cast,
                new TreeSet<>(),
                new Policy.Window(
                        settings.memory().window().messages(),
                        settings.memory().window().bytes().bytes()),
                settings.limits().atTheCap(),
                model(settings, "small"),
                model(settings, "spare"));
    }

    private static Optional<String> model(Settings settings, String name) {
        return settings.models().containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    private static Policy.Ways defaults(PolicySettings.Ways ways) {
        return new Policy.Ways(
                ways.guilds().stream().map(String::strip).sorted().toList(),
                ways.dms(),
                ways.answer(),
                ways.names(),
                "never",
                gather(ways.gather()),
                ways.remember(),
                ways.deadline(),
                ways.catchUp(),
                ways.onFailure().react(),
                ways.prompt(),
                ways.model());
    }

    private static Policy.Gather gather(PolicySettings.Gather gather) {
        return new Policy.Gather(gather.quiet(), gather.atMost(), gather.whileTyping());
    }

    private static List<Policy.Rule> rules(List<PolicySettings.Rule> written) {
        List<Policy.Rule> rules = new ArrayList<>();
        written.forEach(rule -> rules.add(rule(RulePlace.normal(rule.in()), rule)));
        rules.sort(
                Comparator.comparingInt((Policy.Rule rule) -> RulePlace.width(rule.in()))
                        .thenComparing(Policy.Rule::in));
        return rules;
    }

    private static Policy.Rule rule(String in, PolicySettings.Rule rule) {
        return new Policy.Rule(
                in,
                rule.dms(),
                rule.answer(),
                rule.names(),
                rule.gather().map(PolicyMaker::gather),
                rule.remember(),
                rule.deadline(),
                rule.catchUp(),
                rule.onFailure().flatMap(PolicySettings.OnFailure::react),
                rule.prompt(),
                rule.model());
    }
}
