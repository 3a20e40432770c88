package dev.carrier.responder.publishing;

import dev.carrier.contracts.PostKind;
import dev.carrier.contracts.Response;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.Media;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds a post that is known to be out among what the account has published. */
final class Feed {
    private static final int NEWEST = 10;

    /** The platform's clock and ours may differ. */
    private static final Duration APART = Duration.ofMinutes(2);

    private Feed() {}

    /** Its id; empty when none there can be it. */
    static Optional<String> find(Response.Publish step, GraphClient client) {
        String account = Containers.account(step);
        List<Media> newest =
                step.post().kind() == PostKind.STORY
                        ? client.comments().stories(account).items()
                        : client.comments().posts(account, NEWEST, Optional.empty()).items();
        return newest.stream().filter(one -> maybe(step, one)).map(Media::id).findFirst();
    }

    private static boolean maybe(Response.Publish step, Media media) {
        boolean recent =
                media.at()
                        .filter(at -> at.isAfter(step.decidedAt().minus(Duration.ofDays(1))))
                        .filter(at -> at.isBefore(step.notAfter().plus(APART)))
                        .isPresent();
        boolean story = step.post().kind() == PostKind.STORY;
        return recent
                && (story || media.caption().orElse("").equals(step.post().caption().orElse("")));
    }
}
