package dev.carrier.cli.instagram;

import dev.carrier.contracts.PostKind;
import dev.carrier.runtime.SetupProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator wants to have published, as far as the command line tells. Immutable.
 *
 * @param alts what the pictures show, in their order; may be fewer
 * @param cover the picture that stands for a reel
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media">IG
 *     User Media</a>
 */
record PostPlan(
        PostKind kind,
        List<Path> files,
        List<String> alts,
        Optional<String> caption,
        Optional<Path> cover,
        Optional<Boolean> shareToFeed) {
    private static final int MOST_ITEMS = 10;
    private static final int LONGEST_CAPTION = 2200;
    private static final int MOST_HASHTAGS = 30;
    private static final int LONGEST_ALT = 1000;
    private static final Set<String> PICTURES =
            Set.of("jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff");
    private static final Set<String> VIDEOS = Set.of("mp4", "mov");

    PostPlan {
        files = List.copyOf(files);
        alts = List.copyOf(alts);
    }

    /** One picture, or several, which make a carousel. */
    static PostPlan post(List<Path> files, List<String> alts, Optional<String> caption) {
        if (files.size() > 1) {
            return carousel(files, alts, caption);
        }
        Path file = files.getFirst();
        if (isVideo(file)) {
            throw new SetupProblem(
                    file + " is a video, and a video in the feed is a reel",
                    "./carrier instagram reel " + file);
        }
        return checked(PostKind.IMAGE, files, alts, caption);
    }

    /** Several pictures and videos. */
    static PostPlan carousel(List<Path> files, List<String> alts, Optional<String> caption) {
        if (files.size() < 2 || files.size() > MOST_ITEMS) {
            throw new SetupProblem(
                    "a carousel has 2 to %d files, not %d".formatted(MOST_ITEMS, files.size()),
                    "give that many, or post a single picture with ./carrier instagram post");
        }
        return checked(PostKind.CAROUSEL, files, alts, caption);
    }

    /** A video. */
    static PostPlan reel(
            Path file, Optional<String> caption, Optional<Path> cover, boolean inFeedToo) {
        if (!isVideo(file)) {
            throw new SetupProblem(
                    file + " is no video",
                    "a reel is an .mp4 or .mov; post a picture with ./carrier instagram post");
        }
        cover.filter(PostPlan::isVideo)
                .ifPresent(wrong -> {
                    throw new SetupProblem(wrong + " is no picture", "a cover is a picture");
                });
        cover.ifPresent(PostPlan::requireKnown);
        PostPlan plan = checked(PostKind.REEL, List.of(file), List.of(), caption);
        return new PostPlan(
                plan.kind(),
                plan.files(),
                plan.alts(),
                plan.caption(),
                cover,
                inFeedToo ? Optional.empty() : Optional.of(false));
    }

    /** A picture or video that is gone after a day. */
    static PostPlan story(Path file) {
        return checked(PostKind.STORY, List.of(file), List.of(), Optional.empty());
    }

    private static PostPlan checked(
            PostKind kind, List<Path> files, List<String> alts, Optional<String> caption) {
        files.forEach(PostPlan::requireKnown);
        caption.ifPresent(PostPlan::requireShort);
        if (alts.size() > files.size()) {
            throw new SetupProblem(
                    "there are more texts of --alt than files", "give one --alt for each picture");
        }
        for (String alt : alts) {
            if (alt.codePointCount(0, alt.length()) > LONGEST_ALT) {
                throw new SetupProblem(
                        "a text of --alt is longer than " + LONGEST_ALT + " characters",
                        "shorten it");
            }
        }
        return new PostPlan(kind, files, alts, caption, Optional.empty(), Optional.empty());
    }

    private static void requireShort(String caption) {
        int length = caption.codePointCount(0, caption.length());
        if (length > LONGEST_CAPTION) {
            throw new SetupProblem(
                    "the caption has %d characters; Instagram takes %d"
                            .formatted(length, LONGEST_CAPTION),
                    "shorten it");
        }
        long tags = caption.codePoints().filter(one -> one == '#').count();
        if (tags > MOST_HASHTAGS) {
            throw new SetupProblem(
                    "the caption has %d hashtags; Instagram takes %d"
                            .formatted(tags, MOST_HASHTAGS),
                    "take some away");
        }
    }

    private static void requireKnown(Path file) {
        String ending = ending(file);
        if (!PICTURES.contains(ending) && !VIDEOS.contains(ending)) {
            throw new SetupProblem(
                    file + " is neither a picture nor a video that can be posted",
                    "pictures are .jpg, .png, .webp, .gif, .bmp or .tif, videos .mp4 or .mov");
        }
    }

    private static boolean isVideo(Path file) {
        return VIDEOS.contains(ending(file));
    }

    /** What a file's name ends in, in lower case; empty without a dot. */
    static String ending(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** A file's name without its folder. */
    static String name(Path file) {
        return Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    }
}
