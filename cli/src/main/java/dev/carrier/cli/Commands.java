package dev.carrier.cli;

import dev.carrier.cli.bench.BenchCommand;
import dev.carrier.cli.character.CharacterCommand;
import dev.carrier.cli.chat.ChatCommand;
import dev.carrier.cli.demo.DemoCommand;
import dev.carrier.cli.faults.FaultsCommand;
import dev.carrier.cli.instagram.InstagramCommand;
import dev.carrier.cli.pair.PairCommand;
import dev.carrier.cli.pair.UnpairCommand;
import dev.carrier.cli.pause.PauseCommand;
import dev.carrier.cli.pause.ResumeCommand;
import dev.carrier.cli.replay.ReplayCommand;
import dev.carrier.cli.sandbox.SandboxCommand;
import dev.carrier.cli.up.UpCommand;
import dev.carrier.cli.why.WhyCommand;
import dev.carrier.cli.worker.WorkerCommand;
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
                new ChatCommand(carrier),
                new WhyCommand(carrier),
                new ReplayCommand(carrier),
                new PauseCommand(carrier),
                new ResumeCommand(carrier),
                new PairCommand(carrier),
                new UnpairCommand(carrier),
                new InstagramCommand(carrier),
                new CharacterCommand(carrier),
                new TopicsCommand(carrier),
                new SettingsCommand(carrier),
                new BenchCommand(carrier),
                new FaultsCommand(carrier),
                new WorkerCommand(carrier),
                new SandboxCommand(carrier));
    }
}
