package dev.carrier.cli.pause;

import dev.carrier.cli.Carrier;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./carrier pause}. */
@Command(
        name = "pause",
        description = {
            "Silences accounts at once: they hear and remember, and answer nobody until resumed.",
            "What is thought about now is not sent any more."
        },
        footer = {
            "",
            "Reaches the Carrier that runs on the data or cluster of the settings. When none runs, it is",
            "recorded for the next start."
        })
public final class PauseCommand implements Callable<Integer> {
    private final Carrier carrier;

    @Parameters(
            arity = "0..*",
            paramLabel = "ACCOUNT",
            description = "Names of accounts in the settings. Without ACCOUNT: all.")
    private List<String> accounts = List.of();

    /**
     * @param carrier gives the options that all commands have
     */
    public PauseCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() {
        new Pausing(carrier).change(accounts, true);
        return 0;
    }
}
