package dev.carrier.runtime.gateway;

import dev.carrier.contracts.Json;
import java.time.Duration;

/**
 * What Discord says of a bot's sessions, see <a
 * href="https://docs.discord.com/developers/events/gateway#get-gateway-bot">Get Gateway Bot</a>.
 *
 * @param url where the gateway is
 * @param shards how many are recommended
 * @param starts how many sessions may begin in a day
 * @param startsLeft how many of them are left; Discord resets the token of a bot that goes on
 * @param startsBack until all of them are there again
 * @param concurrency how many may begin at once; shards whose id gives the same rest take turns
 */
public record GatewayBot(
        String url, int shards, int starts, int startsLeft, Duration startsBack, int concurrency) {

    /**
     * Reads the answer.
     *
     * @throws IllegalArgumentException when it is none
     */
    static GatewayBot read(byte[] body) {
        var answer = Json.parse(body);
        var limit = answer.path("session_start_limit");
        String url = answer.path("url").asString("");
        if (url.isEmpty() || limit.isMissingNode()) {
            throw new IllegalArgumentException("an answer without url and session_start_limit");
        }
        return new GatewayBot(
                url,
                Math.max(1, answer.path("shards").asInt(1)),
                limit.path("total").asInt(0),
                limit.path("remaining").asInt(0),
                Duration.ofMillis(limit.path("reset_after").asLong(0)),
                Math.max(1, limit.path("max_concurrency").asInt(1)));
    }

    /**
     * Whether so few starts are left that those should be kept: for an operator who has to restart,
     * and because several sessions may ask at the same time.
     */
    public boolean isNearlyUsedUp() {
        return startsLeft <= Math.max(5, starts / 100);
    }
}
