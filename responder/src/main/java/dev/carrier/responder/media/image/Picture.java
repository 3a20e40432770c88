package dev.carrier.responder.media.image;

import java.util.List;

/** A picture that can be posted. */
public final class Picture {
    private final byte[] jpeg;
    private final int width;
    private final int height;
    private final List<String> notes;

    Picture(byte[] jpeg, int width, int height, List<String> notes) {
        this.jpeg = jpeg;
        this.width = width;
        this.height = height;
        this.notes = List.copyOf(notes);
    }

    /** The file; not a copy. */
    public byte[] jpeg() {
        return jpeg;
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    /** What was changed and may surprise, in sentences that go on from the file's name. */
    public List<String> notes() {
        return notes;
    }
}
