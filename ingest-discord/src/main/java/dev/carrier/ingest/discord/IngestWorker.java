package dev.carrier.ingest.discord;

import dev.carrier.runtime.gateway.GatewayClient;
import dev.carrier.runtime.gateway.IdentifyLease;
import dev.carrier.runtime.gateway.IdentifyTurns;
import dev.carrier.runtime.gateway.Shard;
import dev.carrier.runtime.measure.DeadLetters;
import dev.carrier.runtime.worker.Worker;
import dev.carrier.runtime.worker.WorkerContext;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import java.util.Optional;

/** The worker {@code ingest-discord}, alone in its process or beside the others. */
public final class IngestWorker {
    private IngestWorker() {}

    /** Runs it alone. */
    public static void main(String[] args) {
        Worker.run("ingest-discord", args, IngestWorker::start);
    }

    /**
     * Starts to listen with those accounts and shards that are {@linkplain HeardHere heard here},
     * and adds a health check for each account and what there is to measure.
     *
     * @return the worker, which ends with the context's parts
     * @throws dev.carrier.runtime.SetupProblem when an account has no token, or nothing is heard
     */
    public static IngestDiscord start(WorkerContext context) {
        var discord = context.settings().platforms().discord();
        var accounts = HeardHere.here(context.settings());
        var turns =
                new IdentifyTurns(
                        new GatewayClient(discord.url()),
                        new IdentifyLease(context.redis(), context.clock()),
                        id -> context.settings().account(id).token(),
                        discord.identifySpacing(),
                        context.clock());
        var ingest =
                context.parts()
                        .add(
                                "ingest-discord",
                                new IngestDiscord(
                                        accounts,
                                        IngestOptions.at(discord.url())
                                                .catchingUp(
                                                        discord.catchUp().messages(),
                                                        discord.catchUp().within())
                                                .allowed(discord.requestsPerSecond()),
                                        context.kafka(),
                                        context.redis().client(),
                                        turn(turns),
                                        context.clock()));
        accounts.forEach(account -> watch(context, ingest, account));
        context.health()
                .check(
                        "events",
                        () ->
                                ingest.health().kafkaAway()
                                        ? Optional.of("Kafka does not take events: they wait.")
                                        : Optional.empty());
        FunctionCounter.builder("carrier.events.heard", ingest, IngestDiscord::published)
                .tag("platform", "discord")
                .description("events that Kafka has taken")
                .register(context.meters().registry());
        DeadLetters.measure(
                context.meters().registry(), "ingest-discord", ingest, IngestDiscord::letters);
        ingest.start();
        return ingest;
    }

    private static IdentifyTurn turn(IdentifyTurns turns) {
        return new IdentifyTurn() {
            @Override
            public void await(Shard shard) throws InterruptedException {
                turns.await(shard);
            }

            @Override
            public Optional<String> waitingFor(Shard shard) {
                return turns.waitingFor(shard);
            }
        };
    }

    private static void watch(WorkerContext context, IngestDiscord ingest, DiscordAccount account) {
        context.health()
                .check(
                        "discord " + account.id(),
                        () -> health(ingest, account).trouble(),
                        () -> health(ingest, account).warning());
        Gauge.builder("carrier.account.listening", ingest, it -> isListening(it, account) ? 1 : 0)
                .tags("platform", "discord", "account", account.id().value())
                .description("1 while the account hears")
                .register(context.meters().registry());
    }

    private static boolean isListening(IngestDiscord ingest, DiscordAccount account) {
        return health(ingest, account).trouble().isEmpty();
    }

    private static AccountHealth health(IngestDiscord ingest, DiscordAccount account) {
        return ingest.health().accounts().stream()
                .filter(it -> it.account().equals(account.id()))
                .findFirst()
                .orElseThrow();
    }
}
