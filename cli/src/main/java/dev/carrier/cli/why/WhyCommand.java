package dev.carrier.cli.why;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.Servers;
import dev.carrier.contracts.Json;
import dev.carrier.runtime.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./carrier why MESSAGE_ID}. */
@Command(
        name = "why",
        description = {
            "The life of one message: who heard it, what was gathered with it, what was decided and",
            "why, what the model was asked and said, what was sent when, and how it ended for each",
            "account. Silence has a reason too. Of a character's own message: the turn that said it."
        },
        footer = {
            "",
            "Shows what people wrote. In Discord, Copy Message ID or Copy Message Link gives the id:",
            "  ./carrier why 1234567890123456789",
            "  ./carrier why https://discord.com/channels/1/2/3"
        })
public final class WhyCommand implements Callable<Integer> {
    private final Carrier carrier;

    @Parameters(
            paramLabel = "MESSAGE_ID",
            description = "A message's number, its link, or an event's id.")
    private String message = "";

    @Option(names = "--prompt", description = "Shows the whole prompts too.")
    private boolean prompt;

    /**
     * @param carrier gives the options that all commands have
     */
    public WhyCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() {
        Wanted wanted = Wanted.of(message);
        Settings settings = carrier.settings().settings();
        try (Servers servers = Servers.reach(settings)) {
            Talk talk = Talk.with(wanted, new Reading(servers.kafka()));
            Life life = new Lives(talk, prompt).of(wanted);
            if (carrier.json()) {
                carrier.out().println(Json.mapper().valueToTree(life).toString());
            } else {
                new LifeText(new Page(carrier.out(), settings.timezone())).print(life);
            }
        }
        return 0;
    }
}
