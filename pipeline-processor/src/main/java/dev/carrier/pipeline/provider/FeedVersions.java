package dev.carrier.pipeline.provider;

import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.SettingsVersion.CharacterVersion;
import dev.carrier.contracts.SettingsVersion.PolicyVersion;
import dev.carrier.pipeline.character.Character;
import dev.carrier.pipeline.character.CharacterReader;
import dev.carrier.runtime.feed.SettingsFeed;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Versions out of the topic of settings; a character that was read is kept read. Thread-safe. */
public final class FeedVersions implements Versions {
    private static final int KEPT = 256;

    private final SettingsFeed feed;
    private final Map<CharacterHash, Character> read =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<CharacterHash, Character> eldest) {
                            return size() > KEPT;
                        }
                    });

    public FeedVersions(SettingsFeed feed) {
        this.feed = feed;
    }

    @Override
    public Optional<Character> character(CharacterHash hash, Duration atMost)
            throws InterruptedException {
        Optional<Character> known = Optional.ofNullable(read.get(hash));
        if (known.isPresent()) {
            return known;
        }
        Optional<Character> found =
                feed.character(hash, atMost).map(CharacterVersion::file).map(CharacterReader::read);
        found.ifPresent(character -> read.put(hash, character));
        return found;
    }

    @Override
    public Optional<Policy> policy(PolicyHash hash, Duration atMost) throws InterruptedException {
        return feed.policy(hash, atMost).map(PolicyVersion::policy);
    }
}
