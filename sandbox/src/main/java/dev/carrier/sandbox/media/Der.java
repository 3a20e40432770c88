package dev.carrier.sandbox.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes as much of ASN.1's DER (ITU-T X.690) as a certificate needs. Stateless. */
final class Der {
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(0x30, join(parts));
    }

    static byte[] set(byte[]... parts) {
        return tagged(0x31, join(parts));
    }

    static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    static byte[] text(String value) {
        return tagged(0x0C, value.getBytes(UTF_8));
    }

    /** A moment before the year 2050, in seconds. */
    static byte[] time(Instant value) {
        return tagged(0x17, UTC_TIME.format(value).getBytes(US_ASCII));
    }

    static byte[] bits(byte[] value) {
        return tagged(0x03, join(new byte[] {0}, value));
    }

    static byte[] octets(byte[] value) {
        return tagged(0x04, value);
    }

    static byte[] yes() {
        return tagged(0x01, new byte[] {(byte) 0xFF});
    }

    /** An object identifier, such as {@code 2.5.4.3}. */
    static byte[] oid(String dotted) {
        var numbers = dotted.split("\\.");
        var out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(numbers[0]) * 40 + Integer.parseInt(numbers[1]));
        for (var i = 2; i < numbers.length; i++) {
            var number = Integer.parseInt(numbers[i]);
            for (var shift = 28; shift > 0; shift -= 7) {
                if (number >>> shift != 0) {
                    out.write(((number >>> shift) & 0x7F) | 0x80);
                }
            }
            out.write(number & 0x7F);
        }
        return tagged(0x06, out.toByteArray());
    }

    /** {@code content} behind its tag and length. */
    static byte[] tagged(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            var length = BigInteger.valueOf(content.length).toByteArray();
            var from = length[0] == 0 ? 1 : 0;
            out.write(0x80 | (length.length - from));
            out.write(length, from, length.length - from);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
