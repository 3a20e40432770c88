package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenComment;
import dev.carrier.sandbox.media.MediaHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator with an account of their own, and no Carrier that runs. */
class InstagramAloneIT {
    @TempDir Path folder;

    @Test
    void whatIsNeededIsStartedForTheCommandAndNothingSaysThatItIsASandbox() throws Exception {
        try (Sandbox outside = Sandbox.start(SandboxOptions.defaults())) {
            InstagramClient instagram = new SandboxClient(outside.base()).instagram();
            InstagramClient.NewAccount bees = instagram.account("ada.keeps.bees");
            String media = instagram.post(bees.id(), "First light.");
            String comment = instagram.comment(instagram.person("bo"), media, "Where is this?");
            Path settings = settings(outside);

            Typed seen =
                    Typed.carrier(
                            Map.of("INSTAGRAM_TOKEN_BEES", bees.token()),
                            "instagram",
                            "reply",
                            comment,
                            "By the canal.",
                            "--config",
                            settings.toString(),
                            "--data",
                            folder.resolve("data").toString());

            assertThat(seen.code()).as(seen.toString()).isZero();
            assertThat(seen.out())
                    .startsWith("no ./carrier up runs on ")
                    .contains("done       ordered: said")
                    .doesNotContain("sandbox:");
            assertThat(instagram.comments(media))
                    .extracting(SeenComment::text)
                    .containsExactly("Where is this?", "By the canal.");
        }
    }

    private Path settings(Sandbox outside) throws Exception {
        MediaHost host = outside.media();
        return Files.writeString(
                folder.resolve("carrier.yaml"),
                """
                models: { main: { provider: openai, model: m, url: '%s' } }
                accounts:
                  bees: { platform: instagram, character: '%s', model: main }
                platforms: { instagram: { url: '%s' } }
                media: { host: folder, folder: '%s', url: '%s' }
                """
                        .formatted(
                                outside.model(),
                                Path.of("../characters/ada.json").toAbsolutePath().normalize(),
                                outside.instagramApi(),
                                host.folder(),
                                host.url()));
    }
}
