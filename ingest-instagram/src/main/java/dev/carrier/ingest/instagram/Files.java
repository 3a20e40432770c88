package dev.carrier.ingest.instagram;

import dev.carrier.contracts.Attachment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What comes with a message as files. Instagram tells of which sort one is, not its media type nor
 * its size; so the type is a guess, by the ending of its address where there is one. Pure.
 */
final class Files {
    private static final Map<String, String> OF_SORT =
            Map.of(
                    "image", "image/jpeg",
                    "video", "video/mp4",
                    "audio", "audio/mp4",
                    "reel", "video/mp4",
                    "ig_reel", "video/mp4");

    private static final Map<String, String> OF_ENDING =
            Map.ofEntries(
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("png", "image/png"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("mp4", "video/mp4"),
                    Map.entry("mov", "video/quicktime"),
                    Map.entry("m4a", "audio/mp4"),
                    Map.entry("aac", "audio/aac"),
                    Map.entry("wav", "audio/wav"),
                    Map.entry("pdf", "application/pdf"));

    private static final Map<String, String> ENDING_OF =
            Map.of("image/jpeg", ".jpg", "video/mp4", ".mp4", "audio/mp4", ".m4a");

    private Files() {}

    /**
     * Those that have an address.
     *
     * @param mid the message's id
     * @param attachments as Meta lists them
     */
    static List<Attachment> of(String mid, JsonNode attachments) {
        List<Attachment> files = new ArrayList<>();
        for (JsonNode one : Nodes.list(attachments)) {
            int number = files.size();
            url(one).ifPresent(url -> files.add(file(mid + "/" + number, one, url)));
        }
        return List.copyOf(files);
    }

    /** Of which sort one is, in Meta's word. */
    static String sort(JsonNode attachment) {
        return Nodes.text(attachment, "type").orElse("file").toLowerCase(Locale.ROOT);
    }

    /** Where one can be fetched. */
    static Optional<String> url(JsonNode attachment) {
        return Nodes.text(attachment.path("payload"), "url");
    }

    private static Attachment file(String id, JsonNode one, String url) {
        String sort = sort(one);
        Optional<String> type = ofEnding(url).or(() -> Optional.ofNullable(OF_SORT.get(sort)));
        return new Attachment(
                id,
                sort + type.map(it -> ENDING_OF.getOrDefault(it, "")).orElse(""),
                type,
                0,
                url,
                Nodes.text(one.path("payload"), "title"));
    }

    private static Optional<String> ofEnding(String url) {
        try {
            String path = Optional.ofNullable(URI.create(url).getPath()).orElse("");
            String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return Optional.ofNullable(OF_ENDING.get(ending));
        } catch (IllegalArgumentException problem) {
            return Optional.empty();
        }
    }
}
