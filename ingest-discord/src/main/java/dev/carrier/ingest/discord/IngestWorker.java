package dev.carrier.ingest.discord;

import dev.carrier.runtime.Part;
import dev.carrier.runtime.redis.IdentifyLease;
import dev.carrier.runtime.settings.PlatformSettings;
import dev.carrier.runtime.worker.Worker;
import dev.carrier.runtime.worker.WorkerContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ingest-discord} as a process, or as a part of one. */
public final class IngestWorker {
    private IngestWorker() {}

    /** Runs it alone. */
    public static void main(String[] args) {
        Worker.run("ingest-discord", args, IngestWorker::start);
    }

    /** Starts it out of what there is; it ends with the context's parts. */
    public static IngestDiscord start(WorkerContext context) {
        PlatformSettings.Discord discord = context.settings().platforms().discord();
        var lease = new IdentifyLease(context.redis(), context.clock());
        List<DiscordAccount> accounts =
                context.settings().accounts().entrySet().stream()
                        .filter(entry -> entry.getValue().platform().equals("discord"))
                        .map(entry ->
                                new DiscordAccount(
                                        entry.getKey(),
                                        context.settings().account(entry.getKey()).token()))
                        .toList();
        var ingest =
                new IngestDiscord(
                        accounts,
                        IngestOptions.at(discord.url()),
                        context.kafka(),
                        context.redis().client(),
                        account -> lease.acquire(account, discord.identifySpacing()),
                        Clock.systemUTC());
        context.parts().add(Part.of("ingest-discord", ingest));
        context.health().check("ingest-discord", () -> trouble(ingest.health()));
        ingest.start();
        return ingest;
    }

    private static Optional<String> trouble(IngestHealth health) {
        if (health.kafkaAway()) {
            return Optional.of("Kafka does not take what is heard");
        }
        return health.accounts().stream()
                .filter(account -> account.state() != AccountHealth.State.LISTENING)
                .map(account ->
                        account.account()
                                + " is "
                                + account.state().toString().toLowerCase(Locale.ROOT)
                                + (account.sentence().isEmpty() ? "" : ": " + account.sentence()))
                .findFirst();
    }
}
