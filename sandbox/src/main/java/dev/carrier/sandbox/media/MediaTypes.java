package dev.carrier.sandbox.media;

import java.util.Locale;
import java.util.Map;

/** The Content-Type that a web server gives a file by its name. Stateless. */
final class MediaTypes {
    private static final Map<String, String> TYPES =
            Map.of(
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "png", "image/png",
                    "gif", "image/gif",
                    "webp", "image/webp",
                    "mp4", "video/mp4",
                    "mov", "video/quicktime",
                    "pdf", "application/pdf",
                    "html", "text/html; charset=utf-8",
                    "txt", "text/plain; charset=utf-8");

    private MediaTypes() {}

    /** {@code application/octet-stream} if the ending says nothing. */
    static String of(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
