package dev.carrier.sandbox.instagram.world;

import java.util.List;
import java.util.Optional;

/**
 * What is to be published.
 *
 * @param kind image, video or an album of them
 * @param product where it shows
 * @param caption empty for none
 * @param url where its bytes are; for an album that of its first part, or empty
 * @param children the parts of an album
 * @param altText an image's alternative text
 * @param aiGenerated whether its author says that an AI made it
 */
public record Draft(
        Media.Kind kind,
        Media.Product product,
        String caption,
        String url,
        List<Draft> children,
        Optional<String> altText,
        boolean aiGenerated) {
    /** An image in the feed. */
    public static Draft image(String caption, String url) {
        return new Draft(
                Media.Kind.IMAGE,
                Media.Product.FEED,
                caption,
                url,
                List.of(),
                Optional.empty(),
                false);
    }
}
