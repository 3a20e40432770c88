package dev.carrier.sandbox.instagram.world;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** A number of Instagram's that a test may change; times are in milliseconds. */
public enum Setting {
    /** How long after a person's last message an account may write to them. */
    REPLY_WINDOW("replyWindow", Duration.ofHours(24)),
    /** How long after a comment it may be answered in private. */
    PRIVATE_REPLY_WINDOW("privateReplyWindow", Duration.ofDays(7)),
    /** How long a long-lived token lives. */
    TOKEN_LIFE("tokenLife", Duration.ofDays(60)),
    /** How long a token lives that somebody has just logged in with. */
    SHORT_TOKEN_LIFE("shortTokenLife", Duration.ofHours(1)),
    /** How old a token must be to be refreshed. */
    TOKEN_MIN_AGE("tokenMinAge", Duration.ofHours(24)),
    /** How many direct messages of a thread can be read, counted from the newest. */
    READABLE_MESSAGES("readableMessages", 20),
    /** The bytes of a direct message's text. */
    MESSAGE_BYTES("messageBytes", 1000),
    /** The characters of a comment. */
    COMMENT_CHARACTERS("commentCharacters", 2200),
    /** The comments on a page at most. */
    COMMENTS_PAGE("commentsPage", 50),
    /** Messages an account may send in a second. */
    SENDS_PER_SECOND("sendsPerSecond", 100),
    /** Requests for conversations of an account in a second. */
    CONVERSATIONS_PER_SECOND("conversationsPerSecond", 2),
    /** Private replies of an account in an hour. */
    PRIVATE_REPLIES_PER_HOUR("privateRepliesPerHour", 750),
    /** Calls of an account in 24 hours; Meta's is 4800 for each time that its posts were seen. */
    CALLS_PER_DAY("callsPerDay", 48_000),
    /** How much longer an account is shut out for each call that it makes while it is. */
    LONGER_BLOCK("longerBlock", Duration.ofMinutes(1)),
    /** How many updates go into a delivery at most. */
    BATCH("batch", 1),
    /** How late a delivery may be, by chance, so that one overtakes another. */
    DISORDER("disorder", 0),
    /** Of a hundred deliveries so many come twice. */
    DUPLICATES("duplicates", 0),
    /** How long the receiver may take to answer a delivery. */
    ANSWER_WITHIN("answerWithin", Duration.ofSeconds(5)),
    /** After which time a delivery that failed is tried again; the first time at once. */
    RETRY_AFTER("retryAfter", Duration.ofSeconds(20)),
    /** After which time a delivery is dropped that still fails. */
    RETRY_FOR("retryFor", Duration.ofHours(36)),
    /** After which time without a delivery that was taken an app is unsubscribed. */
    UNSUBSCRIBE_AFTER("unsubscribeAfter", Duration.ofHours(1)),
    /** How long an image is being processed. */
    IMAGE_PROCESSING("imageProcessing", Duration.ofSeconds(3)),
    /** How long a video is being processed. */
    VIDEO_PROCESSING("videoProcessing", Duration.ofSeconds(15)),
    /** How long Instagram waits for a server from which it fetches media. */
    FETCH_PATIENCE("fetchPatience", Duration.ofSeconds(20)),
    /** How long a container can be published. */
    CONTAINER_LIFE("containerLife", Duration.ofHours(24)),
    /** Containers of an account in 24 hours. */
    CONTAINERS_PER_DAY("containersPerDay", 400),
    /** Posts of an account in 24 hours: its {@code quota_total}. */
    POSTS_PER_DAY("postsPerDay", 50);

    private final String key;
    private final long otherwise;

    Setting(String key, long otherwise) {
        this.key = key;
        this.otherwise = otherwise;
    }

    Setting(String key, Duration otherwise) {
        this(key, otherwise.toMillis());
    }

    /** The name in the control API. */
    public String key() {
        return key;
    }

    /** Instagram's own number. */
    public long otherwise() {
        return otherwise;
    }

    /** The setting called {@code key} in the control API, if there is one. */
    public static Optional<Setting> of(String key) {
        return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
    }
}
