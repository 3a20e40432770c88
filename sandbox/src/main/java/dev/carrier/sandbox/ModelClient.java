package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.node.ObjectNode;

/** Tells the sandbox's model what to answer and how fast, and counts its calls. */
public final class ModelClient {
    private static final String BASE = "sandbox/model/";

    private final SandboxClient client;

    ModelClient(SandboxClient client) {
        this.client = client;
    }

    /** Has it answer {@code text} whenever a person's newest line contains {@code contains}. */
    public void answers(String contains, String text) {
        script(contains, Json.object().put("answer", text));
    }

    /**
     * Has it stay silent, for a reason, whenever a person's newest line contains {@code contains}.
     */
    public void staysSilent(String contains, String reason) {
        script(contains, Json.object().put("silence", reason));
    }

    /**
     * Has it say again what people said that matches {@code pattern} and that it has not said
     * before, whenever a person's newest line contains {@code contains}.
     */
    public void echoes(String contains, String pattern) {
        script(contains, Json.object().put("echo", pattern));
    }

    /** Has it answer exactly so many characters with fences of code, as above. */
    public void answersAtLength(String contains, int length) {
        script(contains, Json.object().put("answerLength", length));
    }

    /** Forgets what it was told to answer. */
    public void forgetScripts() {
        client.send("DELETE", BASE + "scripts", Json.object());
    }

    /** Has every answer take so long; 0 is at once. */
    public void takes(long ms) {
        client.post(BASE + "settings", Json.object().put("latencyMs", ms));
    }

    /** Has answers take 300 to 900 ms again, by the prompt. */
    public void takesItsTime() {
        client.post(BASE + "settings", Json.object().put("latencyMs", "natural"));
    }

    /** How many calls there were, those under way included. */
    public long count() {
        return Json.number(client.get(BASE + "calls?after=9000000000000000000"), "count").orElse(0);
    }

    /** How many calls are under way. */
    public long open() {
        return Json.number(client.get(BASE + "calls?after=9000000000000000000"), "open").orElse(0);
    }

    /** The calls so far, oldest first; at most the latest 20,000. */
    public List<SeenCall> calls() {
        return StreamSupport.stream(client.get(BASE + "calls").path("calls").spliterator(), false)
                .map(SeenCall::of)
                .toList();
    }

    private void script(String contains, ObjectNode form) {
        client.post(BASE + "scripts", form.put("contains", contains));
    }
}
