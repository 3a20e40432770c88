package dev.carrier.sandbox.model;

import dev.carrier.sandbox.orders.Answer;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes an answer in pieces, as server-sent events. Stateless. */
final class Stream {
    private static final String TYPE = "text/event-stream";

    private Stream() {}

    /** What stands for the stream while orders decide on it. */
    static Answer answer() {
        return Answer.text(200, TYPE, "").with("Cache-Control", "no-cache");
    }

    static boolean isOne(Answer answer) {
        return TYPE.equals(answer.headers().get("Content-Type"));
    }

    /**
     * Writes the events over some time.
     *
     * @param overMs how long the whole takes
     */
    static void write(Context context, Answer answer, List<String> events, int overMs) {
        var response = context.res();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        try {
            for (String event : events) {
                response.getOutputStream().write(event.getBytes(StandardCharsets.UTF_8));
                response.flushBuffer();
                Pause.of(overMs / events.size());
            }
        } catch (IOException e) {
            // The client hung up; a model does not mind.
        }
    }
}
