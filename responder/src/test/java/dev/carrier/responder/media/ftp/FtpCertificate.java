package dev.carrier.responder.media.ftp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate that signs itself, made by the JDK's keytool. */
record FtpCertificate(Path keyStore, Path pem, Path keyPem) {
    static final String PASSWORD = "changeit";

    /**
     * @param name which it is for, such as {@code ip:127.0.0.1}
     */
    static FtpCertificate in(Path folder, String name) throws Exception {
        var made =
                new FtpCertificate(
                        folder.resolve("key.p12"),
                        folder.resolve("certificate.pem"),
                        folder.resolve("key.pem"));
        made.keytool(
                "-genkeypair -keyalg RSA -keysize 2048 -dname CN=media -validity 2 -ext san="
                        + name);
        made.keytool("-exportcert -rfc -file " + made.pem);
        var store = KeyStore.getInstance(made.keyStore.toFile(), PASSWORD.toCharArray());
        byte[] key = store.getKey("server", PASSWORD.toCharArray()).getEncoded();
        Files.createFile(
                made.keyPem,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                made.keyPem,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");
        return made;
    }

    private void keytool(String arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-alias", "server", "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", keyStore.toString()));
        Path log = keyStore.resolveSibling("keytool.log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(log));
        }
    }
}
