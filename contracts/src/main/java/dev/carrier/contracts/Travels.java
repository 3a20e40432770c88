package dev.carrier.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A value of one of the topics: a record with a {@link Kind}, or an {@link Unread} one. */
public sealed interface Travels
        permits Event,
                Step,
                Result,
                Response,
                Delivery,
                Memory,
                JournalRecord,
                SettingsVersion,
                DeadLetter {
    /** The kind under which it travels, such as {@code said.v1}. */
    @JsonProperty(value = "type", access = JsonProperty.Access.READ_ONLY)
    default String travelsAs() {
        return this instanceof Unread unread ? unread.type() : Json.kindOf(getClass());
    }
}
