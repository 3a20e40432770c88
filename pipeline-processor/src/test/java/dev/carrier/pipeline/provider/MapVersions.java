package dev.carrier.pipeline.provider;

import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.pipeline.character.Character;
import dev.carrier.pipeline.character.CharacterFile;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Versions that a test has at hand. */
final class MapVersions implements Versions {
    private final Map<CharacterHash, Character> characters = new ConcurrentHashMap<>();
    private final Map<PolicyHash, Policy> policies = new ConcurrentHashMap<>();

    void put(CharacterFile file) {
        characters.put(file.version().hash(), file.character());
    }

    void put(PolicyHash hash, Policy policy) {
        policies.put(hash, policy);
    }

    @Override
    public Optional<Character> character(CharacterHash hash, Duration atMost) {
        return Optional.ofNullable(characters.get(hash));
    }

    @Override
    public Optional<Policy> policy(PolicyHash hash, Duration atMost) {
        return Optional.ofNullable(policies.get(hash));
    }
}
