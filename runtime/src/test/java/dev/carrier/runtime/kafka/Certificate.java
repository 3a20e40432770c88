package dev.carrier.runtime.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate for 127.0.0.1 that signs itself, made by the JDK's keytool. */
record Certificate(Path keyStore, Path trustStore) {
    static final String PASSWORD = "changeit";
    private static final String ALIAS = "server";

    static Certificate in(Path folder) throws Exception {
        var made = new Certificate(folder.resolve("key.p12"), folder.resolve("trust.p12"));
        var pem = folder.resolve("certificate.pem").toString();
        made.keytool(
                made.keyStore,
                "-genkeypair -keyalg RSA -keysize 2048 -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -validity 2");
        made.keytool(made.keyStore, "-exportcert -rfc -file " + pem);
        made.keytool(made.trustStore, "-importcert -noprompt -file " + pem);
        return made;
    }

    /** The certificate in the form that Redis reads. */
    Path pem() {
        return keyStore.resolveSibling("certificate.pem");
    }

    /** The key in the form that Redis reads. */
    Path keyPem() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        var key = store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
        var text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key);
        return Files.writeString(
                keyStore.resolveSibling("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    }

    private void keytool(Path store, String arguments) throws Exception {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var all =
                tool
                        + " "
                        + arguments
                        + " -alias "
                        + ALIAS
                        + " -storetype PKCS12 -storepass "
                        + PASSWORD;
        var command = new ArrayList<>(List.of(all.split(" ")));
        command.add("-keystore");
        command.add(store.toString());
        var log = keyStore.resolveSibling("keytool.log").toFile();
        var process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(log.toPath()));
        }
    }
}
