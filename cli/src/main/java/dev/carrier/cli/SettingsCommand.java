package dev.carrier.cli;

import dev.carrier.contracts.Json;
import dev.carrier.runtime.settings.Loaded;
import dev.carrier.runtime.settings.Value;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints every key with its value and where that came from. */
@Command(name = "settings", description = "All settings, their values, and where each came from.")
final class SettingsCommand implements Callable<Integer> {
    private static final int WIDEST_VALUE = 48;

    /** The port is kept for a console; nothing listens there. */
    private static final Set<String> NOT_USED = Set.of("http.ui");

    private final Carrier carrier;

    SettingsCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() {
        Loaded loaded = carrier.settings();
        if (carrier.json()) {
            json(loaded);
        } else {
            table(loaded);
        }
        return 0;
    }

    private void json(Loaded loaded) {
        var values = Json.mapper().createArrayNode();
        for (Value value : loaded.values()) {
            values.addObject()
                    .put("key", value.path())
                    .put("value", value.shown())
                    .put("from", value.origin().toString())
                    .put("used", !NOT_USED.contains(value.path()));
        }
        carrier.out().println(values);
    }

    private void table(Loaded loaded) {
        PrintWriter out = carrier.out();
        out.println(
                loaded.file()
                        .map(file -> "# " + file)
                        .orElse("# no carrier.yaml in " + loaded.folder()));
        loaded.dotEnv().ifPresent(file -> out.println("# " + file));
        int keys = widest(loaded, true);
        int values = Math.min(WIDEST_VALUE, widest(loaded, false));
        String format = "%-" + keys + "s  %-" + values + "s  %s%n";
        for (Value value : loaded.values()) {
            String shown = value.shown().isEmpty() ? "-" : value.shown().replace("\n", " ");
            String used = NOT_USED.contains(value.path()) ? ", not used yet" : "";
            out.printf(format, value.path(), shown, value.origin() + used);
        }
    }

    private static int widest(Loaded loaded, boolean keys) {
        return loaded.values().stream()
                .mapToInt(value -> (keys ? value.path() : value.shown()).length())
                .max()
                .orElse(1);
    }
}
