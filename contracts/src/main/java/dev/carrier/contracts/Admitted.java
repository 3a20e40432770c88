package dev.carrier.contracts;

import java.util.List;

/**
 * Whose DMs are answered besides those that {@link Policy.Dms} names.
 *
 * @param listed always, whatever it says; sorted
 * @param paired approved by the operator: unless it says nobody; sorted
 * @param full so many wait for approval that nobody else is told how to ask for it
 */
public record Admitted(List<PersonId> listed, List<PersonId> paired, boolean full) {
    /** Nobody is let in besides. */
    public static final Admitted NOBODY = new Admitted(List.of(), List.of(), false);

    public Admitted {
        listed = listed.stream().sorted().distinct().toList();
        paired = paired.stream().sorted().distinct().toList();
    }
}
