package dev.carrier.cli.bench;

import dev.carrier.bench.WebhookBench;
import dev.carrier.cli.Carrier;
import dev.carrier.cli.run.FreePorts;
import dev.carrier.cli.run.Infrastructure;
import dev.carrier.contracts.AccountId;
import dev.carrier.ingest.instagram.AccountHealth;
import dev.carrier.ingest.instagram.Counted;
import dev.carrier.ingest.instagram.IngestInstagram;
import dev.carrier.ingest.instagram.IngestOptions;
import dev.carrier.ingest.instagram.InstagramAccount;
import dev.carrier.ingest.instagram.WebhookOptions;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.pace.SharedPace;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.log.Logging;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What hears on Instagram and nothing else of Carrier, on embedded servers and the sandbox. Its
 * data are temporary. Not thread-safe.
 */
final class WebhookTown implements AutoCloseable {
    private static final String PATH = "/instagram";
    private static final int BODY = 1024 * 1024;
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration END_WITHIN = Duration.ofSeconds(10);

    private final Parts parts;
    private final WebhookBench bench;

    private WebhookTown(Parts parts, WebhookBench bench) {
        this.parts = parts;
        this.bench = bench;
    }

    /**
     * Starts everything; returns when it hears.
     *
     * @throws SetupProblem when something cannot start
     */
    static WebhookTown start(Carrier carrier) throws InterruptedException {
        Parts parts = new Parts();
        try {
            Path data = Files.createTempDirectory("carrier-bench-");
            parts.add("data", () -> BenchTown.delete(data));
            Sandbox sandbox = parts.add("sandbox", Sandbox.start(SandboxOptions.defaults()));
            Map<String, String> own = new HashMap<>(FreePorts.settings());
            own.put("data", data.toString());
            own.put("log.level", "warn");
            Settings settings = carrier.sandboxed(own, System.getenv()).settings();
            Logging.configure(settings.log(), Optional.empty());
            Infrastructure servers =
                    Infrastructure.start(settings, parts, (part, says, took) -> {});
            InstagramClient instagram = new SandboxClient(sandbox.base()).instagram();
            var account = instagram.account("bench");
            String secret = instagram.webhook().secret();
            var graph =
                    new GraphClient(
                            sandbox.instagramApi(),
                            settings.platforms().instagram().version(),
                            account::token,
                            new SharedPace(servers.redis(), "bench", InstantSource.system()),
                            GraphClient.http());
            var ingest =
                    parts.add(
                            "ingest-instagram",
                            new IngestInstagram(
                                    List.of(new InstagramAccount(new AccountId("bench"), graph)),
                                    IngestOptions.of(
                                            Optional.of(
                                                    WebhookOptions.of(
                                                            "127.0.0.1",
                                                            0,
                                                            PATH,
                                                            BODY,
                                                            List.of(Secret.of(secret)),
                                                            Secret.of("bench"))),
                                            Duration.ZERO,
                                            1),
                                    servers.kafka(),
                                    servers.redis().client(),
                                    InstantSource.system()));
            ingest.start();
            await(ingest);
            URI webhook = URI.create("http://127.0.0.1:" + ingest.port().orElseThrow() + PATH);
            String post = instagram.post(account.id(), "bench");
            return new WebhookTown(
                    parts,
                    new WebhookBench(
                            webhook,
                            secret,
                            account.id(),
                            post,
                            () -> ingest.counts().of(Counted.EVENT)));
        } catch (IOException problem) {
            parts.close();
            throw new UncheckedIOException("no temporary folder", problem);
        } catch (RuntimeException | InterruptedException problem) {
            parts.close();
            throw problem;
        }
    }

    WebhookBench bench() {
        return bench;
    }

    private static void await(IngestInstagram ingest) throws InterruptedException {
        long until = System.nanoTime() + READY_WITHIN.toNanos();
        while (!ingest.health().isWell()) {
            if (System.nanoTime() > until) {
                throw new SetupProblem(
                        "nothing could be measured: "
                                + ingest.health().accounts().stream()
                                        .map(AccountHealth::trouble)
                                        .flatMap(Optional::stream)
                                        .findFirst()
                                        .orElse("it does not hear"));
            }
            Thread.sleep(LOOK);
        }
    }

    @Override
    public void close() {
        parts.end(END_WITHIN);
    }
}
