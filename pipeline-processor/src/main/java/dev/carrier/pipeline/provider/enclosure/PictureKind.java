package dev.carrier.pipeline.provider.enclosure;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a picture is by its first bytes; its name and its type are only claims. */
enum PictureKind {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    WEBP("image/webp");

    private final String type;

    PictureKind(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    static Optional<PictureKind> of(byte[] bytes) {
        if (begins(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (begins(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (begins(bytes, 0, "GIF87a") || begins(bytes, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }

    private static boolean begins(byte[] bytes, int at, String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
