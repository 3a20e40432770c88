package dev.carrier.responder.media;

/** Hears how far a file is. It is called often and must return at once. */
@FunctionalInterface
public interface Progress {
    /** For whom nobody waits. */
    Progress NONE = (_, _) -> {};

    /**
     * @param bytes how many are there now, those of earlier tries included
     * @param of how many there will be
     */
    void at(long bytes, long of);
}
