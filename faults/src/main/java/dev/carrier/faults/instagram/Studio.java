package dev.carrier.faults.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.faults.crew.Crew;
import dev.carrier.faults.crew.Servers;
import dev.carrier.faults.crew.WorkerSettings;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.InstagramClient.NewAccount;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.media.MediaHost;
import dev.carrier.sandbox.media.MediaOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An Instagram with the accounts of Ada and Juno, a media host, Kafka and Redis, and a crew of
 * worker processes that are told of all this by their settings only.
 */
public final class Studio implements AutoCloseable {
    public static final AccountId ADA = new AccountId("ada");
    public static final AccountId JUNO = new AccountId("juno");

    /** Everybody who hears and posts. */
    public static final List<AccountId> ACCOUNTS = List.of(ADA, JUNO);

    private static final String VERIFY_TOKEN = "are you there";

    private final Servers servers;
    private final Sandbox sandbox;
    private final SandboxClient client;
    private final Map<AccountId, NewAccount> accounts;
    private final Path outbox;
    private final int port = WorkerSettings.freePort();
    private final Crew crew;

    /**
     * Starts Kafka, Redis and the sandbox; the workers are started by whoever needs them.
     *
     * @param folder for what is written and what the processes print; its servers are new
     */
    public Studio(Path folder) {
        servers = Servers.start(folder);
        sandbox = Sandbox.start(SandboxOptions.defaults().withMedia(MediaOptions.defaults()));
        client = new SandboxClient(sandbox.base());
        accounts =
                Map.of(
                        ADA, instagram().account("ada.paints"),
                        JUNO, instagram().account("juno.dives"));
        client.model().takes(20);
        instagram().set("retryAfter", Duration.ofMillis(500));
        // Who is shut out and calls all the same is so for longer, here not for minutes.
        instagram().set("longerBlock", Duration.ofSeconds(5));
        instagram().set("imageProcessing", Duration.ofSeconds(1));
        // An evening in full has more posts than a day may have.
        instagram().set("postsPerDay", 1_000);
        instagram().set("containersPerDay", 10_000);
        outbox = folder.resolve("outbox");
        MediaHost media = client.media().host();
        crew = new Crew(settings(folder, media).write(folder), folder, secrets(media));
        ACCOUNTS.forEach(account -> crew.token(variable(account), of(account).token()));
    }

    private Map<String, String> secrets(MediaHost media) {
        return Map.of(
                "INSTAGRAM_APP_SECRET",
                client.instagram().webhook().secret(),
                "INSTAGRAM_VERIFY_TOKEN",
                VERIFY_TOKEN,
                "FTP_PASSWORD",
                media.password(),
                "CARRIER_KEY",
                "a key of this evening, long enough to close tokens with");
    }

    private WorkerSettings settings(Path folder, MediaHost media) {
        return new WorkerSettings(
                servers.kafka().bootstrap(),
                servers.store().url(),
                sandbox.model(),
                "instagram",
                List.of("Ada", "Juno"),
                List.of("guilds: all", "dms: everyone"),
                port,
                List.of(
                        "platforms:",
                        "  instagram: { url: \"%s\", poll: { every: 0s, media: 20 } }"
                                .formatted(sandbox.instagramApi()),
                        "media:",
                        "  url: \"%s\"".formatted(media.url()),
                        "  outbox: %s".formatted(outbox),
                        "  ftp: { host: localhost, port: %d, user: %s, trust: %s, timeout: 10s }"
                                .formatted(media.explicit(), media.user(), trust(folder, media))));
    }

    private static Path trust(Path folder, MediaHost media) {
        try {
            return Files.writeString(folder.resolve("ftp.pem"), media.certificate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Enters the webhook's address in the app's dashboard; its worker must be there. */
    public void isCalledFromNowOn() {
        instagram()
                .webhook()
                .callback(URI.create("http://127.0.0.1:" + port + "/instagram"), VERIFY_TOKEN);
    }

    /** Speaks to the sandbox. */
    public SandboxClient client() {
        return client;
    }

    /** The sandbox's Instagram. */
    public InstagramClient instagram() {
        return client.instagram();
    }

    /** Kafka and Redis. */
    public Servers servers() {
        return servers;
    }

    /** The workers. */
    public Crew crew() {
        return crew;
    }

    /** Who an account is on Instagram. */
    public NewAccount of(AccountId account) {
        return Objects.requireNonNull(accounts.get(account), account.value());
    }

    /** The variable with an account's token. */
    public static String variable(AccountId account) {
        return "INSTAGRAM_TOKEN_" + account.value().toUpperCase(Locale.ROOT);
    }

    /** The folder with what is to be posted. */
    public Path outbox() {
        return outbox;
    }

    /** Where a person can look on. */
    public URI page() {
        return sandbox.base();
    }

    @Override
    public void close() {
        crew.close();
        sandbox.close();
        servers.close();
    }
}
