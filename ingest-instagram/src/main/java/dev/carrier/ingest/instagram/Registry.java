package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who our accounts are on Instagram, as far as that is known yet. Thread-safe. */
final class Registry {
    private final Set<AccountId> awaited = ConcurrentHashMap.newKeySet();
    private final Map<AccountId, Self> known = new ConcurrentHashMap<>();
    private final Map<String, Self> byId = new ConcurrentHashMap<>();

    /**
     * @param awaited the accounts that are to be heard
     */
    Registry(Collection<AccountId> awaited) {
        this.awaited.addAll(awaited);
    }

    /** An account is this one. */
    void is(Self self) {
        known.put(self.account(), self);
        self.ids().forEach(id -> byId.put(id, self));
        awaited.remove(self.account());
    }

    /** It will not be known who an account is before a person has put something right. */
    void giveUp(AccountId account) {
        awaited.remove(account);
    }

    /** The account with this id of Instagram's. */
    Optional<Self> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Self> of(AccountId account) {
        return Optional.ofNullable(known.get(account));
    }

    /** Whether an id that is not known belongs to none of our accounts. */
    boolean isSettled() {
        return awaited.isEmpty();
    }
}
