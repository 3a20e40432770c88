package dev.carrier.contracts;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * That one account heard an event, and what only that account's connection can tell about it.
 *
 * @param account who heard it
 * @param self the account itself caused it
 * @param address how it was addressed; empty if it was not, or only by name
 * @param owned the server belongs to the owner of the account's application
 * @param member in a DM: the person is a member of a server that the application's owner owns
 * @param late it was fetched from the history, not heard live
 * @param opener it was in a thread that the account itself opened; absent otherwise
 * @param barred why the account may not speak there, as the platform's permissions show it; absent
 *     when it may, or when nothing is known
 * @param more true while more of what was missed there follows; absent with the last of it
 */
public record Hearing(
        AccountId account,
        boolean self,
        SortedSet<Address> address,
        boolean owned,
        boolean member,
        boolean late,
        Optional<Boolean> opener,
        Optional<String> barred,
        Optional<Boolean> more) {

    /** Heard live or late where nothing more is known of the place. */
    public Hearing(
            AccountId account,
            boolean self,
            SortedSet<Address> address,
            boolean owned,
            boolean member,
            boolean late) {
        this(
                account,
                self,
                address,
                owned,
                member,
                late,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Hearing {
        address =
                Collections.unmodifiableSortedSet(
                        address == null ? new TreeSet<>() : new TreeSet<>(address));
    }
}
