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
    /** Requests to Instagram's Graph API. */
    INSTAGRAM_GRAPH("instagram.graph"),
    /** What Instagram sends to the webhook of the app. */
    INSTAGRAM_WEBHOOK("instagram.webhook"),
    /** Requests to the language model. */
    MODEL("model"),
    /** Commands to the media host's FTP servers. */
    MEDIA_FTP("media.ftp"),
    /** Requests for the media host's files. */
    MEDIA_WEB("media.web"),
    /** Instagram's own fetching of a media URL, before it goes out. */
    MEDIA_FETCH("media.fetch"),
    /** The making of Instagram's containers; {@code method} is the kind of container. */
    INSTAGRAM_CONTAINER("instagram.container");

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
