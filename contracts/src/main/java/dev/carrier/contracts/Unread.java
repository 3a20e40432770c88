package dev.carrier.contracts;

import tools.jackson.databind.node.ObjectNode;

/**
 * A value of a kind that this build does not know, from a newer producer. Stages let it pass, and
 * nothing of it is lost: written again, it is what was read.
 */
public interface Unread {
    /** The whole value as it was read, its {@code type} included; not to be changed. */
    ObjectNode body();

    /** The kind that was not known. */
    default String type() {
        return body().path("type").asString("");
    }
}
