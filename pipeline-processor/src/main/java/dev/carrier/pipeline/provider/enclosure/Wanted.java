package dev.carrier.pipeline.provider.enclosure;

import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.EventId;
import java.time.Duration;
import java.util.Map;

/** A file of a message that is on its way, or is not asked for. For one thread. */
final class Wanted {
    private final EventId message;
    private final Attachment file;
    private final FileClient.Coming coming;

    private Wanted(EventId message, Attachment file, FileClient.Coming coming) {
        this.message = message;
        this.file = file;
        this.coming = coming;
    }

    static Wanted of(EventId message, Attachment file, FileClient.Coming coming) {
        return new Wanted(message, file, coming);
    }

    static Wanted not(EventId message, Attachment file, String why) {
        return new Wanted(message, file, FileClient.Coming.not(why));
    }

    EventId message() {
        return message;
    }

    /**
     * Waits for it and makes of it what the model gets.
     *
     * @param end when waiting ends, as {@link System#nanoTime} counts
     * @param room how many bytes of text still fit
     * @param pictures takes the picture, if it is one
     */
    Enclosure made(long end, int room, Map<String, Picture> pictures) throws InterruptedException {
        Fetched fetched = coming.within(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        return switch (fetched) {
            case Fetched.Not not -> new Enclosure.Left(file.name(), not.reason());
            case Fetched.Whole whole when file.claimsPicture() -> shown(whole.bytes(), pictures);
            case Fetched.Whole whole -> read(whole.bytes(), room);
        };
    }

    /** Breaks it off if it has not come. */
    void drop() {
        coming.drop();
    }

    private Enclosure shown(byte[] bytes, Map<String, Picture> pictures)
            throws InterruptedException {
        return switch (PictureReader.read(bytes)) {
            case PictureReader.Seen.Well(Picture picture) -> {
                pictures.put(picture.hash(), picture);
                yield new Enclosure.Shown(picture.named(file.name()));
            }
            case PictureReader.Seen.Not(String reason) -> new Enclosure.Left(file.name(), reason);
        };
    }

    private Enclosure read(byte[] bytes, int room) {
        if (room <= 0) {
            return new Enclosure.Left(file.name(), "there is no room for it beside the others");
        }
        boolean cut = bytes.length > room;
        return PlainText.of(bytes, room)
                .<Enclosure>map(text -> new Enclosure.Read(file.name(), text, cut))
                .orElseGet(() -> new Enclosure.Left(file.name(), "it is no text"));
    }
}
