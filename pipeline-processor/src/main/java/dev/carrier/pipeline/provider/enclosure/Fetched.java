package dev.carrier.pipeline.provider.enclosure;

/** What came of fetching a file. */
sealed interface Fetched {
    /** The whole of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Whole(byte[] bytes) implements Fetched {}

    /**
     * Nothing, or not all of it.
     *
     * @param reason such as {@code it is gone (404)}
     */
    record Not(String reason) implements Fetched {}
}
