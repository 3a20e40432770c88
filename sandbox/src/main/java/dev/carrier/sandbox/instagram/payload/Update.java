package dev.carrier.sandbox.instagram.payload;

import dev.carrier.sandbox.instagram.world.Account;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that a webhook tells.
 *
 * @param account whom it concerns
 * @param field the field of the subscription
 * @param at when it happened
 * @param lane what it is about: within it, order is kept while nothing goes wrong
 * @param value the {@code value} of a change, or the whole entry of {@code messaging}
 */
public record Update(Account account, String field, Instant at, String lane, ObjectNode value) {
    /** Whether it goes into {@code messaging} rather than {@code changes}. */
    public boolean messaging() {
        return field.startsWith("mess") || field.equals("standby");
    }
}
