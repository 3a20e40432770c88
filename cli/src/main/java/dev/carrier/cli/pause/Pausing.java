package dev.carrier.cli.pause;

import dev.carrier.cli.Carrier;
import dev.carrier.cli.Servers;
import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Json;
import dev.carrier.embedded.EmbeddedServers;
import dev.carrier.runtime.feed.SettingsWriter;
import dev.carrier.runtime.feed.Standing;
import dev.carrier.runtime.settings.Settings;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What {@code pause} and {@code resume} have in common. Picocli reads what stands here too. */
@Command(
        footer = {
            "",
            "Reaches the Carrier that runs on the data or cluster of the settings. When none runs, it is",
            "recorded for the next start."
        })
abstract sealed class Pausing implements Callable<Integer> permits PauseCommand, ResumeCommand {
    private final Carrier carrier;
    private final boolean silent;

    @Parameters(
            arity = "0..*",
            paramLabel = "ACCOUNT",
            description = "Names of accounts in the settings. Without ACCOUNT: all.")
    private List<String> accounts = List.of();

    /**
     * @param silent whether the accounts are silenced, or let speak
     */
    Pausing(Carrier carrier, boolean silent) {
        this.carrier = carrier;
        this.silent = silent;
    }

    @Override
    public final Integer call() {
        Settings settings = carrier.settings().settings();
        boolean runs =
                !settings.kafka().embedded()
                        || EmbeddedServers.running(settings.data()).isPresent();
        try (Servers servers = Servers.reach(settings)) {
            Standing before = Standing.read(servers.kafka(), settings.accounts().keySet());
            Standing now = before.with(before.named(accounts), silent);
            try (SettingsWriter writer = new SettingsWriter(servers.kafka(), "carrier-pause")) {
                writer.paused(now.paused());
            }
            say(now, runs, settings);
        }
        return 0;
    }

    private void say(Standing now, boolean runs, Settings settings) {
        if (carrier.json()) {
            var json = Json.mapper().createObjectNode();
            var paused = json.putArray("paused");
            now.paused().forEach(account -> paused.add(account.value()));
            var speaking = json.putArray("speaking");
            now.speaking().forEach(account -> speaking.add(account.value()));
            carrier.out().println(json.put("running", runs));
            return;
        }
        carrier.out()
                .println("paused: " + list(now.paused()) + "; speaking: " + list(now.speaking()));
        if (!runs) {
            carrier.out()
                    .println(
                            "nothing runs on "
                                    + settings.data()
                                    + " now: this holds from the next start on");
        }
    }

    private static String list(Collection<AccountId> accounts) {
        return accounts.isEmpty()
                ? "nobody"
                : accounts.stream().map(AccountId::value).collect(Collectors.joining(", "));
    }
}
