package dev.carrier.runtime.settings;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Admitted;
import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the policy: what the settings decide, with the characters that were loaded. Pure. */
public final class PolicyMaker {
    private static final Policy.Cooldown NONE = new Policy.Cooldown(Duration.ZERO, Duration.ZERO);

    private PolicyMaker() {}

    /** A character that was loaded for an account: its name as people call it, and its version. */
    public record Player(String name, CharacterHash hash) {}

    /**
     * The policy of these settings. Equal settings and characters give an equal hash, in whatever
     * order they were written; but for the rules of roles, whose order decides.
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
                model(settings, "spare"),
                Optional.of(admitted(settings)).filter(one -> !one.equals(Admitted.NOBODY)),
                Optional.of(ways.humanPause()).filter(one -> !one.equals(Policy.HUMAN_PAUSE)));
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
                botTalk(ways.bots()).with().isEmpty() ? "never" : "some",
                gather(ways.gather()),
                ways.remember(),
                ways.deadline(),
                ways.catchUp(),
                ways.onFailure().react(),
                ways.prompt(),
                ways.model(),
                Optional.of(cooldown(ways.cooldown())).filter(one -> !one.equals(NONE)),
                Optional.of(true).filter(_ -> ways.thread()),
                Optional.of(botTalk(ways.bots())).filter(talk -> !talk.with().isEmpty()));
    }

    /** Who pays is let in without having to be listed. */
    private static Admitted admitted(Settings settings) {
        List<PersonId> listed = new ArrayList<>(settings.policy().defaults().dmAllow());
        listed.addAll(settings.limits().owners());
        return new Admitted(listed, List.of(), false);
    }

    private static Policy.Cooldown cooldown(PolicySettings.Cooldown cooldown) {
        return new Policy.Cooldown(cooldown.person(), cooldown.place());
    }

    private static Policy.Gather gather(PolicySettings.Gather gather) {
        return new Policy.Gather(gather.quiet(), gather.atMost(), gather.whileTyping());
    }

    private static List<Policy.Rule> rules(List<PolicySettings.Rule> written) {
        List<Policy.Rule> rules = new ArrayList<>();
        written.forEach(rule -> rules.add(rule(RulePlace.normal(rule.in()), rule)));
        // Of places no two fit alike. Of roles the first that an author has wins, so their order
        // counts.
        rules.sort(
                Comparator.comparingInt((Policy.Rule rule) -> RulePlace.width(rule.in()))
                        .thenComparing(rule -> RulePlace.role(rule.in()) ? "" : rule.in()));
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
                rule.model(),
                rule.cooldown().map(PolicyMaker::cooldown),
                rule.thread(),
                rule.bots().map(PolicyMaker::botTalk));
    }

    private static Policy.BotTalk botTalk(PolicySettings.Bots bots) {
        return new Policy.BotTalk(
                BotsWritten.allowed(bots.allow()),
                bots.turns(),
                bots.every(),
                bots.withoutPeople());
    }
}
