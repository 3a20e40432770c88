package dev.carrier.memory;

import dev.carrier.contracts.SettingsVersion.PolicyVersion;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.feed.SettingsFeed;
import dev.carrier.runtime.measure.Lag;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.worker.Worker;
import dev.carrier.runtime.worker.WorkerContext;
import java.io.IOException;

/** {@code memory-service} as a process, or as a part of one. */
public final class MemoryWorker {
    private MemoryWorker() {}

    /** Runs it alone. */
    public static void main(String[] args) {
        Worker.run("memory-service", args, MemoryWorker::start);
    }

    /** Starts it out of what there is; it ends with the context's parts. */
    public static MemoryService start(WorkerContext context) {
        Settings settings = context.settings();
        SettingsFeed feed =
                context.parts()
                        .add("settings feed", new SettingsFeed(context.kafka(), "memory-settings"));
        try {
            MemoryService memory =
                    context.parts()
                            .add(
                                    "memory-service",
                                    new MemoryService(
                                            context.kafka(),
                                            context.redis().client(),
                                            () -> feed.newestPolicy().map(PolicyVersion::policy),
                                            settings.memory().keep(),
                                            settings.http().bind(),
                                            settings.http().memory(),
                                            context.clock()));
            context.health().check("memory-service", memory::trouble);
            Lag.measure(context.meters().registry(), "memory-service", memory, MemoryService::lag);
            return memory;
        } catch (IOException taken) {
            throw new SetupProblem(
                    "port "
                            + settings.http().memory()
                            + " of memory-service cannot be had: "
                            + taken.getMessage(),
                    "stop what uses it, or set http.memory to another (0 takes a free one)");
        }
    }
}
