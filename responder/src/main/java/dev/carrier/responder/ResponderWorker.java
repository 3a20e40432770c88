package dev.carrier.responder;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.Part;
import dev.carrier.runtime.redis.IdentifyLease;
import dev.carrier.runtime.settings.PlatformSettings;
import dev.carrier.runtime.worker.Instance;
import dev.carrier.runtime.worker.Worker;
import dev.carrier.runtime.worker.WorkerContext;
import io.micrometer.core.instrument.Gauge;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** {@code responder} as a process, or as a part of one. */
public final class ResponderWorker {
    private ResponderWorker() {}

    /** Runs it alone. */
    public static void main(String[] args) {
        Worker.run("responder", args, ResponderWorker::start);
    }

    /** Starts it out of what there is; it ends with the context's parts. */
    public static Responder start(WorkerContext context) {
        Map<AccountId, String> tokens = new TreeMap<>();
        context.settings()
                .accounts()
                .forEach((id, account) -> {
                    if (account.platform().equals("discord")) {
                        tokens.put(id, context.settings().account(id).token().value());
                    }
                });
        PlatformSettings.Discord discord = context.settings().platforms().discord();
        var lease = new IdentifyLease(context.redis(), context.clock());
        var responder =
                new Responder(
                        tokens,
                        discord.url().toString(),
                        account -> lease.acquire(account, discord.identifySpacing()),
                        context.kafka(),
                        context.redis().client(),
                        Instance.name(),
                        Clock.systemUTC());
        context.parts().add(Part.of("responder", responder::drain, responder));
        context.health()
                .check(
                        "responder",
                        () -> responder.troubles().stream().findFirst().or(responder::stuck));
        context.health().check("discord requests", responder::stopped);
        Gauge.builder("carrier.responder.invalid", responder, Responder::invalidRequests)
                .description("requests that Discord refused within ten minutes: 401, 403, 429")
                .register(context.meters().registry());
        responder.start();
        return responder;
    }
}
