package dev.carrier.cli.pause;

import dev.carrier.cli.Carrier;
import picocli.CommandLine.Command;

/** {@code ./carrier pause}. */
@Command(
        name = "pause",
        description = {
            "Silences accounts at once: they hear and remember, and answer nobody until resumed.",
            "What is thought about now is not sent any more."
        })
public final class PauseCommand extends Pausing {
    /**
     * @param carrier gives the options that all commands have
     */
    public PauseCommand(Carrier carrier) {
        super(carrier, true);
    }
}
