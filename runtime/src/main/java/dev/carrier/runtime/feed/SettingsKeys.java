package dev.carrier.runtime.feed;

import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.SettingsVersion;
import java.util.Optional;

/** The keys of {@code carrier.settings}. */
public final class SettingsKeys {
    /** Of the accounts that are paused now. */
    public static final String PAUSED = "paused";

    private SettingsKeys() {}

    /** {@code character:3f9c21}. */
    public static String of(CharacterHash hash) {
        return "character:" + hash;
    }

    /** {@code policy:77aa01}. */
    public static String of(PolicyHash hash) {
        return "policy:" + hash;
    }

    /** {@code paired:discord:user:42}. */
    public static String paired(PersonId person) {
        return "paired:" + person;
    }

    /** The key of a version; none of one whose kind is not known. */
    public static Optional<String> of(SettingsVersion version) {
        return switch (version) {
            case SettingsVersion.CharacterVersion character -> Optional.of(of(character.hash()));
            case SettingsVersion.PolicyVersion policy -> Optional.of(of(policy.hash()));
            case SettingsVersion.PricesVersion prices -> Optional.of("prices:" + prices.hash());
            case SettingsVersion.Paused _ -> Optional.of(PAUSED);
            case SettingsVersion.Asked asked -> Optional.of(asked.in().value());
            case SettingsVersion.Paired paired -> Optional.of(paired(paired.person()));
            case SettingsVersion.Unknown _ -> Optional.empty();
        };
    }
}
