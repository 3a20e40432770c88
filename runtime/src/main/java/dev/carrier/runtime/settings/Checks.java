package dev.carrier.runtime.settings;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Policy.AtTheCap;
import dev.carrier.runtime.Nearest;
import dev.carrier.runtime.SetupProblem;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between values, or of a value beyond its type. Names the line where it can. */
final class Checks {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Set<String> PLATFORMS = Set.of("discord", "instagram");

    private final Settings settings;
    private final Node tree;

    private Checks(Settings settings, Node tree) {
        this.settings = settings;
        this.tree = tree;
    }

    /**
     * @throws SetupProblem naming the first that does not hold
     */
    static void check(Settings settings, Node tree) {
        Checks checks = new Checks(settings, tree);
        checks.numbers();
        checks.ports();
        checks.models();
        checks.accounts();
        ShardChecks.check(settings, checks::require);
        checks.rules();
        checks.hosts();
        InstagramChecks.check(settings, checks::require);
        checks.bots("policy.default.bots", settings.policy().defaults().bots());
    }

    private void hosts() {
        positive("policy.default.humanPause", settings.policy().defaults().humanPause());
        for (URI host : settings.platforms().discord().files()) {
            require(
                    "https".equals(host.getScheme()) || "http".equals(host.getScheme()),
                    "platforms.discord.files",
                    "must be hosts like https://cdn.discordapp.com");
        }
    }

    private void numbers() {
        require(settings.version() == 1, "version", "must be 1, the only shape there is");
        require(settings.kafka().partitions() > 0, "kafka.partitions", "must be 1 or more");
        positive("kafka.retention", settings.kafka().retention());
        positive("memory.keep", settings.memory().keep());
        positive("policy.default.deadline", settings.policy().defaults().deadline());
        positive("limits.perPerson.every", settings.limits().perPerson().every());
        positive("limits.perConversation.every", settings.limits().perConversation().every());
        positive("limits.perCharacter.every", settings.limits().perCharacter().every());
        var catchUp = settings.platforms().discord().catchUp();
        require(catchUp.messages() > 0, "platforms.discord.catchUp.messages", "must be 1 or more");
        positive("platforms.discord.catchUp.within", catchUp.within());
        require(
                settings.platforms().discord().requestsPerSecond() > 0,
                "platforms.discord.requestsPerSecond",
                "must be 1 or more; Discord allows every bot 50");
        require(
                settings.memory().window().messages() > 0,
                "memory.window.messages",
                "must be 1 or more");
        var gather = settings.policy().defaults().gather();
        require(
                gather.quiet().compareTo(gather.atMost()) <= 0,
                "policy.default.gather.quiet",
                "must not be longer than atMost");
    }

    private void ports() {
        var http = settings.http();
        Map<Integer, String> taken = new HashMap<>();
        for (var port :
                List.of(
                        Map.entry("http.ui", http.ui()),
                        Map.entry("http.health", http.health()),
                        Map.entry("http.webhook", http.webhook()),
                        Map.entry("http.sandbox", http.sandbox()),
                        Map.entry("http.memory", http.memory()),
                        Map.entry("kafka.port", settings.kafka().port()),
                        Map.entry("redis.port", settings.redis().port()))) {
            require(
                    port.getValue() >= 0 && port.getValue() <= 65535,
                    port.getKey(),
                    "must be a port from 0 to 65535");
            String other = port.getValue() == 0 ? null : taken.put(port.getValue(), port.getKey());
            require(other == null, port.getKey(), "is the same port as " + other);
        }
    }

    private void models() {
        settings.models()
                .forEach((name, model) -> {
                    String path = "models." + name;
                    positive(path + ".timeout", model.timeout());
                    require(model.concurrency() > 0, path + ".concurrency", "must be 1 or more");
                    for (String other : model.fallback()) {
                        require(!other.equals(name), path + ".fallback", "names itself");
                        known(other, path + ".fallback");
                    }
                });
        settings.policy().defaults().model().ifPresent(name -> known(name, "policy.default.model"));
        require(
                settings.limits().atTheCap() != AtTheCap.SPARE
                        || settings.models().containsKey("spare"),
                "limits.atTheCap",
                "is spare, but there is no models.spare");
    }

