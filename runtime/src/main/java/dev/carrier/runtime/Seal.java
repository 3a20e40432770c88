package dev.carrier.runtime;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes texts so that only who knows the same secret can open them (AES-256-GCM, its key derived
 * from the secret). What is closed may travel and be kept anywhere. Immutable, thread-safe.
 */
public final class Seal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String KEY_OF = "carrier seal 1";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    /**
     * @param secret what both sides know; not kept
     */
    public Seal(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            key = new SecretKeySpec(mac.doFinal(KEY_OF.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    /** The text under the seal: URL-safe Base64. */
    public String close(String text) {
        try {
            byte[] nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            byte[] closed =
                    cipher(Cipher.ENCRYPT_MODE, nonce)
                            .doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, NONCE + closed.length);
            System.arraycopy(closed, 0, both, NONCE, closed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-GCM", impossible);
        }
    }

    /** The text; empty when it was closed with another secret, or changed on its way. */
    public Optional<String> open(String sealed) {
        try {
            byte[] both = Base64.getUrlDecoder().decode(sealed);
            if (both.length <= NONCE) {
                return Optional.empty();
            }
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE))
                            .doFinal(both, NONCE, both.length - NONCE);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
