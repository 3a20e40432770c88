package dev.carrier.sandbox.model;

import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /sandbox/model/…}: scripts, settings and the calls of the model.
 *
 * <ul>
 *   <li>{@code POST scripts} takes {@code contains} and one of {@code answer}, {@code silence} (a
 *       reason), {@code echo} (a regular expression) and {@code answerLength} (with {@code code},
 *       the language of its fences); {@code DELETE scripts} forgets all
 *   <li>{@code POST settings} takes {@code latencyMs} (a number, or {@code "natural"}) and {@code
 *       contextTokens}
 *   <li>{@code GET calls?after=SEQ} gives how many calls there were, and each
 * </ul>
 */
final class ModelControl {
    private static final int LONGEST = 1_000_000;

    private static final Prompt NOBODY_SPOKE = Prompt.of(List.of());

    private final Scripts scripts;
    private final AtomicReference<ModelSettings> settings;
    private final Calls calls;

    ModelControl(Scripts scripts, AtomicReference<ModelSettings> settings, Calls calls) {
        this.scripts = scripts;
        this.settings = settings;
        this.calls = calls;
    }

    void register(RoutesConfig routes) {
        routes.post("/sandbox/model/scripts", this::script);
        routes.get("/sandbox/model/scripts", this::scripts);
        routes.delete("/sandbox/model/scripts", this::forget);
        routes.post("/sandbox/model/settings", this::set);
        routes.get("/sandbox/model/settings", context -> json(context, settings(settings.get())));
        routes.get("/sandbox/model/calls", this::calls);
    }

    private void script(Context context) {
        ObjectNode form = Json.objectOf(context.body());
        String contains = Json.text(form, "contains", "");
        OptionalLong length = Json.number(form, "answerLength");
        if (contains.isEmpty()) {
            wrong(context, "contains: the text to look for in a person's newest line");
        } else if (form.path("answer").isString()) {
            add(context, new Script.Answers(contains, form.path("answer").asString()));
        } else if (form.path("silence").isString()) {
            add(context, new Script.StaysSilent(contains, form.path("silence").asString()));
        } else if (pattern(form).isPresent()) {
            add(context, new Script.Echoes(contains, pattern(form).get()));
        } else if (length.isPresent() && length.getAsLong() > 0 && length.getAsLong() <= LONGEST) {
            String language = Json.text(form, "code", "java");
            add(context, new Script.AnswersAtLength(contains, (int) length.getAsLong(), language));
        } else {
            wrong(
                    context,
                    "one of answer, silence, echo (a regular expression) and answerLength (1 to "
                            + LONGEST
                            + ")");
        }
    }

    private static Optional<Pattern> pattern(ObjectNode form) {
        try {
            return Json.text(form, "echo").map(Pattern::compile);
        } catch (PatternSyntaxException notOne) {
            return Optional.empty();
        }
    }

    private void add(Context context, Script script) {
        scripts.add(script);
        json(context.status(201), Json.object().put("contains", script.contains()));
    }

    private void scripts(Context context) {
        ObjectNode root = Json.object();
        ArrayNode all = root.putArray("scripts");
        scripts.all()
                .forEach(script ->
                        all.addObject()
                                .put("contains", script.contains())
                                .put("answer", script.answer(NOBODY_SPOKE)));
        json(context, root);
    }

    private void forget(Context context) {
        scripts.clear();
        context.status(204);
    }

    private void set(Context context) {
        ObjectNode form = Json.objectOf(context.body());
        OptionalLong latency = Json.number(form, "latencyMs");
        OptionalLong tokens = Json.number(form, "contextTokens");
        boolean natural = "natural".equals(Json.text(form, "latencyMs", ""));
        if (form.has("latencyMs") && !natural && (latency.isEmpty() || latency.getAsLong() < 0)) {
            wrong(context, "latencyMs: a number of milliseconds, or \"natural\"");
            return;
        }
        ModelSettings set =
                settings.updateAndGet(before ->
                        new ModelSettings(
                                latency.isPresent()
                                        ? OptionalInt.of(
                                                (int) Math.min(latency.getAsLong(), 600_000))
                                        : natural ? OptionalInt.empty() : before.latencyMs(),
                                tokens.isPresent()
                                        ? (int) tokens.getAsLong()
                                        : before.contextTokens()));
        json(context, settings(set));
    }

    private void calls(Context context) {
        json(context, calls.json(context.queryParamAsClass("after", Long.class).getOrDefault(0L)));
    }

    private static ObjectNode settings(ModelSettings settings) {
        ObjectNode node = Json.object().put("contextTokens", settings.contextTokens());
        settings.latencyMs()
                .ifPresentOrElse(
                        ms -> node.put("latencyMs", ms), () -> node.put("latencyMs", "natural"));
        return node;
    }

    private static void wrong(Context context, String message) {
        json(context.status(400), Json.object().put("error", message));
    }

    private static void json(Context context, ObjectNode body) {
        context.contentType("application/json").result(Json.write(body));
    }
}