    private void accounts() {
        List<String> tokens = new ArrayList<>();
        for (Map.Entry<AccountId, AccountSettings> entry : settings.accounts().entrySet()) {
            String path = "accounts." + entry.getKey();
            AccountSettings account = entry.getValue();
            require(
                    entry.getKey().value().matches("[A-Za-z0-9_-]{1,40}"),
                    path,
                    "must have a name of letters, digits, - and _");
            require(
                    PLATFORMS.contains(account.platform()),
                    path + ".platform",
                    "must be discord or instagram");
            known(account.model(), path + ".model");
            account.token()
                    .given()
                    .ifPresent(token -> {
                        require(
                                !tokens.contains(token),
                                path + ".token",
                                "is the token of another account too; every account needs its own");
                        tokens.add(token);
                    });
        }
        List<String> names = settings.accounts().keySet().stream().map(AccountId::value).toList();
        for (String name : settings.platforms().discord().heard()) {
            require(
                    names.contains(name),
                    "platforms.discord.accounts",
                    "names the account '%s', which is not in accounts%s"
                            .formatted(name, Nearest.hint(name, names)));
        }
    }

    private void rules() {
        Map<String, String> places = new HashMap<>();
        List<PolicySettings.Rule> rules = settings.policy().rules();
        for (int i = 0; i < rules.size(); i++) {
            PolicySettings.Rule rule = rules.get(i);
            String path = "policy.rules[" + i + "]";
            String in = path + ".in";
            String place = RulePlace.read(rule.in()).orElse("");
            require(!place.isEmpty(), in, RuleKeys.WHERE);
            String other = places.put(place, in);
            String what = RulePlace.role(place) ? "role" : "place";
            require(
                    other == null,
                    in,
                    "is the " + what + " of " + other + " too; make them one rule");
            RuleKeys.senseless(place, rule)
                    .ifPresent(key -> require(false, path + "." + key.name(), key.why()));
            rule.model().ifPresent(name -> known(name, path + ".model"));
            rule.cooldown().ifPresent(cooldown -> cooldown(cooldown, path + ".cooldown"));
            rule.bots().ifPresent(bots -> bots(path + ".bots", bots));
        }
        cooldown(settings.policy().defaults().cooldown(), "policy.default.cooldown");
    }

    /** A conversation forgets who was answered when nothing happened in it for two days. */
    private void cooldown(PolicySettings.Cooldown cooldown, String path) {
        require(cooldown.person().compareTo(A_DAY) <= 0, path + ".person", "must be 24h at most");
        require(cooldown.place().compareTo(A_DAY) <= 0, path + ".place", "must be 24h at most");
    }

    private void bots(String path, PolicySettings.Bots bots) {
        BotsWritten.problem(bots.allow())
                .ifPresent(problem -> require(false, path + ".allow", problem));
        // The state of a conversation remembers each of these turns, and is small.
        require(
                bots.turns() >= 1 && bots.turns() <= 20,
                path + ".turns",
                "must be 1 to 20; to answer no bots write bots: never");
        positive(path + ".every", bots.every());
        positive(path + ".withoutPeople", bots.withoutPeople());
    }

    private void known(String model, String path) {
        require(
                model.isEmpty() || settings.models().containsKey(model),
                path,
                "names the model '%s', which is not in models%s"
                        .formatted(model, Nearest.hint(model, settings.models().keySet())));
    }

    private void positive(String path, Duration span) {
        require(!span.isZero() && !span.isNegative(), path, "must be longer than nothing");
    }

    private void require(boolean holds, String path, String otherwise) {
        if (!holds) {
            throw new SetupProblem(at(path) + path + " " + otherwise);
        }
    }

    /** {@code carrier.yaml:12: }, or nothing where the value is a default. */
    private String at(String path) {
        Node node = tree;
        for (String key : path.split("\\.|\\[|]\\.?")) {
            Node next =
                    switch (node) {
                        case Node.Keys keys -> keys.nodes().get(key);
                        case Node.Items items -> items.nodes().get(Integer.parseInt(key));
                        case Node.Scalar _ -> null;
                    };
            if (next == null) {
                break;
            }
            node = next;
        }
        return node.at() instanceof Origin.Default ? "" : node.at() + ": ";
    }
}
