package dev.carrier.cli.up;

import dev.carrier.ingest.instagram.AccountHealth;
import dev.carrier.ingest.instagram.IngestHealth;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.runtime.settings.Settings;
import java.time.Duration;
import java.util.OptionalInt;

/** What the first screen says of accounts on Instagram. One thread. */
final class InstagramOutlook {
    private static final String PART = "instagram";

    private final Settings settings;
    private final Screen screen;

    InstagramOutlook(Settings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
    }

    /** There is none. */
    void nobody() {
        screen.off(PART, "no account");
    }

    /**
     * Each account as Instagram has it.
     *
     * @param port where Meta calls; empty: nowhere
     */
    void accounts(IngestHealth health, OptionalInt port) {
        for (AccountHealth account : health.accounts()) {
            if (account.state() == AccountHealth.State.HEARING) {
                screen.ok(
                        PART,
                        "%s is @%s, %s, %s"
                                .formatted(
                                        account.account(),
                                        account.username(),
                                        webhook(port),
                                        polling()));
            }
            account.trouble().ifPresent(why -> screen.warn(PART, account.account() + ": " + why));
            account.warning().ifPresent(why -> screen.warn(PART, account.account() + ": " + why));
        }
        health.webhook().ifPresent(why -> screen.warn(PART, why));
        if (settings.platforms().instagram().appSecrets().stream().noneMatch(Secret::isSet)) {
            screen.warn(
                    PART,
                    "INSTAGRAM_APP_SECRET is not set: webhooks are off, and reactions, edits and"
                            + " deletions are not heard");
        }
        if (settings.media().url().isEmpty()) {
            screen.off(PART, "no media host (media.url): nothing can be published");
        }
    }

    private String webhook(OptionalInt port) {
        return port.isPresent()
                ? "webhook on "
                        + settings.http().bind()
                        + ":"
                        + port.getAsInt()
                        + settings.platforms().instagram().webhook().path()
                : "no webhook";
    }

    private String polling() {
        Duration every = settings.platforms().instagram().poll().every();
        if (every.isZero()) {
            return "no polling";
        }
        boolean minutes = every.toMillis() % 60_000 == 0;
        return "polling every "
                + (minutes ? every.toMinutes() + " m" : every.toMillis() / 1000 + " s");
    }
}
