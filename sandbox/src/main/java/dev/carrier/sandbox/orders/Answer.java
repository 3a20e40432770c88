package dev.carrier.sandbox.orders;

import dev.carrier.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP answer, complete.
 *
 * @param status the status code
 * @param headers in the order in which they are sent
 * @param body what is sent after them; empty for 204
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a body is bytes
public record Answer(int status, Map<String, String> headers, byte[] body) {
    /** An answer of JSON. */
    public static Answer json(int status, JsonNode body) {
        return text(status, "application/json", Json.write(body));
    }

    /** An answer of text. */
    public static Answer text(int status, String contentType, String body) {
        return new Answer(
                status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    /** 204, no content. */
    public static Answer none() {
        return new Answer(204, Map.of(), new byte[0]);
    }

    /** The same with one more header. */
    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
