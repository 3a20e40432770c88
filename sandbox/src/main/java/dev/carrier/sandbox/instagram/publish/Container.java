package dev.carrier.sandbox.instagram.publish;

import java.time.Instant;

/**
 * What may become a post. Its methods are what can happen to it; each gives it as it is then.
 *
 * @param id its id, another than that of what it becomes
 * @param owner the account
 * @param form what was asked for
 * @param made when
 * @param ready when it is processed, if its media is good
 * @param expires when it can no longer be published
 * @param life how far it is
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-container">IG
 *     Container</a>
 */
record Container(
        String id,
        String owner,
        ContainerForm form,
        Instant made,
        Instant ready,
        Instant expires,
        Life life) {
    /** {@code status_code}. */
    enum Status {
        /** Not yet. */
        IN_PROGRESS("In Progress: Media is still being processed."),
        /** It can be published. */
        FINISHED("Finished: Media has been uploaded and it is ready to be published."),
        /** It never will be. */
        ERROR("Error: Media upload has failed with error code "),
        /** It was not published in time. */
        EXPIRED("Expired: Media was not published within 24 hours."),
        /** It is published. */
        PUBLISHED("Published: Media has been published.");

        private final String words;

        Status(String words) {
            this.words = words;
        }
    }

    /** How far a container is. */
    sealed interface Life {
        /** Its media is being fetched and looked at. */
        record Fetching() implements Life {}

        /** Its media is good. */
        record Fetched() implements Life {}

        /** Its media is not. */
        record Failed(int subcode) implements Life {}

        /** It expired before its time. */
        record Expired() implements Life {}

        /** It is published as {@code media}. */
        record Published(String media) implements Life {}
    }

    /** What it says of itself at {@code now}. */
    Status status(Instant now) {
        return switch (life) {
            case Life.Published _ -> Status.PUBLISHED;
            case Life.Expired _ -> Status.EXPIRED;
            case Life.Failed _ -> Status.ERROR;
            case Life.Fetching _ -> now.isBefore(expires) ? Status.IN_PROGRESS : Status.EXPIRED;
            case Life.Fetched _ ->
                    !now.isBefore(expires)
                            ? Status.EXPIRED
                            : now.isBefore(ready) ? Status.IN_PROGRESS : Status.FINISHED;
        };
    }

    /** {@code status}: a sentence that carries the subcode of an error. */
    String words(Instant now) {
        var status = status(now);
        return life instanceof Life.Failed(var subcode) ? status.words + subcode : status.words;
    }

    /** Its media is good. */
    Container fetched() {
        return life instanceof Life.Fetching ? with(new Life.Fetched()) : this;
    }

    /** Its media is not. */
    Container failed(int subcode) {
        return life instanceof Life.Published ? this : with(new Life.Failed(subcode));
    }

    /** It is too late for it, whatever the time. */
    Container expired() {
        return life instanceof Life.Published ? this : with(new Life.Expired());
    }

    /** It is a post now. */
    Container published(String media) {
        return with(new Life.Published(media));
    }

    private Container with(Life next) {
        return new Container(id, owner, form, made, ready, expires, next);
    }
}
