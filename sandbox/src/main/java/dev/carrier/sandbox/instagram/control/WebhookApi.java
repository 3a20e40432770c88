package dev.carrier.sandbox.instagram.control;

import dev.carrier.sandbox.instagram.webhook.Body;
import dev.carrier.sandbox.instagram.webhook.Sent;
import dev.carrier.sandbox.instagram.webhook.Webhooks;
import dev.carrier.sandbox.instagram.world.App;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The app's dashboard, and what it was sent. */
public final class WebhookApi {
    private final World world;
    private final Webhooks webhooks;
    private final Views views;

    /** The control API of {@code webhooks}. */
    public WebhookApi(World world, Webhooks webhooks, Views views) {
        this.world = world;
        this.webhooks = webhooks;
        this.views = views;
    }

    /** Adds its routes. */
    public void register(RoutesConfig routes) {
        Control.route(routes, HandlerType.GET, "/app", _ -> views.app());
        Control.route(routes, HandlerType.PATCH, "/app", this::app);
        Control.route(routes, HandlerType.GET, "/deliveries", this::sent);
        Control.route(routes, HandlerType.GET, "/deliveries/pending", this::pending);
        Control.route(routes, HandlerType.POST, "/deliveries", this::forge);
        Control.route(routes, HandlerType.POST, "/deliveries/{number}", this::again);
    }

    private JsonNode app(Form form) {
        form.maybe("secret").ifPresent(it -> world.app(world.app().secret(it)));
        if (form.body().has("fields")) {
            var fields = new LinkedHashSet<String>();
            Json.list(form.body(), "fields").forEach(it -> fields.add(it.asString("")));
            world.app(world.app().fields(fields));
        }
        var now = world.app();
        world.app(now.access(form.flag("live", now.live()), form.flag("advanced", now.advanced())));
        world.app(
                world.app()
                        .form(
                                form.maybe("form").map(WebhookApi::known).orElse(now.form()),
                                form.flag("mentions", now.mentionsField())));
        form.maybe("callback")
                .ifPresent(it ->
                        webhooks.callback(URI.create(it), form.maybe("verifyToken").orElse("")));
        return views.app();
    }

    private static App.Form known(String form) {
        try {
            return App.Form.valueOf(form.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Rejected.parameter("form: changes, direct, alternating or wrapped.");
        }
    }

    private JsonNode sent(Form form) {
        var list = Json.array();
        webhooks.log().all().forEach(it -> list.add(view(it)));
        return list;
    }

    private static ObjectNode view(Sent sent) {
        var node = Json.object().put("delivery", sent.delivery()).put("attempt", sent.attempt());
        node.put("at", sent.at().toEpochMilli()).put("account", sent.account());
        var fields = node.putArray("fields");
        sent.fields().forEach(fields::add);
        return node.put("status", sent.status())
                .put("ms", sent.ms())
                .put("signature", sent.signature())
                .put("body", sent.body());
    }

    private JsonNode pending(Form form) {
        return Json.object().put("pending", webhooks.pending());
    }

    /** {@code signature}: valid, wrong, none, or what is to be in the header. */
    private JsonNode forge(Form form) {
        var body = form.text("body");
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var signature =
                switch (form.maybe("signature").orElse("wrong")) {
                    case "valid" -> Body.signature(bytes, world.app().secret());
                    case "wrong" -> Body.signature(bytes, "not the secret");
                    case "none" -> "";
                    default -> form.text("signature");
                };
        return view(webhooks.forge(body, signature));
    }

    private JsonNode again(Form form) {
        var number = form.path("number");
        var sent =
                (number.matches("\\d{1,18}")
                                ? webhooks.log().last(Long.parseLong(number))
                                : java.util.Optional.<Sent>empty())
                        .orElseThrow(() -> Rejected.unknown("post", number));
        return view(webhooks.forge(sent.body(), sent.signature()));
    }
}
