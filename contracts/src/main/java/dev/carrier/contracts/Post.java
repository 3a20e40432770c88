package dev.carrier.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something to be published.
 *
 * @param items what it shows, in order: one, or two to ten in a carousel
 * @param caption the words below it
 * @param cover the picture that stands for a reel until it plays, by its name in the outbox
 * @param shareToFeed whether a reel also stands in the feed; absent: as the platform does it
 * @param aiGenerated whether the platform is told that a machine made it
 * @param notBefore not to be published before this time
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media">IG
 *     User Media</a>
 */
public record Post(
        PostKind kind,
        List<PostItem> items,
        Optional<String> caption,
        Optional<PostItem> cover,
        Optional<Boolean> shareToFeed,
        boolean aiGenerated,
        Optional<Instant> notBefore) {
    public Post {
        items = List.copyOf(items);
    }
}
