package dev.carrier.cli.town;

import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.media.MediaHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a town has on Instagram: one professional account, and a media host. Not thread-safe.
 *
 * @param account its name in the settings
 * @param who the account itself
 * @param api the base of the Graph API
 * @param host where files are put
 * @param certificate of the host, a file
 * @param secrets what the app and Carrier keep to themselves: variable to value
 */
record InstagramSide(
        String account,
        InstagramClient.NewAccount who,
        URI api,
        MediaHost host,
        Path certificate,
        Map<String, String> secrets) {
    private static final String VERIFY = "INSTAGRAM_VERIFY_TOKEN";

    /**
     * Opens an account for somebody who lives there.
     *
     * @param around an environment; tokens and secrets that are there are used
     */
    static InstagramSide open(
            SandboxClient client, URI api, String resident, Map<String, String> around) {
        String account = resident + "-ig";
        String variable = "INSTAGRAM_TOKEN_" + account.toUpperCase(Locale.ROOT).replace('-', '_');
        InstagramClient.NewAccount made =
                client.instagram()
                        .account(
                                resident.replace('-', '.') + ".of.lantern.yard",
                                Optional.ofNullable(around.get(variable)));
        String secret = around.getOrDefault("INSTAGRAM_APP_SECRET", made.secret());
        client.instagram().webhook().signsWith(secret);
        var who = new InstagramClient.NewAccount(made.id(), made.username(), made.token(), secret);
        client.instagram().post(who.id(), "First light over Lantern Yard.");
        MediaHost host = client.media().host();
        Map<String, String> secrets = new HashMap<>();
        secrets.put(variable, who.token());
        secrets.put("INSTAGRAM_APP_SECRET", who.secret());
        secrets.put(VERIFY, around.getOrDefault(VERIFY, UUID.randomUUID().toString()));
        secrets.put("CARRIER_KEY", UUID.randomUUID().toString());
        secrets.put("FTP_PASSWORD", host.password());
        return new InstagramSide(account, who, api, host, certificate(host), secrets);
    }

    /** What Carrier has to be told. */
    Map<String, String> settings(Path character) {
        Map<String, String> told = new HashMap<>();
        told.put("accounts." + account + ".platform", "instagram");
        told.put("accounts." + account + ".character", character.toAbsolutePath().toString());
        told.put("accounts." + account + ".model", "offline");
        told.put("platforms.instagram.url", api.toString());
        told.put("media.host", "ftp");
        told.put("media.url", host.url().toString());
        told.put("media.ftp.host", "127.0.0.1");
        told.put("media.ftp.port", Integer.toString(host.explicit()));
        told.put("media.ftp.user", host.user());
        told.put("media.ftp.security", "explicit");
        told.put("media.ftp.trust", certificate.toString());
        return told;
    }

    /** As a person does it in the dashboard: from now on Instagram calls there. */
    void calls(SandboxClient client, URI webhook) {
        client.instagram().webhook().callback(webhook, secrets.getOrDefault(VERIFY, ""));
    }

    private static Path certificate(MediaHost host) {
        try {
            Path file = Files.createTempFile("carrier-sandbox", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(file, host.certificate());
        } catch (IOException problem) {
            throw new UncheckedIOException("the sandbox's certificate cannot be kept", problem);
        }
    }
}
