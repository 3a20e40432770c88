package dev.carrier.contracts;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A version of what decides, kept for as long as the topic lives. Its key is kind and hash. */
public sealed interface SettingsVersion extends Travels {

    /**
     * A character's file as it was written, unknown keys included.
     *
     * @param hash of the file's canonical JSON
     */
    @Kind("character.v1")
    record CharacterVersion(CharacterHash hash, String name, JsonNode file)
            implements SettingsVersion {}

    /** A policy. */
    @Kind("policy.v1")
    record PolicyVersion(PolicyHash hash, Policy policy) implements SettingsVersion {}

    /**
     * Prices of models.
     *
     * @param hash of the prices' canonical JSON
     */
    @Kind("prices.v1")
    record PricesVersion(String hash, JsonNode prices) implements SettingsVersion {}

    /**
     * The accounts that are paused now; its key is the word {@code paused}. Whoever operates writes
     * it, the processor makes it part of the policy in force.
     */
    @Kind("paused.v1")
    record Paused(List<AccountId> accounts) implements SettingsVersion {}

    /** Of a kind that this build does not know. */
    record Unknown(ObjectNode body) implements SettingsVersion, Unread {}
}
