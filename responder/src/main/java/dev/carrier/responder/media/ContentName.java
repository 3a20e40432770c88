package dev.carrier.responder.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names of files by what they hold: the same content has the same name, also after a crash, and
 * nobody can guess it.
 */
public final class ContentName {
    private static final Pattern FINAL = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}");
    private static final int SHOWN = 40;
    private static final int BUFFER = 1 << 16;

    private ContentName() {}

    /** Of the hash, in hex, and an ending such as {@code jpg}. */
    public static String of(String sha256, String ending) {
        return sha256.substring(0, SHOWN) + "." + ending;
    }

    /** The SHA-256 of a file, in small hex digits. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of these bytes, in small hex digits. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /**
     * The name, when it can be one on every host and in every URL.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static String checked(String name) {
        if (!FINAL.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a media host: " + name);
        }
        return name;
    }

    /** What a file is called until it is whole. */
    public static String part(String name) {
        return "." + checked(name) + ".part";
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
