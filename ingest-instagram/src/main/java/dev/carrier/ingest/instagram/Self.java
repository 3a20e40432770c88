package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who an account is on Instagram.
 *
 * @param account its name in the settings
 * @param id of the professional account, as webhooks name it
 * @param ids all by which it may be meant: that one, and the one that is the app's own
 * @param username without the {@code @}
 * @param cast the usernames of all accounts of ours, in lower case
 */
record Self(AccountId account, String id, Set<String> ids, String username, Set<String> cast) {
    Self {
        ids = Set.copyOf(ids);
        cast = Set.copyOf(cast);
    }

    /** Whether the account itself is meant. */
    boolean is(String person) {
        return ids.contains(person);
    }

    /** Whether that is the account's name. Names are unique on Instagram, whatever their case. */
    boolean isNamed(Optional<String> name) {
        return name.filter(username::equalsIgnoreCase).isPresent();
    }

    /** Whether that is the name of some account of ours. */
    boolean isOfCast(Optional<String> name) {
        return name.map(text -> text.toLowerCase(Locale.ROOT)).filter(cast::contains).isPresent();
    }
}
