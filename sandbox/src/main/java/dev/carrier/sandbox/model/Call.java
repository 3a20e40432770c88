package dev.carrier.sandbox.model;

import dev.carrier.sandbox.json.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of the model, from its first byte on.
 *
 * <p>Written by the thread that serves the call, read by any.
 */
final class Call {
    private static final int EXCERPT = 160;

    private final long seq;
    private final long at;
    private final String model;
    private final String character;
    private final String line;
    private final String hash;
    private final List<Image> images;
    private volatile long took = -1;
    private volatile int status;

    /**
     * A call that has begun.
     *
     * @param seq counts from 1
     * @param at when, in epoch milliseconds
     */
    Call(long seq, long at, String model, Prompt prompt) {
        this.seq = seq;
        this.at = at;
        this.model = model;
        this.character = prompt.persona().name();
        String newest = prompt.newest().text();
        this.line = newest.length() <= EXCERPT ? newest : newest.substring(0, EXCERPT) + "…";
        this.hash = prompt.hash();
        this.images = prompt.images();
    }

    long seq() {
        return seq;
    }

    /**
     * The call has ended.
     *
     * @param tookMs how long it took
     * @param answered the HTTP status, 0 when the connection was cut
     */
    void ended(long tookMs, int answered) {
        status = answered;
        took = tookMs;
    }

    boolean open() {
        return took < 0;
    }

    ObjectNode json() {
        ObjectNode node = Json.object().put("seq", seq).put("at", at);
        boolean isOpen = open();
        node.put("open", isOpen).put("model", model).put("character", character);
        node.put("line", line).put("prompt", hash);
        ArrayNode shown = node.putArray("images");
        images.forEach(image -> shown.add(image.json()));
        return isOpen ? node : node.put("took", took).put("status", status);
    }
}
