package dev.carrier.runtime.settings;

import java.nio.file.Path;

/**
 * A character's presence on one platform.
 *
 * @param platform {@code discord}
 * @param character the persona file, absolute
 * @param token by default the variable {@code DISCORD_TOKEN_NAME}
 * @param model the name of one of the models of the settings
 * @param shards how its connection is split
 */
public record AccountSettings(
        String platform, Path character, Secret token, String model, ShardSettings shards) {}
