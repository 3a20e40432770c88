package dev.carrier.pipeline.provider;

import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.pipeline.character.Character;
import java.time.Duration;
import java.util.Optional;

/**
 * The versions of characters and policies that steps name. A step may be seen before the version
 * that it names, so asking may wait. Implementations are thread-safe.
 */
public interface Versions {
    /** A character; empty when it was not there in that time. */
    Optional<Character> character(CharacterHash hash, Duration atMost) throws InterruptedException;

    /** A policy; empty when it was not there in that time. */
    Optional<Policy> policy(PolicyHash hash, Duration atMost) throws InterruptedException;
}
