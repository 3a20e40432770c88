package dev.carrier.responder.media.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The boxes of an ISO media file (ISO/IEC 14496-12, section 4.2): a size, a kind of four letters,
 * and what is in it. Reads what it is asked for and leaves the pictures where they are.
 */
final class Boxes {
    private static final int MOST = 10_000;
    private static final int LARGEST_BODY = 16 << 20;

    private final SeekableByteChannel file;

    Boxes(SeekableByteChannel file) {
        this.file = file;
    }

    /**
     * One box.
     *
     * @param begin where its head begins
     * @param body where what is in it begins
     * @param end where the next box begins
     */
    record Box(String kind, long begin, long body, long end) {}

    /** Those that lie directly in the file. */
    List<Box> top() throws IOException, NoMovie {
        return within(0, file.size());
    }

    /** Those that lie directly in another, behind so many bytes of its own. */
    List<Box> in(Box outer, int behind) throws IOException, NoMovie {
        return within(outer.body() + behind, outer.end());
    }

    /** The first of that kind. */
    Optional<Box> first(Box outer, String kind) throws IOException, NoMovie {
        return in(outer, 0).stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    /** The first that is reached by these kinds, one within the other. */
    Optional<Box> path(Box outer, String... kinds) throws IOException, NoMovie {
        Optional<Box> at = Optional.of(outer);
        for (String kind : kinds) {
            if (at.isEmpty()) {
                return at;
            }
            at = first(at.get(), kind);
        }
        return at;
    }

    /** What is in it. */
    ByteBuffer body(Box box) throws IOException, NoMovie {
        long size = box.end() - box.body();
        if (size > LARGEST_BODY) {
            throw new NoMovie(
                    "has a part \"" + box.kind() + "\" of " + size + " bytes, which is too large");
        }
        return bytes(box.body(), (int) size);
    }

    private List<Box> within(long from, long to) throws IOException, NoMovie {
        List<Box> found = new ArrayList<>();
        long at = from;
        while (at + 8 <= to) {
            ByteBuffer head = bytes(at, (int) Math.min(16, to - at));
            long size = Integer.toUnsignedLong(head.getInt(0));
            byte[] kind = new byte[4];
            head.get(4, kind);
            long body = at + 8;
            if (size == 1 && head.limit() == 16) {
                size = head.getLong(8);
                body = at + 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < body - at || size > to - at) {
                throw new NoMovie("is damaged or cut off: its parts do not fit into each other");
            }
            found.add(new Box(new String(kind, ISO_8859_1), at, body, at + size));
            if (found.size() > MOST) {
                throw new NoMovie("has more parts than any video");
            }
            at += size;
        }
        return found;
    }

    private ByteBuffer bytes(long from, int count) throws IOException, NoMovie {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        file.position(from);
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new NoMovie("is cut off");
            }
        }
        return buffer.flip();
    }
}
