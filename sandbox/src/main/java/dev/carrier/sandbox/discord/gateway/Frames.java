package dev.carrier.sandbox.discord.gateway;

import dev.carrier.sandbox.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the gateway sends.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/events/gateway-events#payload-structure">Payload
 *     structure</a>
 */
final class Frames {
    private Frames() {}

    private static ObjectNode op(int op) {
        return Json.object().put("op", op).putNull("s").putNull("t");
    }

    static String hello(long heartbeatMs) {
        var frame = op(10);
        frame.putObject("d").put("heartbeat_interval", heartbeatMs).putArray("_trace");
        return Json.write(frame);
    }

    static String ack() {
        return Json.write(op(11).putNull("d"));
    }

    static String reconnect() {
        return Json.write(op(7).putNull("d"));
    }

    static String invalidSession(boolean resumable) {
        return Json.write(op(9).put("d", resumable));
    }

    static String dispatch(String type, long seq, JsonNode data) {
        var frame = Json.object().put("op", 0).put("s", seq).put("t", type);
        frame.set("d", data);
        return Json.write(frame);
    }
}
