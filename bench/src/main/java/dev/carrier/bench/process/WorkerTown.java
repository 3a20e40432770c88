package dev.carrier.bench.process;

import dev.carrier.bench.Subject;
import dev.carrier.faults.crew.Crew;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.crew.Jvm;
import dev.carrier.faults.crew.Servers;
import dev.carrier.faults.crew.WorkerProcess;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Carrier with each worker and Kafka in a JVM of its own, on a sandbox in this one whose rate
 * limits are out of the way. Not thread-safe.
 */
public final class WorkerTown implements Subject, AutoCloseable {
    static final String ACCOUNT = "ada";
    private static final String NAME = "Ada";
    private static final int MOST_CHANNELS_OF_A_GUILD = 400;

    private final String javaOptions;
    private final Servers servers;
    private final Redis redis;
    private final Sandbox sandbox;
    private final SandboxClient client;
    private final String person;
    private final DiscordClient.NewBot bot;
    private final String guild;
    private final List<String> channels;
    private final Crew crew;

    /**
     * Starts Kafka, Redis and the sandbox; no worker yet.
     *
     * @param folder for what is written and what the processes print; exists
     * @param character the file of who answers; named Ada
     * @param partitions of the topics
     * @param conversations so many channels
     * @param javaOptions more options for the JVM of each worker, perhaps none
     */
    public WorkerTown(
            Path folder, Path character, int partitions, int conversations, String javaOptions) {
        this.javaOptions = javaOptions.strip();
        servers = Servers.start(folder, partitions);
        redis = new Redis(servers.store().url());
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults()
                                .withIdentifyInterval(Duration.ofMillis(250))
                                .withMessageLimit(1_000_000, Duration.ofSeconds(1))
                                .withRequestsPerSecond(1_000_000));
        client = new SandboxClient(sandbox.base());
        person = client.discord().person("Mara");
        bot = client.discord().bot(NAME, Optional.empty(), Optional.of(person), true);
        channels = new ArrayList<>();
        String first = "";
        String last = "";
        for (int i = 0; i < conversations; i++) {
            if (i % MOST_CHANNELS_OF_A_GUILD == 0) {
                last = client.discord().guild("Bench " + i, person).id();
                client.discord().joins(bot.id(), last);
                first = first.isEmpty() ? last : first;
            }
            channels.add(client.discord().channel(last, "talk-" + i));
        }
        guild = first;
        crew =
                new Crew(
                        TownSettings.write(folder, servers, sandbox, character, partitions),
                        folder,
                        Map.of("DISCORD_TOKEN_ADA", bot.token(), Jvm.OPTIONS, javaOptions));
    }

    /** Starts every worker at the same time; gives how long each took until it was well. */
    Map<Job, Duration> start() throws InterruptedException {
        Map<Job, Duration> took = new ConcurrentHashMap<>();
        Map<Job, RuntimeException> failed = new ConcurrentHashMap<>();
        List<Thread> waiting = new ArrayList<>();
        for (Job job : Job.onDiscord()) {
            long began = System.nanoTime();
            crew.begin(job);
            WorkerProcess process = crew.of(job);
            waiting.add(
                    Thread.startVirtualThread(() -> {
                        try {
                            process.awaitReady();
                            took.put(job, Duration.ofNanos(System.nanoTime() - began));
                        } catch (RuntimeException problem) {
                            failed.put(job, problem);
                        }
                    }));
        }
        for (Thread one : waiting) {
            one.join();
        }
        for (RuntimeException problem : failed.values()) {
            throw problem;
        }
        return took;
    }

    /** What everything has used until now. */
    Usage usage() {
        Map<String, ProcessUse> processes = new LinkedHashMap<>();
        double written = 0;
        double read = 0;
        for (Job job : Job.onDiscord()) {
            WorkerProcess process = crew.of(job);
            processes.put(job.worker(), ProcessUse.of(process.pid()));
            String exported = process.metrics();
            written += Exported.sum(exported, "kafka_producer_record_send_total");
            read += Exported.sum(exported, "kafka_consumer_fetch_manager_records_consumed_total");
        }
        processes.put("kafka", ProcessUse.of(servers.broker().pid()));
        String info = redis.client().info("all");
        info.lines()
                .filter(line -> line.startsWith("process_id:"))
                .map(line -> Long.parseLong(line.substring("process_id:".length()).strip()))
                .forEach(pid -> processes.put("redis", ProcessUse.of(pid)));
        return new Usage(processes, StoreCounts.of(info), written, read);
    }

    @Override
    public SandboxClient sandbox() {
        return client;
    }

    @Override
    public KafkaClients kafka() {
        return servers.kafka();
    }

    @Override
    public String botName() {
        return bot.name();
    }

    @Override
    public String bot() {
        return bot.id();
    }

    /** Who writes. */
    String person() {
        return person;
    }

    /** Where they write. */
    List<String> channels() {
        return List.copyOf(channels);
    }

    /** A server of theirs. */
    String guild() {
        return guild;
    }

    /** What the JVMs of the workers have besides the options of them all. */
    String javaOptions() {
        return javaOptions;
    }

    /** The workers. */
    Crew crew() {
        return crew;
    }

    @Override
    public void close() {
        crew.close();
        sandbox.close();
        redis.close();
        servers.close();
    }
}
