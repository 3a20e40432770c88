package dev.carrier.runtime.settings;

import java.net.URI;
import java.time.Duration;

/** Where the platforms are. */
public record PlatformSettings(Discord discord) {

    /**
     * Discord.
     *
     * @param url the base of its REST API, with the closing slash
     * @param identifySpacing between two sessions of one token: Discord allows one identify every 5
     *     seconds, https://docs.discord.com/developers/events/gateway#rate-limiting; leave is given
     *     when connecting begins, so the default is a little longer
     * @param catchUp what is fetched of a channel's history after a downtime
     */
    public record Discord(URI url, Duration identifySpacing, CatchUp catchUp) {}

    /**
     * What is fetched of a channel's history after a downtime.
     *
     * @param messages the newest so many
     * @param within not older than this
     */
    public record CatchUp(int messages, Duration within) {}
}
