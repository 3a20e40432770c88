package dev.carrier.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How ids come from what caused them: no counter, no clock, no random number. Thread-safe. */
public final class Ids {
    private Ids() {}

    /**
     * An id derived from its cause: the prefix, a dash and 20 hexadecimal digits of SHA-256 over
     * the parts, each preceded by its length so that no two lists of parts look alike.
     *
     * @param prefix at most 4 characters, so that the whole stays within Discord's 25 for a nonce
     */
    public static String derive(String prefix, String... parts) {
        MessageDigest digest = digest();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return prefix + "-" + HexFormat.of().formatHex(digest.digest(), 0, 10);
    }

    /** Lower-case hexadecimal SHA-256 of the bytes, 64 digits. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    static void requireText(String value, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
    }

    /** A new SHA-256, for what is too long to be in memory. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
