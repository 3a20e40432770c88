package dev.carrier.runtime.settings;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.Nearest;
import dev.carrier.runtime.SetupProblem;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;

/**
 * The settings, whole: {@code carrier.yaml} over the defaults. Immutable.
 *
 * @param version of the file's shape: 1
 * @param timezone whose days budgets, quiet hours and "today" follow
 * @param data the folder of the embedded servers, absolute
 * @param models by name
 * @param accounts by name
 * @param key seals what is secret and lies in Redis; not set: such things are not kept
 * @param unset path of a key → the variable that it refers to and that is not set, for what is an
 *     error only when it is used
 */
public record Settings(
        int version,
        ZoneId timezone,
        Path data,
        SortedMap<String, ModelSettings> models,
        SortedMap<AccountId, AccountSettings> accounts,
        PolicySettings policy,
        LimitSettings limits,
        MemorySettings memory,
        KafkaSettings kafka,
        RedisSettings redis,
        HttpSettings http,
        LogSettings log,
        TraceSettings traces,
        PlatformSettings platforms,
        MediaSettings media,
        Secret key,
        @NoKey Map<String, String> unset) {

    /** The settings of nothing at all: every default, no environment, the current folder. */
    public static Settings defaults() {
        return SettingsLoader.parse("", Map.of(), Map.of()).settings();
    }

    /** The folder with the files that are to be posted, absolute. */
    public Path outbox() {
        return media.outbox().orElse(data.resolve("outbox"));
    }

    /**
     * A model that is about to be used.
     *
     * @throws SetupProblem when there is none of that name, or a variable that it needs is not set
     */
    public ModelSettings model(String name) {
        ModelSettings model = models.get(name);
        if (model == null) {
            throw new SetupProblem(
                    "no model is named '" + name + "'" + Nearest.hint(name, models.keySet()),
                    "add models." + name + " to the settings");
        }
        requireSet("models." + name + ".");
        return model;
    }

    /**
     * An account that is about to be used.
     *
     * @throws SetupProblem when there is none of that name, or a variable that it needs is not set
     */
    public AccountSettings account(AccountId id) {
        AccountSettings account = accounts.get(id);
        if (account == null) {
            var known = accounts.keySet().stream().map(AccountId::value).toList();
            throw new SetupProblem(
                    "no account is named '" + id + "'" + Nearest.hint(id.value(), known),
                    "add accounts." + id + " to the settings");
        }
        requireSet("accounts." + id + ".");
        return account;
    }

    private void requireSet(String prefix) {
        unset.forEach((path, variable) -> {
            if (path.startsWith(prefix)) {
                throw Secret.unset(path, variable);
            }
        });
    }
}
