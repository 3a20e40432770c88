package dev.carrier.cli.pause;

import dev.carrier.cli.Carrier;
import picocli.CommandLine.Command;

/** {@code ./carrier resume}. */
@Command(
        name = "resume",
        description =
                "Lets paused accounts speak again. What was said meanwhile is not answered late.")
public final class ResumeCommand extends Pausing {
    /**
     * @param carrier gives the options that all commands have
     */
    public ResumeCommand(Carrier carrier) {
        super(carrier, false);
    }
}
