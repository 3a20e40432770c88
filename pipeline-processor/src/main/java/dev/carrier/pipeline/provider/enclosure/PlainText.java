package dev.carrier.pipeline.provider.enclosure;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The beginning of a file, if it is UTF-8. Pure. */
final class PlainText {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private PlainText() {}

    /**
     * The text of these bytes, as far as it fits; empty if it is none.
     *
     * @param room how many bytes fit
     */
    static Optional<String> of(byte[] bytes, int room) {
        int from = Arrays.equals(bytes, 0, Math.min(3, bytes.length), MARK, 0, 3) ? 3 : 0;
        int end = Math.min(bytes.length, from + room);
        // Not in the middle of a character.
        while (end < bytes.length && end > from && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            CharBuffer text = decoder.decode(ByteBuffer.wrap(bytes, from, end - from));
            return Optional.of(text.toString()).filter(one -> one.indexOf(0) < 0);
        } catch (CharacterCodingException none) {
            return Optional.empty();
        }
    }
}
