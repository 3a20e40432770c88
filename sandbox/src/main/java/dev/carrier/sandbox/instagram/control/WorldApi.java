package dev.carrier.sandbox.instagram.control;

import dev.carrier.sandbox.instagram.graph.Usage;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.Setting;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Accounts, people, tokens, time and numbers. */
public final class WorldApi {
    private final World world;
    private final Usage usage;
    private final Views views;

    /** The control API of {@code world}. */
    public WorldApi(World world, Usage usage, Views views) {
        this.world = world;
        this.usage = usage;
        this.views = views;
    }

    /** Adds its routes. */
    public void register(RoutesConfig routes) {
        Control.route(routes, HandlerType.GET, "/world", _ -> views.world());
        Control.route(routes, HandlerType.POST, "/accounts", this::account);
        Control.route(
                routes, HandlerType.GET, "/accounts/{account}", form -> views.account(at(form)));
        Control.route(routes, HandlerType.PATCH, "/accounts/{account}", this::inbox);
        Control.route(routes, HandlerType.POST, "/accounts/{account}/tokens", this::token);
        Control.route(routes, HandlerType.PATCH, "/accounts/{account}/tokens", this::tokens);
        Control.route(routes, HandlerType.PUT, "/accounts/{account}/usage", this::usage);
        Control.route(routes, HandlerType.POST, "/people", this::person);
        Control.route(routes, HandlerType.PATCH, "/people/{person}", this::reachable);
        Control.route(routes, HandlerType.PUT, "/clock", this::clock);
        Control.route(routes, HandlerType.PATCH, "/settings", this::settings);
    }

    private Account at(Form form) {
        var id = form.path("account");
        return world.account(id).orElseThrow(() -> Rejected.unknown("get", id));
    }

    private JsonNode account(Form form) {
        var username = form.text("username");
        return views.account(
                world.account(username, form.maybe("name").orElse(username), form.maybe("token")));
    }

    private JsonNode inbox(Form form) {
        world.inboxOpen(at(form).id(), form.flag("inbox", true));
        return views.account(at(form));
    }

    private JsonNode token(Form form) {
        var token =
                world.tokens()
                        .issue(at(form).id(), form.maybe("token"), form.flag("lasting", true));
        return Json.object().put("token", token.text());
    }

    private JsonNode tokens(Form form) {
        var id = at(form).id();
        Json.number(form.body(), "age")
                .ifPresent(ms -> world.tokens().age(id, Duration.ofMillis(ms)));
        Json.number(form.body(), "dead").ifPresent(code -> world.tokens().kill(id, (int) code));
        return views.account(at(form));
    }

    private JsonNode usage(Form form) {
        usage.order(
                at(form),
                new Usage.Numbers(
                        (int) form.number("calls", 0),
                        (int) form.number("time", 0),
                        (int) form.number("cpu", 0),
                        (int) form.number("app", 0)),
                Duration.ofMillis(form.number("regain", 0)));
        return Json.object();
    }

    private JsonNode person(Form form) {
        var username = form.text("username");
        return views.author(world.person(username, form.maybe("name").orElse(username)).author());
    }

    private JsonNode reachable(Form form) {
        world.reachable(form.path("person"), form.flag("reachable", true));
        return Json.object();
    }

    private JsonNode clock(Form form) {
        Json.number(form.body(), "behind")
                .ifPresent(ms -> world.clock().behind(Duration.ofMillis(ms)));
        Json.number(form.body(), "advance")
                .ifPresent(ms -> world.clock().advance(Duration.ofMillis(ms)));
        return Json.object().put("now", world.clock().millis());
    }

    private JsonNode settings(Form form) {
        for (var entry : form.body().properties()) {
            var setting =
                    Setting.of(entry.getKey())
                            .orElseThrow(() ->
                                    Rejected.parameter(
                                            "There is no setting " + entry.getKey() + "."));
            world.settings().set(setting, entry.getValue().asLong());
        }
        var all = Json.object();
        for (var setting : Setting.values()) {
            all.put(setting.key(), world.settings().number(setting));
        }
        return all;
    }
}
