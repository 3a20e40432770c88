package dev.carrier.scenarios;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Discord on which {@link DiscordCases} run.
 *
 * @param api the base URL of its REST API v10, with the slash at its end
 * @param override the same for the workers' settings; empty for the real Discord
 * @param ada the token of the character's bot
 * @param driver the token of the bot that plays a person
 * @param channel where both may see, write, read the history and open threads
 * @param person makes a person write something in a channel, or asks for it; bots among themselves
 *     are not answered
 */
record Site(
        String api,
        Optional<String> override,
        String ada,
        String driver,
        String channel,
        Consumer<String> person) {
    void aPersonWrites(String in) {
        person.accept(in);
    }
}
