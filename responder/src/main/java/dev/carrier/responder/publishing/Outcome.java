package dev.carrier.responder.publishing;

import dev.carrier.contracts.ContainerStatus;
import dev.carrier.contracts.PostProgress;
import dev.carrier.contracts.PublishingQuota;
import dev.carrier.contracts.Remedy;
import java.time.Instant;
import java.util.Optional;

/** What came of a step. */
sealed interface Outcome {
    /**
     * It is done.
     *
     * @param found it was done before
     */
    record Done(
            PostProgress progress,
            Optional<ContainerStatus> status,
            Optional<PublishingQuota> quota,
            boolean found)
            implements Outcome {}

    /**
     * It is not.
     *
     * @param retryAt when it makes sense to try again, where that is known
     */
    record Failed(Remedy remedy, String reason, Optional<Instant> retryAt) implements Outcome {}

    static Outcome done(PostProgress progress) {
        return new Done(progress, Optional.empty(), Optional.empty(), false);
    }

    static Outcome found(PostProgress progress) {
        return new Done(progress, Optional.empty(), Optional.empty(), true);
    }

    static Outcome far(PostProgress progress, ContainerStatus status) {
        return new Done(progress, Optional.of(status), Optional.empty(), false);
    }

    static Outcome failed(Remedy remedy, String reason) {
        return new Failed(remedy, reason, Optional.empty());
    }
}
