package dev.carrier.instagram;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a container is made of. Immutable.
 *
 * @param fields as Instagram names them
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media#creating">Create
 *     a container</a>
 */
public record ContainerForm(Map<String, String> fields) {
    private static final String TYPE = "media_type";

    public ContainerForm {
        fields = Map.copyOf(fields);
    }

    /** A picture of the feed. */
    public static ContainerForm image(String url) {
        return new ContainerForm(Map.of("image_url", url));
    }

    /** A reel. */
    public static ContainerForm reel(String url) {
        return new ContainerForm(Map.of("video_url", url, TYPE, "REELS"));
    }

    /** A story of a picture. */
    public static ContainerForm storyImage(String url) {
        return new ContainerForm(Map.of("image_url", url, TYPE, "STORIES"));
    }

    /** A story of a video. */
    public static ContainerForm storyVideo(String url) {
        return new ContainerForm(Map.of("video_url", url, TYPE, "STORIES"));
    }

    /** A picture of a carousel. */
    public static ContainerForm childImage(String url) {
        return new ContainerForm(Map.of("image_url", url, "is_carousel_item", "true"));
    }

    /** A video of a carousel. */
    public static ContainerForm childVideo(String url) {
        return new ContainerForm(
                Map.of("video_url", url, TYPE, "VIDEO", "is_carousel_item", "true"));
    }

    /** A carousel of 2 to 10 containers. */
    public static ContainerForm carousel(List<String> children) {
        return new ContainerForm(Map.of(TYPE, "CAROUSEL", "children", String.join(",", children)));
    }

    /** At most 2200 characters, 30 hashtags, 20 mentions; not on a carousel's child. */
    public ContainerForm caption(String text) {
        return with("caption", text);
    }

    /** At most 1000 characters; pictures only, not of a story. */
    public ContainerForm altText(String text) {
        return with("alt_text", text);
    }

    /** Says that it was made by AI; not on a carousel's child. */
    public ContainerForm aiGenerated(boolean is) {
        return with("is_ai_generated", Boolean.toString(is));
    }

    /** The picture that stands for a reel. */
    public ContainerForm cover(String url) {
        return with("cover_url", url);
    }

    /** The moment of a video that stands for it. */
    public ContainerForm coverAt(int millis) {
        return with("thumb_offset", Integer.toString(millis));
    }

    /** Whether a reel appears in the feed too. */
    public ContainerForm shareToFeed(boolean share) {
        return with("share_to_feed", Boolean.toString(share));
    }

    /** Any other field. */
    public ContainerForm with(String field, String value) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put(field, value);
        return new ContainerForm(all);
    }
}
