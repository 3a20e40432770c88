package dev.carrier.instagram;

import dev.carrier.instagram.error.ErrorTable;
import dev.carrier.instagram.error.GraphError;
import java.util.Optional;

/**
 * How far a container is.
 *
 * @param code {@code IN_PROGRESS}, {@code FINISHED}, {@code ERROR}, {@code EXPIRED} or {@code
 *     PUBLISHED}
 * @param status in words; on an error it names the subcode
 */
public record ContainerState(String id, String code, String status) {

    /** The error that the words name; empty when they name none. */
    public Optional<GraphError> error() {
        return code.equals("ERROR") ? ErrorTable.inStatus(status) : Optional.empty();
    }
}
