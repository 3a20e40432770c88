package dev.carrier.ingest.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.PlatformSettings;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.runtime.settings.Settings;
import java.util.List;
import java.util.Optional;

/** What a container hears, and how, by its settings. Pure. */
final class HeardHere {
    private HeardHere() {}

    /** The accounts of Instagram that are heard here, in the order of the settings. */
    static List<AccountId> here(Settings settings) {
        return chosen(settings, true);
    }

    /** Those that would be, but have no token. */
    static List<AccountId> off(Settings settings) {
        return chosen(settings, false);
    }

    private static List<AccountId> chosen(Settings settings, boolean withToken) {
        var instagram = settings.platforms().instagram();
        return settings.accounts().entrySet().stream()
                .filter(it -> it.getValue().platform().equals(Names.PLATFORM))
                .filter(it -> instagram.hears(it.getKey()))
                .filter(it -> it.getValue().token().isSet() == withToken)
                .map(it -> it.getKey())
                .toList();
    }

    /**
     * Meta may call where it is known how it signs; otherwise everything is asked for.
     *
     * @throws SetupProblem when neither is possible
     */
    static IngestOptions options(Settings settings) {
        PlatformSettings.Instagram instagram = settings.platforms().instagram();
        boolean signed = instagram.appSecrets().stream().anyMatch(Secret::isSet);
        Optional<WebhookOptions> webhook =
                signed
                        ? Optional.of(
                                WebhookOptions.of(
                                        settings.http().bind(),
                                        settings.http().webhook(),
                                        instagram.webhook().path(),
                                        instagram.webhook().body().bytes(),
                                        instagram.appSecrets(),
                                        instagram.verifyToken()))
                        : Optional.empty();
        if (webhook.isEmpty() && instagram.poll().every().isZero()) {
            throw new SetupProblem(
                    "nothing is heard on Instagram: there is no app secret, so no webhook can be"
                            + " believed, and platforms.instagram.poll.every is 0s",
                    "set INSTAGRAM_APP_SECRET, or let it ask every 2m");
        }
        return IngestOptions.of(webhook, instagram.poll().every(), instagram.poll().media());
    }

    /** What an operator should know where Meta may not call. */
    static Optional<String> noWebhook(IngestOptions options) {
        if (options.webhook().isEmpty()) {
            return Optional.of(
                    "there is no INSTAGRAM_APP_SECRET: webhooks are off, and Instagram is asked every "
                            + options.every().toSeconds()
                            + " s; reactions, edits and deletions are not heard that way");
        }
        return options.webhook()
                .filter(it -> it.verifyToken().given().filter(text -> !text.isBlank()).isEmpty())
                .map(_ ->
                        "there is no INSTAGRAM_VERIFY_TOKEN: Meta's dashboard cannot make sure of the"
                                + " webhook's address");
    }
}
