package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.instagram.account.GraphAccounts;
import dev.carrier.runtime.Part;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.measure.DeadLetters;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.worker.Worker;
import dev.carrier.runtime.worker.WorkerContext;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker {@code ingest-instagram}, alone in its process or beside the others. */
public final class InstagramWorker {
    private static final Logger LOG = LoggerFactory.getLogger(InstagramWorker.class);

    private InstagramWorker() {}

    /** Runs it alone. */
    public static void main(String[] args) {
        Worker.run("ingest-instagram", args, InstagramWorker::startAlone);
    }

    private static void startAlone(WorkerContext context) {
        if (start(context).isEmpty()) {
            throw new SetupProblem(
                    "no account of Instagram that is heard here has a token",
                    "add one to accounts with platform: instagram, set its variable, and see"
                            + " platforms.instagram.accounts (INSTAGRAM_ACCOUNTS)");
        }
    }

    /**
     * Starts to hear with the accounts of Instagram that are heard here and have a token, and adds
     * a health check for each and what there is to measure.
     *
     * @return the worker, which ends with the context's parts; empty when there is no such account
     * @throws dev.carrier.runtime.SetupProblem when there is no way to hear, or the port is taken
     */
    public static Optional<IngestInstagram> start(WorkerContext context) {
        Settings settings = context.settings();
        HeardHere.off(settings).forEach(account -> sayOff(context, account));
        List<AccountId> heard = HeardHere.here(settings);
        if (heard.isEmpty()) {
            return Optional.empty();
        }
        IngestOptions options = HeardHere.options(settings);
        GraphAccounts graphs = context.parts().add(GraphAccounts.start(context, heard::contains));
        List<InstagramAccount> accounts =
                heard.stream()
                        .map(id ->
                                new InstagramAccount(
                                        id,
                                        Optional.ofNullable(graphs.clients().get(id)).orElseThrow(),
                                        () -> graphs.token(id).trouble()))
                        .toList();
        var ingest =
                new IngestInstagram(
                        accounts,
                        options,
                        context.kafka(),
                        context.redis().client(),
                        context.clock());
        context.parts().add(Part.of("ingest-instagram", ingest::drain, ingest));
        heard.forEach(account -> watch(context, ingest, account));
        context.health()
                .check(
                        "instagram events",
                        () ->
                                ingest.health().kafkaAway()
                                        ? Optional.of(
                                                "Kafka does not take events: Meta brings them again.")
                                        : Optional.empty());
        context.health()
                .check(
                        "instagram webhook",
                        () -> ingest.health().webhook(),
                        () -> HeardHere.noWebhook(options));
        context.health().check("instagram tokens", Optional::empty, graphs::warning);
        measure(context, ingest);
        ingest.start();
        ingest.port()
                .ifPresent(port ->
                        LOG.atInfo()
                                .addKeyValue("port", port)
                                .addKeyValue(
                                        "path", settings.platforms().instagram().webhook().path())
                                .log("Meta may call"));
        return Optional.of(ingest);
    }

    private static void sayOff(WorkerContext context, AccountId account) {
        String sentence = account + " has no token and is off on Instagram";
        LOG.info(sentence);
        context.health()
                .check("instagram " + account, Optional::empty, () -> Optional.of(sentence));
    }

    private static void watch(WorkerContext context, IngestInstagram ingest, AccountId account) {
        context.health()
                .check(
                        "instagram " + account,
                        () -> health(ingest, account).trouble(),
                        () -> health(ingest, account).warning());
        Gauge.builder("carrier.account.listening", ingest, it -> isHearing(it, account) ? 1 : 0)
                .tags("platform", "instagram", "account", account.value())
                .description("1 while the account hears")
                .register(context.meters().registry());
    }

    private static void measure(WorkerContext context, IngestInstagram ingest) {
        FunctionCounter.builder(
                        "carrier.events.heard",
                        ingest,
                        it -> it.counts().of(Counted.EVENT) + it.counts().of(Counted.FOUND))
                .tag("platform", "instagram")
                .description("events that Kafka has taken")
                .register(context.meters().registry());
        DeadLetters.measure(
                context.meters().registry(),
                "ingest-instagram",
                ingest,
                it -> it.counts().of(Counted.UNREADABLE));
        for (Counted what : Counted.values()) {
            FunctionCounter.builder(
                            "carrier.instagram.webhooks", ingest, it -> it.counts().of(what))
                    .tag("what", what.label())
                    .description("webhooks by how they were answered, and what was in them")
                    .register(context.meters().registry());
        }
    }

    private static boolean isHearing(IngestInstagram ingest, AccountId account) {
        return health(ingest, account).trouble().isEmpty();
    }

    private static AccountHealth health(IngestInstagram ingest, AccountId account) {
        return ingest.health().accounts().stream()
                .filter(it -> it.account().equals(account))
                .findFirst()
                .orElseThrow();
    }
}
