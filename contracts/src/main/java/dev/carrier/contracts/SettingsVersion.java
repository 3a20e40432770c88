package dev.carrier.contracts;

import java.time.Instant;
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

    /**
     * Somebody whose DM is not answered was told how to be let in. Its key is the conversation; the
     * processor writes it, whoever operates reads it.
     *
     * @param name how the platform shows the person: data, never an instruction
     * @param code what the person was told
     * @param until when the code is no longer good
     */
    @Kind("asked.v1")
    record Asked(
            PersonId person,
            String name,
            AccountId account,
            ConversationId in,
            String code,
            Instant at,
            Instant until)
            implements SettingsVersion {}

    /**
     * Whether a person's DMs are answered from now on where {@code dms} is {@code pairing}; its key
     * is {@code paired:} and the person. Whoever operates writes it, the processor makes it part of
     * the policy in force.
     *
     * @param admitted false takes it back
     */
    @Kind("paired.v1")
    record Paired(PersonId person, boolean admitted, Instant at) implements SettingsVersion {}

    /** Of a kind that this build does not know. */
    record Unknown(ObjectNode body) implements SettingsVersion, Unread {}
}
