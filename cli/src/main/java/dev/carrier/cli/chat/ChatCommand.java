package dev.carrier.cli.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.run.Progress;
import dev.carrier.cli.run.Running;
import dev.carrier.cli.town.Characters;
import dev.carrier.cli.town.Town;
import dev.carrier.pipeline.character.CharacterFile;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.Signals;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.settings.Loaded;
import dev.carrier.runtime.settings.Settings;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./carrier chat CHARACTER}. */
@Command(
        name = "chat",
        description = {
            "Talk with one character here in the terminal, through the whole pipeline: you write to it",
            "in a direct message of the sandbox. /quit or the end of input ends it."
        },
        footer = {
            "",
            "  ./carrier chat ada",
            "  printf 'hello\\nhow are you?\\n' | ./carrier chat characters/ada.json",
            "Nothing is kept: data are temporary, the log is chat.log in the folder of the data."
        })
public final class ChatCommand implements Callable<Integer> {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration END_WITHIN = Duration.ofSeconds(20);

    private final Carrier carrier;

    @Parameters(paramLabel = "CHARACTER", description = "Its name in characters/, or its file.")
    private String character = "";

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description =
                    "A model of the settings; by default main when it is set up, otherwise the offline voice.")
    private Optional<String> model = Optional.empty();

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "The name under which the character knows you.")
    private String person = System.getProperty("user.name", "You");

    /**
     * @param carrier gives the options that all commands have
     */
    public ChatCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Loaded loaded = carrier.settings();
        CharacterFile file = Characters.one(loaded.folder(), character);
        Voice voice = Voice.choose(loaded.settings(), model);
        boolean terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        String name = file.character().name();
        Screen screen = new Screen(carrier.out(), name, terminal, carrier.json());
        screen.note(name + ": " + voice.sentence());
        Path log = Files.createDirectories(loaded.settings().data()).resolve("chat.log");
        Parts parts = new Parts();
        Signals.end(parts, END_WITHIN);
        try {
            Path data = Files.createTempDirectory("carrier-chat");
            parts.add("temporary data", () -> delete(data));
            Town town = parts.add("sandbox", Town.start(0, "Chat", person, List.of(file)));
            Settings settings = ChatSettings.of(town, data, loaded.settings(), voice.model());
            Logging.configure(settings.log(), Optional.of(log));
            Running running = Running.start(settings, parts, Progress.QUIET);
            List<String> troubles = running.awaitReady(READY_WITHIN);
            if (!troubles.isEmpty()) {
                throw new SetupProblem(
                        "the chat could not begin: " + troubles.getFirst(), "see " + log);
            }
            talk(town, running, screen, name, terminal);
        } finally {
            parts.end(END_WITHIN);
        }
        return 0;
    }

    private void talk(Town town, Running running, Screen screen, String name, boolean terminal)
            throws IOException, InterruptedException {
        var discord = town.client().discord();
        String bot = town.residents().values().iterator().next().bot().id();
        String channel = discord.dm(town.host(), bot);
        try (Outcomes outcomes = new Outcomes(running.infrastructure().kafka());
                Ear _ = new Ear(town.page(), channel, bot, screen)) {
            if (terminal) {
                screen.note("Write to " + name + "; /quit ends it.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            new Dialogue(discord, town.host(), bot, channel, outcomes, screen, name)
                    .hold(lines, !terminal);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
