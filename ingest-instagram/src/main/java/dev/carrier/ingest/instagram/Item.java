package dev.carrier.ingest.instagram;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One thing of a batch, as it came. */
sealed interface Item {
    /** The account that it is for, by Instagram's id; {@code 0} in a test of the dashboard. */
    String entry();

    /** As it came, for the dead letters. */
    JsonNode body();

    /**
     * Something about a comment or a mention.
     *
     * @param at of the entry
     */
    record Change(String entry, Optional<Instant> at, String field, JsonNode body)
            implements Item {}

    /**
     * Something of an inbox.
     *
     * @param at of the entry
     * @param standby another app holds the conversation
     */
    record Talk(String entry, Optional<Instant> at, JsonNode body, boolean standby)
            implements Item {}

    /** An entry in which there is nothing of a known shape. */
    record Strange(String entry, JsonNode body) implements Item {}
}
