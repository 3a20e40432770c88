package dev.carrier.scenarios;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * {@link DiscordCases} on the real Discord, for those who set tokens; off otherwise. CONTRIBUTING
 * says what it needs.
 */
@EnabledIfEnvironmentVariable(named = "CARRIER_REAL_DISCORD_ADA", matches = ".+")
class RealDiscordIT extends DiscordCases {
    private static final String API = "https://discord.com/api/v10/";

    @Override
    Site open() {
        String driver = variable("CARRIER_REAL_DISCORD_DRIVER");
        return new Site(
                API,
                Optional.empty(),
                variable("CARRIER_REAL_DISCORD_ADA"),
                driver,
                variable("CARRIER_REAL_DISCORD_CHANNEL"),
                channel -> aPersonIsAskedFor(new DriverBot(API, driver), channel));
    }

    /** Bots alone are not answered: somebody real has to be there. */
    private static void aPersonIsAskedFor(DriverBot driver, String channel) {
        var asked = driver.says(channel, "Please write anything here: the tests begin then.");
        await("a person writes in the channel or thread " + channel)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> driver.after(channel, asked.id()).stream().anyMatch(it -> !it.bot()));
    }

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }
}
