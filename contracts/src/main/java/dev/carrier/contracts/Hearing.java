package dev.carrier.contracts;

import java.util.Collections;
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
 */
public record Hearing(
        AccountId account,
        boolean self,
        SortedSet<Address> address,
        boolean owned,
        boolean member,
        boolean late) {
    public Hearing {
        address =
                Collections.unmodifiableSortedSet(
                        address == null ? new TreeSet<>() : new TreeSet<>(address));
    }
}
