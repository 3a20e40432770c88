package dev.carrier.sandbox.model;

import dev.carrier.sandbox.http.Part;
import dev.carrier.sandbox.http.Wire;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Outcome;
import dev.carrier.sandbox.orders.Where;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The model's HTTP side: {@code POST /v1/chat/completions} and {@code GET /v1/models}. Any key is
 * accepted but the key {@code refused}; any model's name is answered but {@code missing}. Each call
 * blocks one virtual thread.
 */
public final class ModelServer implements Part {
    private static final List<String> MODELS = List.of("offline", "offline-small");

    private final Orders orders;
    private final Clock clock;
    private final Scripts scripts = new Scripts();
    private final OfflineModel model = new OfflineModel(scripts);
    private final AtomicReference<ModelSettings> settings =
            new AtomicReference<>(ModelSettings.defaults());
    private final Calls calls;
    private final ModelControl control;

    /** A model whose calls run through {@code orders}. */
    public ModelServer(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
        this.calls = new Calls(clock);
        this.control = new ModelControl(scripts, settings, calls);
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/v1/chat/completions", this::complete);
        routes.get("/v1/models", this::list);
        routes.get("/v1/models/{model}", this::show);
        control.register(routes);
    }

    private void complete(Context context) {
        long began = System.nanoTime();
        String body = context.body();
        ChatRequest request;
        try {
            request = ChatRequest.read(body);
        } catch (ChatRequest.Unreadable e) {
            refuse(context, body, Errors.parameter(String.valueOf(e.getMessage()), e.parameter()));
            return;
        }
        Prompt prompt = Prompt.of(request.messages());
        Call call = calls.begin(request.model(), prompt);
        int status = 0;
        try {
            status = serve(context, new Asked(request, prompt, call), body);
        } finally {
            call.ended((System.nanoTime() - began) / 1_000_000, status);
        }
    }

    private record Asked(ChatRequest request, Prompt prompt, Call call) {}

    /** Gives the status that was answered, 0 when the connection was cut. */
    private int serve(Context context, Asked asked, String body) {
        int latency = settings.get().latencyMs(asked.prompt());
        // A stream's first half of the time passes before its first word.
        int before = asked.request().stream() ? latency / 2 : latency;
        var exchange = exchange(context, asked.prompt().persona().name(), body);
        Optional<Answer> refused = refusal(context, asked.request());
        Completion completion = completion(asked);
        return switch (orders.through(
                exchange,
                () -> refused.orElseGet(() -> answer(completion, asked.request(), before)))) {
            case Outcome.Cut _ -> {
                Wire.cut(context.req());
                yield 0;
            }
            case Outcome.Answered(Answer answer) -> {
                if (Stream.isOne(answer)) {
                    Stream.write(context, answer, completion.pieces(), latency - before);
                } else {
                    Wire.write(context, answer);
                }
                orders.answered(exchange, answer);
                yield answer.status();
            }
        };
    }

    private static Answer answer(Completion completion, ChatRequest request, int waitMs) {
        Pause.of(waitMs);
        return request.stream() ? Stream.answer() : Answer.json(200, completion.whole());
    }

    private Completion completion(Asked asked) {
        String whole = model.answer(asked.prompt());
        int limit = asked.request().maxTokens().orElse(Integer.MAX_VALUE);
        String text = Tokens.first(whole, limit);
        return new Completion(
                "chatcmpl-" + asked.prompt().hash() + "-" + asked.call().seq(),
                clock.instant().getEpochSecond(),
                asked.request().model(),
                text,
                text.length() < whole.length(),
                Tokens.in(asked.request().messages()),
                asked.request().usageInStream());
    }

    private Optional<Answer> refusal(Context context, ChatRequest request) {
        int tokens = Tokens.in(request.messages());
        int limit = settings.get().contextTokens();
        if (keyRefused(context)) {
            return Optional.of(Errors.key());
        }
        if (request.model().equals("missing")) {
            return Optional.of(Errors.noSuchModel(request.model()));
        }
        return tokens > limit ? Optional.of(Errors.tooLong(limit, tokens)) : Optional.empty();
    }

    private void list(Context context) {
        ObjectNode root = Json.object().put("object", "list");
        ArrayNode data = root.putArray("data");
        MODELS.forEach(name -> data.add(describe(name)));
        Answer answer = keyRefused(context) ? Errors.key() : Answer.json(200, root);
        refuse(context, "", answer);
    }

    private void show(Context context) {
        String name = context.pathParam("model");
        Answer answer =
                MODELS.contains(name) ? Answer.json(200, describe(name)) : Errors.noSuchModel(name);
        refuse(context, "", keyRefused(context) ? Errors.key() : answer);
    }

    /** An answer that takes no thinking; orders hold for it too. */
    private void refuse(Context context, String body, Answer answer) {
        Wire.serve(context, orders, exchange(context, "", body), () -> answer);
    }

    private static ObjectNode describe(String model) {
        return Json.object()
                .put("id", model)
                .put("object", "model")
                .put("created", 1_750_000_000L)
                .put("owned_by", "carrier-sandbox");
    }

    private static Exchange exchange(Context context, String character, String body) {
        return new Exchange(Where.MODEL, context.method().name(), context.path(), character, body);
    }

    private static boolean keyRefused(Context context) {
        return "Bearer refused".equals(context.header("Authorization"));
    }
}
