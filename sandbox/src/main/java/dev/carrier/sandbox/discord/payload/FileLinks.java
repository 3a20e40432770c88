package dev.carrier.sandbox.discord.payload;

import dev.carrier.sandbox.discord.world.Attachment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The signed addresses of files: whoever has one may fetch the file until it expires.
 *
 * @see <a href="https://docs.discord.com/developers/reference#signed-attachment-cdn-urls">Signed
 *     attachment CDN URLs</a>
 */
public final class FileLinks {
    private static final Duration LASTS = Duration.ofDays(1);

    private FileLinks() {}

    /** The path of a file with its signature, given out now. */
    public static String path(long channel, Attachment file, Instant now) {
        var path = "/attachments/" + channel + "/" + file.id() + "/" + encoded(file.name());
        var expires = Long.toHexString(now.plus(LASTS).getEpochSecond());
        var issued = Long.toHexString(now.getEpochSecond());
        return path
                + "?ex="
                + expires
                + "&is="
                + issued
                + "&hm="
                + signature(channel, file.id(), expires, issued);
    }

    /** Whether the signature is good and still lasts. */
    public static boolean valid(
            long channel, long file, String expires, String issued, String signature, Instant now) {
        return expires.matches("[0-9a-f]{1,15}")
                && signature.equals(signature(channel, file, expires, issued))
                && now.isBefore(Instant.ofEpochSecond(Long.parseLong(expires, 16)));
    }

    private static String signature(long channel, long file, String expires, String issued) {
        var signed = "sandbox/" + channel + "/" + file + "/" + expires + "/" + issued;
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
