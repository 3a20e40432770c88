package dev.carrier.sandbox.instagram.publish;

import java.time.Instant;
import java.util.Optional;

/** Whether a container can be published, or be part of a carousel. Pure. */
final class Publishable {
    private Publishable() {}

    /**
     * What is in the way of publishing {@code container}.
     *
     * @param posts how many posts the account has published within 24 hours
     * @param most how many it may
     */
    static Optional<Fault> problem(Container container, Instant now, long posts, long most) {
        return state(container, now)
                .or(() -> posts >= most ? Optional.of(Fault.QUOTA) : Optional.empty());
    }

    /**
     * What is in the way by its own state. A container is used up by its publication: Meta's page
     * has no words for a second one, and a builder that does not exist any more is what is left.
     */
    static Optional<Fault> state(Container container, Instant now) {
        return switch (container.status(now)) {
            case FINISHED -> Optional.empty();
            // Meta says so of a failed one as well; only its status tells them apart.
            case IN_PROGRESS, ERROR -> Optional.of(Fault.NOT_READY);
            case EXPIRED -> Optional.of(Fault.EXPIRED);
            case PUBLISHED -> Optional.of(Fault.NO_BUILDER);
        };
    }
}
