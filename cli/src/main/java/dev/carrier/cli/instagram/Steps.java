package dev.carrier.cli.instagram;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.PostMedia;
import dev.carrier.contracts.PublishStep;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps of publishing in words. Pure. */
final class Steps {
    private Steps() {}

    /** What a step is called. */
    static String name(PublishStep step) {
        return switch (step) {
            case PREPARE -> "prepare";
            case UPLOAD -> "upload";
            case VERIFY -> "verify";
            case QUOTA -> "quota";
            case CREATE -> "container";
            case POLL -> "poll";
            case PUBLISH -> "publish";
            case PERMALINK -> "permalink";
            case CLEAN_UP -> "clean up";
        };
    }

    /**
     * What came of it.
     *
     * @param items how many items the post has
     */
    static String done(Delivery.Stepped done, int items) {
        List<PostMedia> media = done.progress().media();
        String what =
                switch (done.step()) {
                    case PREPARE ->
                            media.stream().map(Steps::look).collect(Collectors.joining("; "));
                    case UPLOAD -> "%s put where Instagram can fetch it".formatted(size(media));
                    case VERIFY ->
                            media.stream()
                                    .flatMap(one -> one.url().stream())
                                    .findFirst()
                                    .map(url ->
                                            url
                                                    + " can be fetched"
                                                    + (media.size() > 1
                                                            ? ", and so can the others"
                                                            : ""))
                                    .orElse("can be fetched");
                    case QUOTA ->
                            done.quota()
                                    .map(quota ->
                                            "%d of %d posts are out within %d h"
                                                    .formatted(
                                                            quota.used(),
                                                            quota.total(),
                                                            quota.seconds() / 3600))
                                    .orElse("asked");
                    case CREATE ->
                            done.item()
                                    .map(item -> "%d of %d made".formatted(item + 1, items))
                                    .orElse(items > 1 ? "of the whole made" : "made");
                    case POLL ->
                            done.status()
                                    .map(status ->
                                            switch (status) {
                                                case IN_PROGRESS -> "Instagram works on it";
                                                case FINISHED -> "ready";
                                                case ERROR -> "Instagram could not process it";
                                                case EXPIRED -> "the container expired";
                                                case PUBLISHED -> "is out";
                                            })
                                    .orElse("asked");
                    case PUBLISH -> done.progress().published().map("as "::concat).orElse("out");
                    case PERMALINK -> done.progress().permalink().orElse("unknown");
                    case CLEAN_UP -> "the files are taken away again";
                };
        return done.found() ? what + " (found done)" : what;
    }

    private static String look(PostMedia one) {
        String form =
                one.width()
                        .flatMap(wide -> one.height().map(high -> " %d x %d".formatted(wide, high)))
                        .orElse("");
        String length =
                one.millis()
                        .map(millis ->
                                String.format(Locale.ROOT, ", %.1f s", millis.longValue() / 1000.0))
                        .orElse("");
        return one.contentType() + form + ", " + megabytes(one.bytes()) + length;
    }

    private static String size(List<PostMedia> media) {
        return megabytes(media.stream().mapToLong(PostMedia::bytes).sum());
    }

    /** {@code 1.24 MB}. */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f MB", bytes / 1e6);
    }

    /** The time of a step that failed and is tried again, where it is told. */
    static String failed(Delivery.StepFailed failed) {
        return "not done: " + failed.reason() + again(failed).orElse("");
    }

    private static Optional<String> again(Delivery.StepFailed failed) {
        return switch (failed.remedy()) {
            case AGAIN, REFRESH_TOKEN, WAIT, NEW_CONTAINER -> Optional.of(" (will be tried again)");
            case STOP_ACCOUNT, DEAD_LETTER -> Optional.empty();
        };
    }
}
