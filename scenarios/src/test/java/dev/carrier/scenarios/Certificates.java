package dev.carrier.scenarios;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An authority of our own, and what it signed for the servers on 127.0.0.1; made by the JDK's
 * keytool.
 *
 * @param ca the authority's certificate in PEM, for clients to trust
 * @param keys a PKCS12 store with the servers' key, its chain and the authority
 */
record Certificates(Path ca, Path keys) {
    static final String PASSWORD = "changeit";
    private static final String SERVER = "server";

    /** The name in the servers' certificate, as Kafka calls who shows it. */
    static final String PRINCIPAL = "User:CN=broker";

    /**
     * Makes all of it.
     *
     * @param folder for the files
     * @param name of the authority: two of one name would still be two
     */
    static Certificates in(Path folder, String name) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var made = new Certificates(folder.resolve("ca.pem"), folder.resolve("keys.p12"));
        var request = folder.resolve("server.csr").toString();
        var signed = folder.resolve("server.pem").toString();
        made.keytool(
                "-genkeypair -alias ca -keyalg EC -groupname secp256r1 -ext bc:c -validity 2 -dname CN="
                        + name);
        made.keytool("-exportcert -rfc -alias ca -file " + made.ca);
        made.keytool(
                "-genkeypair -alias server -keyalg EC -groupname secp256r1 -validity 2 -dname CN=broker");
        made.keytool("-certreq -alias server -file " + request);
        made.keytool(
                "-gencert -rfc -alias ca -validity 2 -ext san=ip:127.0.0.1,dns:localhost -infile "
                        + request
                        + " -outfile "
                        + signed);
        made.keytool("-importcert -noprompt -alias server -file " + signed);
        return made;
    }

    /** The servers' certificate in PEM. */
    Path server() {
        return keys.resolveSibling("server.pem");
    }

    /** The servers' key in PEM. */
    Path serverKey() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        var key = store.getKey(SERVER, PASSWORD.toCharArray()).getEncoded();
        var text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key);
        return Files.writeString(
                keys.resolveSibling("server.key"),
                "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    }

    private void keytool(String arguments) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(tool, "-J-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(
                List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", "" + keys));
        var log = keys.resolveSibling("keytool.log").toFile();
        var process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(log.toPath()));
        }
    }
}
