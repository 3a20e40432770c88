package dev.carrier.cli.chat;

import dev.carrier.cli.run.FreePorts;
import dev.carrier.cli.town.Town;
import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.settings.AccountSettings;
import dev.carrier.runtime.settings.LimitSettings;
import dev.carrier.runtime.settings.ModelSettings;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of a chat: the sandbox's, on free ports and data of its own. Of the operator's only
 * models, money, time zone and log are taken: no real account and no real server is touched.
 */
final class ChatSettings {
    private ChatSettings() {}

    static Settings of(Town town, Path data, Settings operator, Optional<String> model) {
        Map<String, String> own = new HashMap<>(town.settings());
        own.putAll(FreePorts.settings());
        own.put("data", data.toString());
        own.put("policy.default.gather.quiet", "400ms");
        own.put("policy.default.dms", "everyone");
        // One person in one place, who pays: only calls and money are counted.
        own.put("limits.perPerson.turns", "100000");
        own.put("limits.perConversation.turns", "100000");
        Settings played = SettingsLoader.parse("", town.environment(Map.of()), own).settings();
        SortedMap<String, ModelSettings> models = new TreeMap<>(played.models());
        models.putAll(operator.models());
        if (model.isEmpty()) {
            // The sandbox's own goes by a name that the operator may have used too.
            models.putAll(played.models());
        }
        Map<String, String> unset = new HashMap<>(played.unset());
        operator.unset()
                .forEach((path, variable) -> {
                    if (path.startsWith("models.")) {
                        unset.put(path, variable);
                    }
                });
        return new Settings(
                played.version(),
                operator.timezone(),
                played.data(),
                models,
                accounts(played, model),
                played.policy(),
                limits(played.limits(), operator.limits()),
                played.memory(),
                played.kafka(),
                played.redis(),
                played.http(),
                operator.log(),
                operator.traces(),
                played.platforms(),
                played.media(),
                played.key(),
                unset);
    }

    private static SortedMap<AccountId, AccountSettings> accounts(
            Settings played, Optional<String> model) {
        SortedMap<AccountId, AccountSettings> accounts = new TreeMap<>();
        played.accounts()
                .forEach((id, account) ->
                        accounts.put(
                                id,
                                new AccountSettings(
                                        account.platform(),
                                        account.character(),
                                        account.token(),
                                        model.orElse(account.model()),
                                        account.shards())));
        return accounts;
    }

    private static LimitSettings limits(LimitSettings played, LimitSettings operator) {
        return new LimitSettings(
                played.perPerson(),
                played.perConversation(),
                operator.perCharacter(),
                operator.atTheCap(),
                played.owners());
    }
}
