package dev.carrier.sandbox.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * A key of its own for {@code localhost} and 127.0.0.1, and a certificate that it signed itself
 * (RFC 5280). Both are only in memory.
 *
 * @param keys the private key under {@link #ALIAS} and {@link #PASSWORD}
 * @param pem the certificate, for a client to trust
 */
record SelfSigned(KeyStore keys, String pem) {
    static final String ALIAS = "media";
    static final String PASSWORD = "media";

    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** A new one, valid from a day ago for ten years. */
    static SelfSigned create(Instant now) throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var encoded = signed(pair, now);
        Certificate certificate =
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(encoded));
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                ALIAS, pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
        return new SelfSigned(keys, pem(encoded));
    }

    private static byte[] signed(KeyPair pair, Instant now) throws GeneralSecurityException {
        var algorithm = Der.sequence(Der.oid(ECDSA_WITH_SHA256));
        var name =
                Der.sequence(
                        Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text("Carrier's sandbox"))));
        var validity =
                Der.sequence(
                        Der.time(now.minus(1, ChronoUnit.DAYS)),
                        Der.time(now.plus(3650, ChronoUnit.DAYS)));
        var toBeSigned =
                Der.sequence(
                        Der.tagged(0xA0, Der.integer(BigInteger.TWO)),
                        Der.integer(BigInteger.valueOf(now.toEpochMilli())),
                        algorithm,
                        name,
                        validity,
                        name,
                        pair.getPublic().getEncoded(),
                        Der.tagged(0xA3, extensions()));
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(toBeSigned);
        return Der.sequence(toBeSigned, algorithm, Der.bits(signature.sign()));
    }

    private static byte[] extensions() {
        var names =
                Der.sequence(
                        Der.tagged(0x82, "localhost".getBytes(US_ASCII)),
                        Der.tagged(0x87, LOOPBACK));
        return Der.sequence(
                Der.sequence(Der.oid("2.5.29.17"), Der.octets(names)),
                Der.sequence(Der.oid("2.5.29.19"), Der.yes(), Der.octets(Der.sequence(Der.yes()))));
    }

    private static String pem(byte[] encoded) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(encoded)
                + "\n-----END CERTIFICATE-----\n";
    }
}
