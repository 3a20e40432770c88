package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.world.Command;
import dev.carrier.sandbox.discord.world.Interactions;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An application's global commands.
 *
 * @see <a href="https://docs.discord.com/developers/interactions/application-commands">Application
 *     commands</a>
 */
public final class CommandRoutes {
    private static final int MOST = 100;

    private final Interactions interactions;

    /** Registers with {@code interactions}. */
    public CommandRoutes(Interactions interactions) {
        this.interactions = interactions;
    }

    /** Adds its routes. */
    public void register(Rest rest, RoutesConfig routes) {
        var path = "/applications/{application}/commands";
        var kind = RateLimits.Kind.OTHER;
        rest.route(routes, HandlerType.GET, path, kind, this::all);
        rest.route(routes, HandlerType.PUT, path, kind, this::overwrite);
        rest.route(routes, HandlerType.POST, path, kind, this::add);
    }

    private Answer all(Call call) {
        return list(own(call));
    }

    private Answer overwrite(Call call) {
        if (!call.body().isArray()) {
            throw Rejected.form("_errors", "BASE_TYPE_LIST", "Only iterables may be used");
        }
        var wanted = new ArrayList<ObjectNode>();
        var names = new HashSet<String>();
        for (var one : call.body()) {
            var checked = checked(one);
            if (!names.add(checked.path("name").asString(""))) {
                throw Rejected.form(
                        "name",
                        "APPLICATION_COMMANDS_DUPLICATE_NAME",
                        "Application command names must be unique");
            }
            wanted.add(checked);
        }
        if (wanted.size() > MOST) {
            throw Rejected.with(400, 30032, "Maximum number of application commands reached (100)");
        }
        interactions.register(own(call), wanted);
        return list(own(call));
    }

    private Answer add(Call call) {
        var added = checked(call.body());
        var name = added.path("name").asString("");
        var wanted = new ArrayList<ObjectNode>();
        interactions.commands(own(call)).stream()
                .filter(one -> !one.name().equals(name))
                .forEach(one -> wanted.add(one.definition()));
        wanted.add(added);
        var made = interactions.register(own(call), wanted).getLast();
        return Answer.json(201, payload(made, own(call)));
    }

    private static long own(Call call) {
        if (call.id("application") != call.bot().id()) {
            throw Rejected.with(403, 20012, "You are not authorized to perform this action");
        }
        return call.bot().id();
    }

    private static ObjectNode checked(JsonNode definition) {
        var name = Json.text(definition, "name", "");
        if (!name.matches("[-_\\p{L}\\p{N}]{1,32}")
                || !name.equals(name.toLowerCase(Locale.ROOT))) {
            throw Rejected.form(
                    "name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        var about = Json.text(definition, "description", "");
        if (about.isEmpty() || about.length() > 100) {
            throw Rejected.form(
                    "description", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
        return (ObjectNode) definition;
    }

    private Answer list(long application) {
        var list = Json.array();
        interactions.commands(application).forEach(one -> list.add(payload(one, application)));
        return Answer.json(200, list);
    }

    /** Of what was not sent, Discord gives its defaults. */
    private static ObjectNode payload(Command command, long application) {
        var node = command.definition().deepCopy();
        var id = Long.toString(command.id());
        node.put("id", id).put("version", id).put("application_id", Long.toString(application));
        if (!node.has("type")) {
            node.put("type", 1);
        }
        if (!node.has("nsfw")) {
            node.put("nsfw", false);
        }
        if (!node.has("default_member_permissions")) {
            node.putNull("default_member_permissions");
        }
        if (!node.has("integration_types")) {
            node.putArray("integration_types").add(0);
        }
        if (!node.has("contexts")) {
            node.putNull("contexts");
        }
        return node;
    }
}
