package dev.carrier.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenCall;
import dev.carrier.sandbox.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ModelServerTest {
    private static final String HELLO =
            """
            {"model":"offline","messages":[{"role":"system","content":"You are Mo.\\n# Examples of how Mo talks\\nSomeone: hello\\nMo: Tick tock."},
             {"role":"user","content":[{"type":"text","text":"Ida: hello"}]}]%s}\
            """;

    /** A call has ended for the sandbox a moment after its answer has arrived. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Sandbox sandbox;
    private HttpClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        client = HttpClient.newHttpClient();
        post("/sandbox/model/settings", "{\"latencyMs\":0}");
    }

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void aCompletionHasTheFormOfOpenAi() {
        JsonNode answer = json(complete(""));
        assertThat(answer.path("object").asString()).isEqualTo("chat.completion");
        JsonNode choice = answer.path("choices").path(0);
        assertThat(choice.path("message").path("content").asString())
                .startsWith("Tick tock.\n-# offline voice");
        assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
        assertThat(answer.path("usage").path("total_tokens").asInt())
                .isEqualTo(
                        answer.path("usage").path("prompt_tokens").asInt()
                                + answer.path("usage").path("completion_tokens").asInt())
                .isPositive();
    }

    @Test
    void aPictureIsCountedAndSeenByItsHashAndAnythingElseInItsPlaceIsRefused() {
        String asking =
                """
                {"model":"offline","messages":[{"role":"user","content":[{"type":"text","text":"Ida: what is this?"},
                 {"type":"image_url","image_url":{"url":"%s"}}]}]}\
                """;
        var shown =
                json(post("/v1/chat/completions", asking.formatted("data:image/png;base64,AAEC")));
        var refused = post("/v1/chat/completions", asking.formatted("http://127.0.0.1/secret.png"));

        assertThat(shown.path("usage").path("prompt_tokens").asInt()).isGreaterThan(765);
        assertThat(new SandboxClient(sandbox.base()).model().calls().getLast().images())
                .containsExactly(
                        "ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc");
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void aStreamCarriesTheSameTextInPiecesAndEndsWithUsage() {
        String whole =
                json(complete(""))
                        .path("choices")
                        .path(0)
                        .path("message")
                        .path("content")
                        .asString();
        var stream = complete(",\"stream\":true,\"stream_options\":{\"include_usage\":true}");
        assertThat(stream.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        List<String> events =
                stream.body()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> line.substring(6))
                        .toList();
        assertThat(events.getLast()).isEqualTo("[DONE]");
        var chunks =
                events.subList(0, events.size() - 1).stream()
                        .map(event -> Json.parse(event).orElseThrow())
                        .toList();
        assertThat(chunks.getLast().path("usage").path("completion_tokens").asInt()).isPositive();
        var text = new StringBuilder();
        chunks.forEach(chunk ->
                text.append(Json.text(chunk.path("choices").path(0).path("delta"), "content", "")));
        assertThat(text).hasToString(whole);
        assertThat(chunks.size()).isGreaterThan(5);
    }

    @Test
    void theLimitOfTokensCutsTheAnswer() {
        JsonNode choice = json(complete(",\"max_tokens\":2")).path("choices").path(0);
        assertThat(choice.path("finish_reason").asString()).isEqualTo("length");
        assertThat(choice.path("message").path("content").asString()).isEqualTo("Tick toc");
    }

    @Test
    void errorsHaveTheFormOfOpenAi() {
        assertError(post("/v1/chat/completions", "{"), 400, "invalid_request_error", null);
        assertError(
                post("/v1/chat/completions", "{\"model\":\"offline\"}"),
                400,
                "invalid_request_error",
                null);
        assertError(
                post(
                        "/v1/chat/completions",
                        HELLO.formatted("").replace("\"offline\"", "\"missing\"")),
                404,
                "invalid_request_error",
                "model_not_found");
        post("/sandbox/model/settings", "{\"contextTokens\":5}");
        assertError(complete(""), 400, "invalid_request_error", "context_length_exceeded");
    }

    @Test
    void anyKeyIsAcceptedButTheOneThatIsRefused() {
        assertThat(complete("").statusCode()).isEqualTo(200);
        assertError(
                send(request("/v1/models").header("Authorization", "Bearer refused").GET()),
                401,
                "invalid_request_error",
                "invalid_api_key");
        var models =
                json(send(request("/v1/models").header("Authorization", "Bearer whatever").GET()));
        assertThat(models.path("data").path(0).path("id").asString()).isEqualTo("offline");
    }

    @Test
    void ordersHoldForTheModel() {
        post("/sandbox/orders", "{\"where\":\"model\",\"do\":{\"status\":429,\"retryAfter\":7}}");
        var limited = complete("");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        post(
                "/sandbox/orders",
                "{\"where\":\"model\",\"match\":{\"account\":\"Mo\"},\"do\":{\"drop\":\"after\"}}");
        assertThatThrownBy(() -> client.send(chat(""), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(complete("").statusCode()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> calls().path("open").asInt() == 0);
        JsonNode calls = calls();
        assertThat(calls.path("count").asInt()).isEqualTo(3);
        assertThat(calls.path("calls"))
                .extracting(call -> call.path("status").asInt())
                .containsExactly(429, 0, 200);
        assertThat(calls.path("calls").path(2).path("line").asString()).isEqualTo("hello");
    }

    @Test
    void scriptsAreGivenAndForgottenOverHttp() {
        assertThat(
                        post(
                                        "/sandbox/model/scripts",
                                        "{\"contains\":\"hello\",\"answerLength\":6000}")
                                .statusCode())
                .isEqualTo(201);
        assertThat(content()).hasSize(6000).contains("```java\n");
        assertThat(post("/sandbox/model/scripts", "{\"contains\":\"hello\"}").statusCode())
                .isEqualTo(400);
        send(request("/sandbox/model/scripts").DELETE());
        assertThat(content()).startsWith("Tick tock.");
    }

    @Test
    void theClientScriptsAndCountsCalls() {
        var model = new SandboxClient(sandbox.base()).model();
        model.answers("hello", "Scripted.");
        assertThat(content()).isEqualTo("Scripted.");
        model.staysSilent("hello", "busy");
        assertThat(content()).isEqualTo("<silence>busy</silence>");
        model.forgetScripts();
        model.answersAtLength("hello", 300);
        assertThat(content()).hasSize(300);
        assertThat(model.count()).isEqualTo(3);
        await().atMost(PATIENCE).until(() -> model.open() == 0);
        assertThat(model.calls()).extracting(SeenCall::character).containsExactly("Mo", "Mo", "Mo");
        assertThat(model.calls()).allMatch(call -> call.status() == 200 && call.took().isPresent());
    }

    @Test
    void anOrderIsListedWhileItIsInForceOrHoldsACall() throws Exception {
        post("/sandbox/orders", "{\"where\":\"model\",\"do\":{\"hold\":\"before-answer\"}}");
        assertThat(inForce())
                .extracting(order -> order.path("holding").asBoolean())
                .containsExactly(false);
        var call = client.sendAsync(chat(""), BodyHandlers.ofString());
        await().atMost(PATIENCE).until(() -> inForce().path(0).path("holding").asBoolean());
        assertThat(call).isNotDone();
        post("/sandbox/orders/" + inForce().path(0).path("id").asString() + "/release", "");
        assertThat(call.get().statusCode()).isEqualTo(200);
        assertThat(inForce()).isEmpty();
    }

    private JsonNode calls() {
        return json(send(request("/sandbox/model/calls").GET()));
    }

    private JsonNode inForce() {
        return json(send(request("/sandbox/orders").GET()));
    }

    @Test
    void hundredsOfCallsAreInFlightAtOnce() throws Exception {
        post("/sandbox/model/settings", "{\"latencyMs\":2000}");
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> calls =
                    IntStream.range(0, 400)
                            .mapToObj(i ->
                                    threads.submit(() ->
                                            client.send(chat(""), BodyHandlers.ofString())
                                                    .statusCode()))
                            .toList();
            for (Future<Integer> call : calls) {
                assertThat(call.get()).isEqualTo(200);
            }
        }
        // One after the other they would take 800 s.
        assertThat((System.nanoTime() - began) / 1e9).isBetween(2.0, 400.0);
    }

    private String content() {
        return json(complete(""))
                .path("choices")
                .path(0)
                .path("message")
                .path("content")
                .asString();
    }

    private static void assertError(
            HttpResponse<String> answer, int status, String type, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode error = json(answer).path("error");
        assertThat(error.path("message").asString()).isNotBlank();
        assertThat(error.path("type").asString()).isEqualTo(type);
        assertThat(Json.text(error, "code").orElse(null)).isEqualTo(code);
    }

    private HttpResponse<String> complete(String more) {
        return post("/v1/chat/completions", HELLO.formatted(more));
    }

    private HttpRequest chat(String more) {
        return request("/v1/chat/completions")
                .POST(HttpRequest.BodyPublishers.ofString(HELLO.formatted(more)))
                .build();
    }

    private HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body()).orElseThrow();
    }
}
