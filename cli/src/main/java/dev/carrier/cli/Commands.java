package dev.carrier.cli;

import dev.carrier.cli.demo.DemoCommand;
import dev.carrier.cli.up.UpCommand;
import dev.carrier.cli.replay.ReplayCommand;
import dev.carrier.cli.why.WhyCommand;
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
                new WhyCommand(carrier),
                new ReplayCommand(carrier),
                new TopicsCommand(carrier),
                new SettingsCommand(carrier));
    }
}
