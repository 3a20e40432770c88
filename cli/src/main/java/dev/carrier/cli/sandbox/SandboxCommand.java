package dev.carrier.cli.sandbox;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.town.Characters;
import dev.carrier.cli.town.Town;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.Signals;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.settings.Loaded;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SandboxOptions.Place;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./carrier sandbox}. */
@Command(
        name = "sandbox",
        description =
                "Plays Discord, Instagram and a language model for workers that run elsewhere, until it is"
                        + " told to end.",
        footer = {
            "",
            "A bot lives there for each character, and the first has an account on Instagram. Their tokens are",
            "those of the environment, under the names that workers know: DISCORD_TOKEN_ADA,",
            "INSTAGRAM_TOKEN_ADA_IG, with INSTAGRAM_APP_SECRET and INSTAGRAM_VERIFY_TOKEN. What is there is",
            "kept in memory and ends with it."
        })
public final class SandboxCommand implements Callable<Integer> {
    private final Carrier carrier;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Where it listens, on the port http.sandbox; by default 127.0.0.1.")
    private String bind = Place.LOOPBACK.bind();

    @Option(
            names = "--name",
            paramLabel = "HOST",
            description = "The host that workers find it at; by default 127.0.0.1.")
    private String name = Place.LOOPBACK.name();

    @Option(
            names = "--webhook",
            paramLabel = "URL",
            description = "Where its Instagram calls as soon as somebody answers there.")
    private String webhook = "";

    /**
     * @param carrier gives the options that all commands have
     */
    public SandboxCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() throws InterruptedException {
        Loaded loaded = carrier.settings();
        Logging.configure(loaded.settings().log(), Optional.empty());
        Parts parts = new Parts();
        Town town = parts.add("sandbox", town(loaded));
        if (!webhook.isEmpty()) {
            parts.add("webhook", WebhookCaller.start(town, address()));
        }
        carrier.out().println("sandbox ready on http://" + name + ":" + town.page().getPort());
        carrier.out().flush();
        Signals.end(parts).await();
        return 0;
    }

    private Town town(Loaded loaded) {
        var options =
                SandboxOptions.defaults()
                        .withPort(loaded.settings().http().sandbox())
                        .withPlace(new Place(bind, name));
        Town town =
                Town.start(
                        options,
                        "Lantern Yard",
                        "You",
                        Characters.all(loaded.folder()),
                        carrier.environment());
        town.onInstagram(town.first());
        return town;
    }

    private URI address() {
        try {
            return URI.create(webhook);
        } catch (IllegalArgumentException wrong) {
            throw new SetupProblem(
                    "--webhook '" + webhook + "' is no address",
                    "write it like http://ingest-instagram:7072/instagram");
        }
    }
}
