package dev.carrier.cli;

import dev.carrier.cli.demo.DemoCommand;
import dev.carrier.cli.up.UpCommand;
import java.util.List;

/** Every command, in the order in which {@code --help} lists them. */
final class Commands {
    private Commands() {}

    /**
     * @param carrier gives the options that all have
     * @return objects with picocli's {@code @Command}
     */
    static List<Object> all(Carrier carrier) {
        return List.of(
                new UpCommand(carrier),
                new DemoCommand(carrier),
                new TopicsCommand(carrier),
                new SettingsCommand(carrier));
    }
}
