package dev.carrier.cli.worker;

import dev.carrier.cli.Carrier;
import dev.carrier.embedded.EmbeddedServers;
import dev.carrier.embedded.RunningServers;
import dev.carrier.ingest.discord.IngestWorker;
import dev.carrier.ingest.instagram.InstagramWorker;
import dev.carrier.memory.MemoryWorker;
import dev.carrier.pipeline.PipelineWorker;
import dev.carrier.responder.ResponderWorker;
import dev.carrier.runtime.Nearest;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.Loaded;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.worker.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./carrier worker NAME}. */
@Command(
        name = "worker",
        description = "Runs one worker alone, until it is told to end (Ctrl-C or SIGTERM).",
        footer = {
            "",
            "  ingest-discord      hears: needs the tokens of its accounts",
            "  ingest-instagram    hears: needs the tokens of its accounts, and for webhooks the app's secret",
            "  pipeline-processor  decides and thinks: needs characters and the keys of its models",
            "  responder           speaks: needs the tokens of its accounts",
            "  memory-service      remembers and recalls",
            "",
            "All need Kafka and Redis: those of kafka.bootstrap and redis.url, or the embedded ones of a",
            "./carrier up that runs on the same --data; with that one it shares the work. Two workers of one",
            "name on one host need different values of CARRIER_INSTANCE.",
            "",
            "Several ingest-discord share the accounts, --accounts, and even the servers of one account:",
            "accounts.NAME.shards.total says into how many parts, --shards which of them are for this one."
        })
public final class WorkerCommand implements Callable<Integer> {
    private static final SortedMap<String, Consumer<String[]>> WORKERS =
            new TreeMap<>(
                    Map.of(
                            "ingest-discord", IngestWorker::main,
                            "ingest-instagram", InstagramWorker::main,
                            "pipeline-processor", PipelineWorker::main,
                            "responder", ResponderWorker::main,
                            "memory-service", MemoryWorker::main));

    private final Carrier carrier;

    @Parameters(paramLabel = "NAME", description = "Which one, see below.")
    private String name = "";

    @Option(
            names = "--accounts",
            paramLabel = "NAMES",
            description =
                    "The accounts that ingest-discord or ingest-instagram hears here: ada,juno. By default"
                            + " DISCORD_ACCOUNTS or INSTAGRAM_ACCOUNTS.")
    private String accounts = "";

    @Option(
            names = "--shards",
            paramLabel = "IDS",
            description =
                    "The shards of them that it hears here, from 0: 0,1 or 0-3. By default CARRIER_SHARDS.")
    private String shards = "";

    /**
     * @param carrier gives the options that all commands have
     */
    public WorkerCommand(Carrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public Integer call() {
        Consumer<String[]> main = WORKERS.get(name);
        if (main == null) {
            throw new SetupProblem(
                    "no worker is named '" + name + "'" + Nearest.hint(name, WORKERS.keySet()),
                    "there are " + String.join(", ", WORKERS.keySet()));
        }
        List<String> args = new ArrayList<>(found(carrier.settings(chosen())));
        // What was typed comes last, and so wins.
        args.addAll(carrier.options());
        chosen().forEach((key, value) -> set(args, key, value));
        main.accept(args.toArray(String[]::new));
        return 0;
    }

    private Map<String, String> chosen() {
        Map<String, String> chosen = new TreeMap<>();
        if (!accounts.isEmpty()) {
            boolean instagram = name.equals("ingest-instagram");
            chosen.put(
                    instagram ? "platforms.instagram.accounts" : "platforms.discord.accounts",
                    accounts);
        }
        if (!shards.isEmpty()) {
            chosen.put("platforms.discord.shards", shards);
        }
        return chosen;
    }

    /** Where the servers are, when they are embedded in another process. */
    private List<String> found(Loaded loaded) {
        Settings settings = loaded.settings();
        List<String> args = new ArrayList<>();
        if (settings.kafka().embedded() || settings.redis().embedded()) {
            RunningServers servers =
                    EmbeddedServers.running(settings.data())
                            .orElseThrow(() ->
                                    new SetupProblem(
                                            name
                                                    + " alone needs Kafka and Redis, and none run on "
                                                    + settings.data(),
                                            "start ./carrier up, or set kafka.bootstrap and redis.url"
                                                    + " (KAFKA_BOOTSTRAP_SERVERS, REDIS_URL)"));
            if (settings.kafka().embedded()) {
                set(args, "kafka.bootstrap", servers.kafka());
            }
            if (settings.redis().embedded()) {
                set(args, "redis.url", servers.redis());
            }
            // Its workers have the host's name.
            Instance.beside("alone");
            if (loaded.origin("http.health")
                    .filter(one -> one.toString().equals("default"))
                    .isPresent()) {
                // The usual one belongs to whoever runs the servers.
                set(args, "http.health", "0");
            }
        }
        return args;
    }

    private static void set(List<String> args, String key, String value) {
        args.add("--set");
        args.add(key + "=" + value);
    }
}
