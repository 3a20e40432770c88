package dev.carrier.responder.media.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.carrier.responder.media.video.Boxes.Box;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the head of MP4 and MOV files (ISO/IEC 14496-12; Apple's QuickTime file format). */
final class MovieReader {
    private final Boxes boxes;

    private MovieReader(Boxes boxes) {
        this.boxes = boxes;
    }

    static Movie read(Path file) throws IOException, NoMovie {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return new MovieReader(new Boxes(channel)).movie(channel.size());
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            var damaged = new NoMovie("is damaged: a part of it is shorter than it must be");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private Movie movie(long bytes) throws IOException, NoMovie {
        List<Box> top = boxes.top();
        Optional<Box> type = find(top, "ftyp");
        if (type.isEmpty() && find(top, "moov").isEmpty()) {
            throw new NoMovie("is no video that can be read: MP4 and MOV files are");
        }
        Box index =
                find(top, "moov")
                        .orElseThrow(
                                () -> new NoMovie("is not whole: its index (moov) is missing"));
        Box pictures =
                find(top, "mdat")
                        .orElseThrow(() -> new NoMovie("is not whole: it holds no pictures"));
        List<Movie.Pictures> seen = new ArrayList<>();
        List<Movie.Sound> heard = new ArrayList<>();
        var tracks = new TrackReader(boxes);
        for (Box track : boxes.in(index, 0)) {
            if (track.kind().equals("trak")) {
                tracks.read(track, seen, heard);
            }
        }
        return new Movie(
                type.isEmpty() || brand(type.get()).equals("qt  "),
                bytes,
                duration(index),
                index.begin() < pictures.begin(),
                boxes.first(index, "mvex").isPresent(),
                seen,
                heard);
    }

    private String brand(Box type) throws IOException, NoMovie {
        byte[] letters = new byte[4];
        boxes.body(type).get(letters);
        return new String(letters, ISO_8859_1);
    }

    private Duration duration(Box index) throws IOException, NoMovie {
        Box header =
                boxes.first(index, "mvhd")
                        .orElseThrow(() -> new NoMovie("is damaged: its index has no head (mvhd)"));
        ByteBuffer body = boxes.body(header);
        boolean wide = body.get(0) == 1;
        long scale = Integer.toUnsignedLong(body.getInt(wide ? 20 : 12));
        long units = wide ? body.getLong(24) : Integer.toUnsignedLong(body.getInt(16));
        if (scale == 0 || units < 0) {
            throw new NoMovie("is damaged: it does not say how long it is");
        }
        return Duration.ofMillis(Math.round(units * 1000.0 / scale));
    }

    private static Optional<Box> find(List<Box> boxes, String kind) {
        return boxes.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }
}
