package dev.carrier.runtime.settings;

import java.nio.file.Path;

/**
 * A character's presence on one platform.
 *
 * @param platform {@code discord} or {@code instagram}
 * @param character the persona file, absolute
 * @param token by default the variable {@code DISCORD_TOKEN_NAME} or {@code INSTAGRAM_TOKEN_NAME}
 * @param model the name of one of the models of the settings
 * @param shards how its connection is split; of Discord only
 */
public record AccountSettings(
        String platform, Path character, Secret token, String model, ShardSettings shards) {}
