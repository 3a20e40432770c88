package dev.carrier.scenarios;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;

/**
 * Takes traces as OTLP has them over HTTP: protocol buffers, read here as far as it is needed.
 *
 * @see <a
 *     href="https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto">trace.proto</a>
 */
final class OtlpReceiver implements AutoCloseable {
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /**
     * A span.
     *
     * @param trace 32 hexadecimal digits
     * @param parent empty for the first of a trace
     * @param nanos how long it took
     */
    record Span(
            String trace,
            String id,
            String parent,
            String name,
            long nanos,
            Map<String, String> attributes) {}

    OtlpReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/traces",
                exchange -> {
                    try (exchange) {
                        byte[] body =
                                "gzip"
                                                .equals(
                                                        exchange.getRequestHeaders()
                                                                .getFirst("Content-Encoding"))
                                        ? new GZIPInputStream(exchange.getRequestBody())
                                                .readAllBytes()
                                        : exchange.getRequestBody().readAllBytes();
                        bodies.add(body);
                        read(body);
                        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    /** Every span so far. */
    List<Span> spans() {
        return List.copyOf(spans);
    }

    /** All that was sent, as far as it is text. */
    String everything() {
        var all = new StringBuilder();
        bodies.forEach(body -> all.append(new String(body, StandardCharsets.UTF_8)));
        return all.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** ExportTraceServiceRequest: 1 resource_spans, in it 2 scope_spans, in it 2 spans. */
    private void read(byte[] request) {
        fields(
                request,
                (field, resource) -> {
                    if (field == 1) {
                        fields(
                                resource,
                                (inner, scope) -> {
                                    if (inner == 2) {
                                        fields(
                                                scope,
                                                (innermost, span) -> {
                                                    if (innermost == 2) {
                                                        spans.add(span(span));
                                                    }
                                                });
                                    }
                                });
                    }
                });
    }

    private static Span span(byte[] message) {
        Map<Integer, byte[]> single = new HashMap<>();
        Map<String, String> attributes = new HashMap<>();
        fields(
                message,
                (field, value) -> {
                    if (field == 9) {
                        List<String> pair = new ArrayList<>();
                        fields(
                                value,
                                (number, part) -> {
                                    if (number == 1) {
                                        pair.add(text(part));
                                    } else {
                                        fields(part, (kind, of) -> pair.add(text(of)));
                                    }
                                });
                        attributes.put(pair.getFirst(), pair.getLast());
                    } else {
                        single.put(field, value);
                    }
                });
        return new Span(
                hex(single, 1),
                hex(single, 2),
                hex(single, 4),
                text(single.get(5)),
                number(single.get(8)) - number(single.get(7)),
                attributes);
    }

    /** Each field with its bytes; of a number of fixed length these are its eight or four. */
    private static void fields(byte[] message, BiConsumer<Integer, byte[]> each) {
        var in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            byte[] value =
                    switch (key & 7) {
                        case 0 -> ByteBuffer.allocate(8).putLong(varint(in)).array();
                        case 1 -> bytes(in, 8);
                        case 2 -> bytes(in, (int) varint(in));
                        case 5 -> bytes(in, 4);
                        default -> throw new IllegalArgumentException("wire type " + (key & 7));
                    };
            each.accept(key >>> 3, value);
        }
    }

    private static byte[] bytes(ByteBuffer in, int howMany) {
        byte[] some = new byte[howMany];
        in.get(some);
        return some;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private static String hex(Map<Integer, byte[]> fields, int field) {
        return HexFormat.of().formatHex(fields.getOrDefault(field, new byte[0]));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long number(byte[] fixed) {
        return ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}
