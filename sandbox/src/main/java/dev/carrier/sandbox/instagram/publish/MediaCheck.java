package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.instagram.publish.ContainerForm.Kind;
import java.util.Optional;

/** What is wrong with fetched media for what it is to become. Pure. */
final class MediaCheck {
    private MediaCheck() {}

    /** Of a container's image or video. */
    static Optional<Fault> media(ContainerForm form, byte[] bytes) {
        return switch (form.kind()) {
            case IMAGE -> ImageRules.feed(bytes);
            case STORY_IMAGE -> ImageRules.any(bytes);
            case REELS -> VideoRules.REEL.check(bytes).or(() -> thumbOffset(form, bytes));
            case VIDEO, STORY_VIDEO ->
                    VideoRules.STORY.check(bytes).or(() -> thumbOffset(form, bytes));
            case CAROUSEL -> Optional.empty();
        };
    }

    /** The moment of the cover must be within the video, unless a reel has a cover of its own. */
    private static Optional<Fault> thumbOffset(ContainerForm form, byte[] bytes) {
        var counts = form.kind() != Kind.REELS || form.cover().isEmpty();
        var offset = form.thumbOffset().orElse(0);
        return Mp4.read(bytes)
                .filter(it -> counts && offset > 0 && offset >= it.duration().toMillis())
                .map(_ -> Fault.THUMB_OFFSET);
    }
}
