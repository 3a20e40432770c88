package dev.carrier.scenarios;

import dev.carrier.cli.run.FreePorts;
import dev.carrier.cli.run.Progress;
import dev.carrier.cli.run.Running;
import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Outcome;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsLoader;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenComment;
import dev.carrier.sandbox.SeenDm;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Carrier, whole, in this JVM, and an Instagram on which Ada has an account. */
final class Studio implements AutoCloseable {
    static final AccountId BEES = new AccountId("bees");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String VERIFY = "open sesame";

    final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    final SandboxClient client = new SandboxClient(sandbox.base());
    final InstagramClient instagram = client.instagram();
    final InstagramClient.NewAccount account = instagram.account("ada.keeps.bees");
    private final Parts parts = new Parts();
    private final Running running;

    /**
     * @param data for Kafka and Redis
     * @param more settings beside those that it needs, by path
     */
    Studio(Path data, Map<String, String> more) throws InterruptedException {
        Map<String, String> own = new HashMap<>(FreePorts.settings());
        own.put("data", data.toString());
        own.put("models.offline.provider", "openai");
        own.put("models.offline.model", "offline-voice");
        own.put("models.offline.url", sandbox.model().toString());
        own.put("accounts.bees.platform", "instagram");
        own.put(
                "accounts.bees.character",
                Path.of("../characters/ada.json").toAbsolutePath().normalize().toString());
        own.put("accounts.bees.model", "offline");
        own.put("platforms.instagram.url", sandbox.instagramApi().toString());
        own.putAll(more);
        Map<String, String> secrets =
                Map.of(
                        "INSTAGRAM_TOKEN_BEES",
                        account.token(),
                        "INSTAGRAM_APP_SECRET",
                        account.secret(),
                        "INSTAGRAM_VERIFY_TOKEN",
                        VERIFY,
                        "CARRIER_KEY",
                        "a key of this test");
        Settings settings = SettingsLoader.parse("", secrets, own).settings();
        running = Running.start(settings, parts, Progress.QUIET);
        List<String> troubles = running.awaitReady(PATIENCE);
        if (!troubles.isEmpty()) {
            throw new IllegalStateException(troubles.toString());
        }
        instagram
                .webhook()
                .callback(
                        URI.create("http://127.0.0.1:" + settings.http().webhook() + "/instagram"),
                        VERIFY);
    }

    /** What Ada said under a post, oldest first. */
    List<SeenComment> said(String media) {
        return instagram.comments(media).stream()
                .filter(comment -> comment.by().equals(account.id()))
                .toList();
    }

    /** What Ada wrote to a person, oldest first; without what humans typed. */
    List<SeenDm> wrote(String person) {
        return instagram.thread(account.id(), person).stream()
                .filter(message -> message.via().equals("api"))
                .toList();
    }

    /** How something ended for Ada: {@code ignored(own message)}. */
    List<String> outcomes(String message) {
        EventId said = EventId.said("instagram", message);
        return Recorded.read(running.infrastructure().kafka()).outcomes().stream()
                .filter(one -> one.event().equals(said))
                .map((Outcome one) -> House.told(one))
                .toList();
    }

    @Override
    public void close() {
        parts.close();
        sandbox.close();
    }
}
