package dev.carrier.sandbox.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenCommand;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Commands as an application has them, by the client that our workers use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdaCommandsTest {
    private static final long MANAGE_SERVER = Permission.MANAGE_SERVER.getRawValue();

    private Sandbox sandbox;
    private DiscordClient discord;
    private Bots bots;
    private Bots.Running running;
    private Http raw;
    private String bo;
    private String mo;
    private DiscordClient.NewBot ada;
    private DiscordClient.NewGuild cafe;

    @BeforeAll
    void aBotWithACommand() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withIdentifyInterval(Duration.ZERO));
        discord = new SandboxClient(sandbox.base()).discord();
        bots = new Bots(sandbox);
        bo = discord.person("Bo");
        ada = discord.bot("Ada", Optional.empty(), Optional.empty(), true);
        cafe = discord.guild("Café", discord.person("Grace"), ada.id(), bo);
        raw = new Http(sandbox.discordApi(), ada.token());
        mo = discord.person("Mo");
        discord.joins(mo, cafe.id(), MANAGE_SERVER);
        running = bots.ready(ada);
        running.jda()
                .updateCommands()
                .addCommands(
                        Commands.slash("ask", "Asks")
                                .addOption(OptionType.STRING, "text", "What", true),
                        Commands.slash("pause", "Pauses")
                                .setDefaultPermissions(
                                        DefaultMemberPermissions.enabledFor(
                                                Permission.MANAGE_SERVER)))
                .complete();
    }

    @AfterAll
    void theWorldEnds() {
        bots.close();
        sandbox.close();
    }

    private SlashCommandInteractionEvent hears(SeenCommand used) {
        return Awaitility.await()
                .atMost(30, SECONDS)
                .until(
                        () ->
                                running.heard(SlashCommandInteractionEvent.class).stream()
                                        .filter(event -> event.getId().equals(used.id()))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private SeenCommand asks(String user, String channel) {
        return discord.uses(user, channel, ada.id(), "ask", Map.of("text", "why?"));
    }

    @Test
    void whatWasRegisteredIsThere() {
        assertThat(running.jda().retrieveCommands().complete())
                .extracting(Command::getName)
                .containsExactly("ask", "pause");
        assertThat(discord.commands(ada.id())).containsExactly("ask", "pause");
    }

    @Test
    void aMemberUsesACommandAndTheAnswerReplacesTheWaiting() {
        SeenCommand used = asks(bo, cafe.general());
        SlashCommandInteractionEvent event = hears(used);
        assertThat(event.getOption("text").getAsString()).isEqualTo("why?");
        assertThat(event.getMember().hasPermission(Permission.MANAGE_SERVER)).isFalse();

        event.deferReply().complete();
        assertThat(discord.command(used.id()).state()).isEqualTo("deferred");
        event.getHook().editOriginal("Because.").complete();

        SeenMessage answer = discord.messages(cafe.general()).getLast();
        assertThat(answer.content()).isEqualTo("Because.");
        assertThat(answer.author()).isEqualTo(ada.id());
        assertThat(discord.command(used.id()).text()).isEqualTo("Because.");
    }

    @Test
    void whoHasARoleWithManageServerHasIt() {
        assertThat(
                        hears(asks(mo, cafe.general()))
                                .getMember()
                                .hasPermission(Permission.MANAGE_SERVER))
                .isTrue();
    }

    @Test
    void aWhisperIsInNoChannel() {
        String dm = discord.dm(bo, ada.id());
        SeenCommand used = asks(bo, dm);
        SlashCommandInteractionEvent event = hears(used);
        assertThat(event.isFromGuild()).isFalse();
        event.deferReply(true).complete();
        event.getHook().editOriginal("Only for you.").complete();

        assertThat(discord.messages(dm)).isEmpty();
        assertThat(discord.command(used.id()).replies())
                .singleElement()
                .satisfies(reply -> {
                    assertThat(reply.content()).isEqualTo("Only for you.");
                    assertThat(reply.ephemeral()).isTrue();
                });
    }

    @Test
    void aSecondFirstAnswerIsRefused() throws Exception {
        SeenCommand used = asks(bo, cafe.general());
        assertThat(callback(used).status()).isEqualTo(204);
        assertThat(callback(used).code()).isEqualTo(40060);
    }

    @Test
    void anAnswerAfterThreeSecondsIsToAnUnknownInteraction() {
        SeenCommand used = asks(bo, cafe.general());
        Awaitility.await()
                .pollDelay(Duration.ofMillis(3100))
                .atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(callback(used).code()).isEqualTo(10062));
    }

    @Test
    void whatExpiredIsNotAnswered() throws Exception {
        SeenCommand used = asks(bo, cafe.general());
        assertThat(edit(used).code()).isEqualTo(10015);
        callback(used);
        discord.expires(used);
        assertThat(edit(used).code()).isEqualTo(50027);
    }

    private Http.Answer callback(SeenCommand used) throws Exception {
        return raw.send(
                "POST",
                "interactions/" + used.id() + "/" + used.token() + "/callback",
                "{\"type\":5}");
    }

    private Http.Answer edit(SeenCommand used) throws Exception {
        return raw.send(
                "PATCH",
                "webhooks/" + ada.id() + "/" + used.token() + "/messages/@original",
                "{\"content\":\"late\"}");
    }
}
