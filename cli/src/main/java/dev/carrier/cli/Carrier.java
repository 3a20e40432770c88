package dev.carrier.cli;

import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.Loaded;
import dev.carrier.runtime.settings.SettingsLoader;
import dev.carrier.runtime.settings.SettingsSource;
import dev.carrier.runtime.worker.WorkerOptions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./carrier}: the options that every command has, and what they come to. */
@Command(
        name = "carrier",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "AI characters that live on Discord and Instagram.",
        footer = {
            "",
            "Exit codes: 0 fine, 1 something went wrong, 2 something has to be put right first."
        })
public final class Carrier implements Runnable {
    private final Map<String, String> environment;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The settings file; by default carrier.yaml in the current folder.")
    private Path config = Path.of("carrier.yaml");

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "Where the embedded Kafka and Redis keep their data.")
    private String data = "";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "Sets one key of the settings, like http.health=0. May be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Answers in JSON, for programs.")
    private boolean json;

    Carrier(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The settings as the options say. */
    public Loaded settings() {
        return settings(Map.of());
    }

    /**
     * The same with values that this command needs to be so, below what the options say.
     *
     * @param own path → value, such as {@code http.health} → {@code 0}
     */
    public Loaded settings(Map<String, String> own) {
        return source(own).load();
    }

    /**
     * Where the settings are, for who reads them again.
     *
     * @param own as with {@link #settings(Map)}
     */
    public SettingsSource source(Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(own);
        all.putAll(overrides);
        if (!data.isEmpty()) {
            all.put("data", WorkerOptions.data(data));
        }
        if (given(config) && !Files.exists(config)) {
            throw new SetupProblem(
                    "there is no settings file " + config,
                    "create it, or leave --config out: every key has a default");
        }
        return new SettingsSource(config, environment, all);
    }

    /** The same options for a worker, which reads its settings itself. */
    public List<String> options() {
        List<String> options = new ArrayList<>(List.of("--config", config.toString()));
        if (!data.isEmpty()) {
            options.addAll(List.of("--data", data));
        }
        overrides.forEach((key, value) -> options.addAll(List.of("--set", key + "=" + value)));
        return options;
    }

    /** Without a command: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(out());
    }

    /**
     * Settings of a command that plays on the sandbox: what the options say, and nothing of a
     * settings file, so that a real account is never mixed with it.
     *
     * @param own path → value
     * @param around the environment, with the sandbox's tokens
     */
    public Loaded sandboxed(Map<String, String> own, Map<String, String> around) {
        Map<String, String> all = new LinkedHashMap<>(own);
        overrides.forEach(all::putIfAbsent);
        return SettingsLoader.parse("", around, all);
    }

    /** The variables of the process. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** Whether {@code --data} was given. */
    public boolean dataGiven() {
        return !data.isEmpty();
    }

    /** Whether the answer is for a program. */
    public boolean json() {
        return json;
    }

    /** Where a command answers; what it logs goes to standard error. */
    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static boolean given(Path config) {
        return !config.equals(Path.of("carrier.yaml"));
    }

    /** The command line with every command in it. */
    public static CommandLine commandLine(Map<String, String> environment) {
        Carrier carrier = new Carrier(environment);
        CommandLine line = new CommandLine(carrier);
        Commands.all(carrier).forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Problems::misspelt);
        line.setExecutionExceptionHandler(Problems::failed);
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    /** Runs a command; ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine(System.getenv()).execute(args));
    }
}
