package dev.carrier.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.ingest.instagram.AccountHealth;
import dev.carrier.ingest.instagram.IngestHealth;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsLoader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the first screen says of Instagram. */
class InstagramOutlookTest {
    private static final Map<String, String> SECRETS = Map.of("INSTAGRAM_APP_SECRET", "sesame");

    private final StringWriter screen = new StringWriter();

    @Test
    void anAccountThatHearsIsALine() {
        outlook("media: { host: folder, folder: /srv, url: 'https://m.example/' }", SECRETS)
                .accounts(
                        health(AccountHealth.State.HEARING, Optional.empty(), Optional.empty()),
                        OptionalInt.of(7072));

        assertThat(screen)
                .hasToString(
                        " ok  instagram  bees is @ada.keeps.bees, webhook on"
                                + " 127.0.0.1:7072/instagram, polling every 2 m\n");
    }

    @Test
    void whatMetaDoesNotDeliverAndWhatAPersonMustDoIsSaid() {
        outlook("media: { host: folder, folder: /srv, url: 'https://m.example/' }", SECRETS)
                .accounts(
                        health(
                                AccountHealth.State.STOPPED,
                                Optional.of("the token expired"),
                                Optional.of("Meta does not deliver comments")),
                        OptionalInt.of(7072));

        assertThat(screen)
                .hasToString(
                        " !!  instagram  bees: the token expired\n"
                                + " !!  instagram  bees: Meta does not deliver comments\n");
    }

    @Test
    void whatIsMissingInTheSettingsIsSaidOnce() {
        outlook("platforms: { instagram: { poll: { every: 90s } } }", Map.of())
                .accounts(
                        health(AccountHealth.State.HEARING, Optional.empty(), Optional.empty()),
                        OptionalInt.empty());

        assertThat(screen.toString().lines())
                .containsExactly(
                        " ok  instagram  bees is @ada.keeps.bees, no webhook, polling every 90 s",
                        " !!  instagram  INSTAGRAM_APP_SECRET is not set: webhooks are off, and"
                                + " reactions, edits and deletions are not heard",
                        " --  instagram  no media host (media.url): nothing can be published");
    }

    private InstagramOutlook outlook(String settings, Map<String, String> environment) {
        Settings all = SettingsLoader.parse(settings, environment, Map.of()).settings();
        return new InstagramOutlook(all, new Screen(new PrintWriter(screen, true)));
    }

    private static IngestHealth health(
            AccountHealth.State state, Optional<String> trouble, Optional<String> warning) {
        return new IngestHealth(
                List.of(
                        new AccountHealth(
                                new AccountId("bees"),
                                state,
                                "ada.keeps.bees",
                                "15",
                                List.of("comments", "messages"),
                                trouble,
                                warning)),
                false,
                Optional.empty());
    }
}
