package dev.carrier.runtime.worker;

import dev.carrier.runtime.Nearest;
import dev.carrier.runtime.SetupProblem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a worker's command line says.
 *
 * @param config {@code --config FILE}, by default {@code carrier.yaml} in the current folder
 * @param overrides {@code --set http.health=0}, {@code --data FOLDER}; paths with values
 */
public record WorkerOptions(Path config, Map<String, String> overrides) {
    private static final List<String> KNOWN = List.of("--config", "--data", "--set");

    /**
     * @throws SetupProblem for what is none of the three
     */
    public static WorkerOptions parse(String... args) {
        Path config = Path.of("carrier.yaml");
        Map<String, String> overrides = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!KNOWN.contains(args[i])) {
                throw new SetupProblem(
                        "there is no option '"
                                + args[i]
                                + "'"
                                + Nearest.hint(args[i], KNOWN)
                                + " (known are --config FILE, --data FOLDER, --set KEY=VALUE)");
            }
            if (i + 1 == args.length) {
                throw new SetupProblem(args[i] + " needs a value after it");
            }
            String value = args[i + 1];
            switch (args[i]) {
                case "--config" -> config = Path.of(value);
                case "--data" -> overrides.put("data", data(value));
                default -> {
                    int equals = value.indexOf('=');
                    if (equals < 1) {
                        throw new SetupProblem("--set must read KEY=VALUE, like http.health=0");
                    }
                    overrides.put(value.substring(0, equals), value.substring(equals + 1));
                }
            }
        }
        return new WorkerOptions(config, overrides);
    }

    /** A folder on the command line is relative to where one stands, not to the settings file. */
    public static String data(String folder) {
        return Path.of(folder).toAbsolutePath().normalize().toString();
    }
}
