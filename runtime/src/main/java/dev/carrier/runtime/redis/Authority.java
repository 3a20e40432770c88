package dev.carrier.runtime.redis;

import dev.carrier.runtime.SetupProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/** An authority of one's own, which signs the certificates of one's servers. Stateless. */
final class Authority {
    private static final String TYPE = "PKCS12";

    /** A store wants a password, also one that holds nothing to hide and is only in memory. */
    private static final char[] NO_SECRET = "public".toCharArray();

    private Authority() {}

    /**
     * Connections to servers whose certificate it signed, and to no others.
     *
     * @param pem its certificate, or several
     * @throws SetupProblem if there is none in that file
     */
    static SslOptions trusting(Path pem) {
        try {
            var store = new ByteArrayOutputStream();
            read(pem).store(store, NO_SECRET);
            return SslOptions.builder()
                    .sslVerifyMode(SslVerifyMode.FULL)
                    .trustStoreType(TYPE)
                    .truststore(() -> new ByteArrayInputStream(store.toByteArray()), NO_SECRET)
                    .build();
        } catch (CertificateException problem) {
            throw new SetupProblem(
                    "redis.ca names " + pem + ", which holds no certificates in PEM form", problem);
        } catch (GeneralSecurityException problem) {
            throw new SetupProblem("redis.ca cannot be used: " + problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new SetupProblem("redis.ca names " + pem + ", which cannot be read", problem);
        }
    }

    private static KeyStore read(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        try (InputStream text = Files.newInputStream(pem)) {
            int count = 0;
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(text)) {
                store.setCertificateEntry("authority-" + count++, one);
            }
            if (count == 0) {
                throw new CertificateException("none");
            }
        }
        return store;
    }
}
