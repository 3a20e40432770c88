package dev.carrier.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.time.Duration;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdaTalksTest {
    private Sandbox sandbox;
    private DiscordClient discord;
    private Bots bots;
    private String grace;
    private DiscordClient.NewBot ada;
    private DiscordClient.NewGuild cafe;

    @BeforeEach
    void aGuildWithAPersonAndABot() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withIdentifyInterval(Duration.ZERO));
        discord = new SandboxClient(sandbox.base()).discord();
        bots = new Bots(sandbox);
        grace = discord.person("Grace");
        ada = discord.bot("Ada");
        cafe = discord.guild("Café", grace, ada.id());
    }

    @AfterEach
    void theWorldEnds() {
        bots.close();
        sandbox.close();
    }

    @Test
    void aMessageGoesBothWays() throws Exception {
        var running = bots.ready(ada);
        discord.says(grace, cafe.general(), "@Ada, are you there?");
        var heard = running.awaits(MessageReceivedEvent.class);
        assertThat(heard.getMessage().getContentDisplay()).isEqualTo("@Ada, are you there?");
        assertThat(heard.getAuthor().getName()).isEqualTo("Grace");
        heard.getMessage().reply("I am.").complete();
        assertThat(discord.messages(cafe.general()))
                .last()
                .satisfies(answer -> {
                    assertThat(answer.content()).isEqualTo("I am.");
                    assertThat(answer.replyTo()).contains(heard.getMessageId());
                    assertThat(answer.nonce()).isPresent();
                });
    }
}
