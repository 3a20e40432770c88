package dev.carrier.responder.media;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where files are put so that a platform can fetch them. Each method may be called again after a
 * crash: what is done already stays as it is. Safe for several threads; each call blocks until it
 * is done, and an interrupt ends it.
 */
public interface MediaHost extends AutoCloseable {
    /**
     * Puts a file there. What was begun earlier is gone on with; a file of that name and size is
     * taken for the same, so names come from the content ({@link ContentName}).
     *
     * @param file what is to be put
     * @param name its final name: letters, digits, {@code - _ .}, and no dot in front
     * @return where it can be fetched
     */
    URI put(Path file, String name, Progress progress) throws MediaProblem, InterruptedException;

    /**
     * Whether anybody can fetch it: answered with 200, without a redirect, with this size and type,
     * and allowed to the platform by {@code robots.txt}. Returns when so.
     */
    void verify(URI url, long bytes, String contentType) throws MediaProblem, InterruptedException;

    /** Removes a file and what was begun of it. It need not be there. */
    void remove(String name) throws MediaProblem, InterruptedException;

    @Override
    void close();
}
