package dev.carrier.pipeline;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.SettingsVersion;
import dev.carrier.pipeline.character.CharacterFile;
import dev.carrier.pipeline.character.CharacterProblem;
import dev.carrier.pipeline.character.CharacterWatch;
import dev.carrier.runtime.feed.SettingsFeed;
import dev.carrier.runtime.feed.SettingsWriter;
import dev.carrier.runtime.settings.LimitSettings;
import dev.carrier.runtime.settings.PolicyMaker;
import dev.carrier.runtime.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the policy in force: made of the settings and the characters' files as they are now, and
 * the accounts that are paused, and the people who were let in. Every version is written to {@code
 * carrier.settings} before it is handed out, so that whatever it decides can be replayed.
 * Thread-safe.
 */
public final class PolicyKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PolicyKeeper.class);

    private final AtomicReference<Settings> settings;
    private final SettingsFeed feed;
    private final SettingsWriter writer;
    private final Map<Path, CharacterFile> characters = new ConcurrentHashMap<>();
    private final AtomicReference<PolicyInForce> inForce;
    private final CharacterWatch watch;
    private final Doors doors;
    private final ExecutorService changes =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("policy-changes").factory());

    /**
     * Loads the characters, writes the first version, and begins to watch.
     *
     * @param feed has caught up, so that who is paused and who was let in is known
     * @param clock tells which codes are still good
     * @throws CharacterProblem when a character of an account cannot be used
     */
    public PolicyKeeper(
            Settings settings, SettingsFeed feed, SettingsWriter writer, InstantSource clock) {
        this.settings = new AtomicReference<>(settings);
        this.feed = feed;
        this.writer = writer;
        this.doors = new Doors(feed, clock);
        settings.accounts().values().stream()
                .map(account -> account.character())
                .distinct()
                .forEach(path -> characters.put(path, CharacterFile.load(path)));
        characters.values().forEach(file -> writer.write(file.version()));
        this.inForce = new AtomicReference<>(written(make(settings)));
        this.watch = new CharacterWatch(characters.values(), CharacterWatch.EVERY, new Changes());
        feed.onChange(version -> {
            if (decides(version)) {
                changes.execute(this::renew);
            }
        });
        changes.execute(this::renewLater);
        watch.start();
    }

    /** The policy that decides now. Quick. */
    public PolicyInForce inForce() {
        return inForce.get();
    }

    /** The limits that hold now. Quick. */
    public LimitSettings limits() {
        return settings.get().limits();
    }

    /**
     * Takes up other rules; returns when they are recorded and in force.
     *
     * @param next the settings as they are to be from now on
     * @throws KafkaException when they could not be recorded; those before stay in force then
     */
    public void take(Settings next) {
        try {
            changes.submit(() -> renew(next)).get();
        } catch (ExecutionException problem) {
            throw new KafkaException("the new policy could not be recorded", problem.getCause());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** The characters as they are in force. */
    public List<CharacterFile> characters() {
        return List.copyOf(characters.values());
    }

    @Override
    public void close() {
        watch.close();
        changes.shutdownNow();
    }

    private Policy make(Settings from) {
        Map<AccountId, PolicyMaker.Player> players = new TreeMap<>();
        from.accounts()
                .forEach((id, account) -> {
                    CharacterFile file = characters.get(account.character());
                    if (file != null) {
                        players.put(
                                id,
                                new PolicyMaker.Player(
                                        file.character().name(), file.version().hash()));
                    }
                });
        Policy made = PolicyMaker.make(from, players).withPaused(feed.paused().accounts());
        return made.withAdmitted(doors.open(made));
    }

    /** Whoever was let in, and whoever asks for it, makes another policy. */
    private static boolean decides(SettingsVersion version) {
        return switch (version) {
            case SettingsVersion.Paused _, SettingsVersion.Paired _, SettingsVersion.Asked _ ->
                    true;
            case SettingsVersion.CharacterVersion _,
                    SettingsVersion.PolicyVersion _,
                    SettingsVersion.PricesVersion _,
                    SettingsVersion.Unknown _ ->
                    false;
        };
    }

    /** Where too many wait, the next code that runs out makes room. */
    private void renewLater() {
        doors.changes()
                .ifPresent(wait ->
                        CompletableFuture.delayedExecutor(
                                        wait.toMillis() + 1, TimeUnit.MILLISECONDS, changes)
                                .execute(this::renew));
    }

    private PolicyInForce written(Policy policy) {
        writer.policy(policy);
        return PolicyInForce.of(policy);
    }

    private void renew(Settings from) {
        Policy next = make(from);
        if (!next.hash().equals(inForce.get().version())) {
            inForce.set(written(next));
            log.atInfo().addKeyValue("policy", next.hash()).log("policy changed");
        }
        settings.set(from);
    }

    private void renew() {
        try {
            renew(settings.get());
            renewLater();
        } catch (RuntimeException problem) {
            log.atWarn()
                    .addKeyValue("problem", problem.getClass().getSimpleName())
                    .log("the new policy could not be recorded, the old one stays in force");
        }
    }

    private final class Changes implements CharacterWatch.Listener {
        @Override
        public void changed(CharacterFile file) {
            changes.execute(() -> {
                try {
                    writer.write(file.version());
                } catch (RuntimeException problem) {
                    log.atWarn()
                            .addKeyValue("problem", problem.getClass().getSimpleName())
                            .log("a changed character could not be recorded, the old one stays");
                    return;
                }
                characters.put(file.path(), file);
                renew();
                log.atInfo()
                        .addKeyValue("character", file.character().name())
                        .addKeyValue("version", file.version().hash())
                        .log("character changed");
            });
        }

        @Override
        public void unreadable(Path path, String sentence) {
            log.atWarn()
                    .addKeyValue("why", sentence)
                    .log("a changed character cannot be used, the old one stays");
        }
    }
}
