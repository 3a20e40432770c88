package dev.carrier.scenarios;

import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;

/** {@link DiscordCases} on the sandbox, always. */
class SandboxDiscordIT extends DiscordCases {
    private Sandbox sandbox;

    @Override
    Site open() {
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults().withIdentifyInterval(Duration.ofMillis(50)));
        var discord = new SandboxClient(sandbox.base()).discord();
        String bob = discord.person("Bob");
        var guild = discord.guild("Cases", bob);
        var ada = discord.bot("Ada", Optional.empty(), Optional.of(bob), true);
        var driver = discord.bot("Driver", Optional.empty(), Optional.of(bob), true);
        discord.joins(ada.id(), guild.id());
        discord.joins(driver.id(), guild.id());
        return new Site(
                sandbox.discordApi().toString(),
                Optional.of(sandbox.discordApi().toString()),
                ada.token(),
                driver.token(),
                guild.general(),
                channel -> discord.says(bob, channel, "good evening"));
    }

    @AfterAll
    void end() {
        sandbox.close();
    }
}
