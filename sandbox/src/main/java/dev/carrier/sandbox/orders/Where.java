package dev.carrier.sandbox.orders;

import java.util.Arrays;
import java.util.Optional;

/** The part of the sandbox at which an order acts or a signal was seen. */
public enum Where {
    /** Requests to Discord's REST API. */
    DISCORD_REST("discord.rest"),
    /** Connections to Discord's gateway. */
    DISCORD_GATEWAY("discord.gateway"),
    /** Requests for files that somebody uploaded. */
    DISCORD_CDN("discord.cdn"),
    /** Requests to the language model. */
    MODEL("model");

    private final String key;

    Where(String key) {
        this.key = key;
    }

    /** The name in the control API. */
    public String key() {
        return key;
    }

    /** The place called {@code key} in the control API, if there is one. */
    public static Optional<Where> of(String key) {
        return Arrays.stream(values()).filter(w -> w.key.equals(key)).findFirst();
    }
}
