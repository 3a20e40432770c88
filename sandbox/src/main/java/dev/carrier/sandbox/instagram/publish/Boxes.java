package dev.carrier.sandbox.instagram.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The boxes of an ISO base media file (ISO/IEC 14496-12, 4.2), in order. Reading beyond the end of
 * one is a {@link RuntimeException}.
 */
record Boxes(List<Box> all) {
    /**
     * One box.
     *
     * @param type its four characters
     * @param content what follows its header
     */
    record Box(String type, ByteBuffer content) {
        Boxes within() {
            return Boxes.read(content);
        }

        int version() {
            return content.get(0);
        }

        /** The four bytes at {@code index}, without sign. */
        long four(int index) {
            return Integer.toUnsignedLong(content.getInt(index));
        }

        int two(int index) {
            return Short.toUnsignedInt(content.getShort(index));
        }

        String name(int index) {
            var bytes = new byte[4];
            content.get(index, bytes);
            return new String(bytes, ISO_8859_1);
        }
    }

    /**
     * Reads what is in {@code content}.
     *
     * @throws IllegalArgumentException if it is not made of boxes
     */
    static Boxes read(ByteBuffer content) {
        var found = new ArrayList<Box>();
        var at = 0;
        while (at + 8 <= content.limit()) {
            var size = Integer.toUnsignedLong(content.getInt(at));
            var name = new byte[4];
            content.get(at + 4, name);
            var header = 8;
            if (size == 1 && at + 16 <= content.limit()) {
                size = content.getLong(at + 8);
                header = 16;
            } else if (size == 0) {
                size = (long) content.limit() - at;
            }
            if (size < header || at + size > content.limit()) {
                throw new IllegalArgumentException("a box that is too long");
            }
            found.add(
                    new Box(
                            new String(name, ISO_8859_1),
                            content.slice(at + header, (int) size - header)));
            at += (int) size;
        }
        return new Boxes(List.copyOf(found));
    }

    Optional<Box> first(String type) {
        return all.stream().filter(it -> it.type().equals(type)).findFirst();
    }

    List<Box> every(String type) {
        return all.stream().filter(it -> it.type().equals(type)).toList();
    }

    /** The boxes within the first {@code type}; none if there is none. */
    Boxes into(String type) {
        return first(type).map(Box::within).orElseGet(() -> new Boxes(List.of()));
    }

    /** The place of the first {@code type}; −1 if there is none. */
    int place(String type) {
        return all.stream().map(Box::type).toList().indexOf(type);
    }
}
