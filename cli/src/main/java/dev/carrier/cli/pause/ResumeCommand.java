package dev.carrier.cli.pause;

import dev.carrier.cli.Carrier;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./carrier resume}. */
@Command(
        name = "resume",
        description = {
            "Lets paused accounts speak again. What was said meanwhile is not answered late."
        },
        footer = {
            "",
            "Reaches the Carrier that runs on the data or cluster of the settings. When none runs, it is",
            "recorded for the next start."
        })
public final class ResumeCommand implements Callable<Integer> {
    private final Carrier carrier;

    @Parameters(
            arity = "0..*",
            paramLabel = "ACCOUNT",
            description = "Names of accounts in the settings. Without ACCOUNT: all.")
    private List<String> accounts = List.of();

    /**
     * @param carrier gives the options that all commands have
     */
    public ResumeCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() {
        new Pausing(carrier).change(accounts, false);
        return 0;
    }
}
