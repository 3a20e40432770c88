package dev.carrier.pipeline;

import dev.carrier.contracts.Topics;
import dev.carrier.pipeline.character.CharacterProblem;
import dev.carrier.pipeline.provider.FeedVersions;
import dev.carrier.pipeline.provider.ModelMeters;
import dev.carrier.pipeline.provider.ProviderStage;
import dev.carrier.pipeline.provider.RecallClient;
import dev.carrier.pipeline.provider.command.CommandTools;
import dev.carrier.pipeline.provider.enclosure.Enclosing;
import dev.carrier.pipeline.provider.enclosure.FileClient;
import dev.carrier.pipeline.provider.enclosure.FileHosts;
import dev.carrier.pipeline.provider.limits.Limits;
import dev.carrier.pipeline.provider.model.Models;
import dev.carrier.pipeline.provider.prompt.PromptBudget;
import dev.carrier.runtime.Part;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.build.BuildInfo;
import dev.carrier.runtime.feed.SettingsFeed;
import dev.carrier.runtime.feed.SettingsWriter;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.worker.Instance;
import dev.carrier.runtime.worker.Worker;
import dev.carrier.runtime.worker.WorkerContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** {@code pipeline-processor} as a process, or as a part of one. */
public final class PipelineWorker {
    private static final Duration SETTINGS_READ_WITHIN = Duration.ofSeconds(30);
    private static final int THREADS = 1;

    private PipelineWorker() {}

    /** Runs it alone. */
    public static void main(String[] args) {
        Worker.run("pipeline-processor", args, PipelineWorker::start);
    }

    /** The build that decides: what the journal and replay compare. */
    public static String build() {
        BuildInfo build = BuildInfo.of(PipelineWorker.class, Topics.class);
        return build.version() + "+" + build.hash();
    }

    /**
     * Starts it out of what there is; it ends with the context's parts.
     *
     * @throws SetupProblem when a character cannot be used, or Kafka does not give the settings
     */
    public static PipelineProcessor start(WorkerContext context) throws InterruptedException {
        Settings settings = context.settings();
        Parts parts = context.parts();
        SettingsFeed feed =
                parts.add("settings feed", new SettingsFeed(context.kafka(), "pipeline-settings"));
        if (!feed.awaitCaughtUp(SETTINGS_READ_WITHIN)) {
            throw new SetupProblem(
                    "the versions of settings could not be read within 30 s",
                    "see whether Kafka at " + context.kafka().bootstrap() + " is well");
        }
        SettingsWriter writer =
                parts.add(
                        "settings writer",
                        new SettingsWriter(context.kafka(), "pipeline-settings"));
        PolicyKeeper policy = parts.add("policy", keeper(settings, feed, writer, context.clock()));
        context.watch().onChange(change -> policy.take(change.settings()));
        Models models = parts.add("models", new Models(settings.models()));
        RecallClient recall =
                parts.add("recall", new RecallClient(memory(settings), RecallClient.DEADLINE));
        FileClient files =
                parts.add(
                        "files",
                        new FileClient(new FileHosts(settings.platforms().discord().fileHosts())));
        var processor =
                new PipelineProcessor(
                        policy,
                        new ProviderStage(
                                new FeedVersions(feed),
                                recall,
                                new Limits(
                                        policy::limits,
                                        settings.timezone(),
                                        context.redis(),
                                        context.clock()),
                                models,
                                new Enclosing(files),
                                PromptBudget.standard(settings.timezone()),
                                CommandTools.of(
                                        context.kafka(), writer, () -> policy.inForce().policy()),
                                new ModelMeters(
                                        context.meters().registry(),
                                        settings.models().keySet(),
                                        settings.accounts().keySet()),
                                context.clock()),
                        context.kafka(),
                        build(),
                        stateDir(settings),
                        THREADS,
                        Instance.name(),
                        Clock.systemUTC(),
                        context.meters().registry(),
                        context.traces());
        var measured = context.meters().kafka().measure(processor::metrics);
        parts.add("measures of Kafka Streams", measured);
        parts.add(Part.of("pipeline-processor", processor::drain, processor));
        context.health().check("pipeline-processor", processor::trouble);
        processor.start();
        return processor;
    }

    private static PolicyKeeper keeper(
            Settings settings, SettingsFeed feed, SettingsWriter writer, InstantSource clock) {
        try {
            return new PolicyKeeper(settings, feed, writer, clock);
        } catch (CharacterProblem problem) {
            throw new SetupProblem(problem.sentence());
        }
    }

    private static URI memory(Settings settings) {
        return URI.create(
                settings.memory()
                        .url()
                        .orElseGet(() ->
                                "http://"
                                        + settings.http().bind()
                                        + ":"
                                        + settings.http().memory()));
    }

    /** Only locks lie there: the stores are in memory, restored from their changelogs. */
    private static Path stateDir(Settings settings) {
        return settings.data().resolve("streams-" + Instance.name());
    }
}
