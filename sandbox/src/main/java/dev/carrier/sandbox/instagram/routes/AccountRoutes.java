package dev.carrier.sandbox.instagram.routes;

import dev.carrier.sandbox.instagram.graph.Call;
import dev.carrier.sandbox.instagram.graph.Graph;
import dev.carrier.sandbox.instagram.payload.Shapes;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.App;
import dev.carrier.sandbox.instagram.world.Inbox;
import dev.carrier.sandbox.instagram.world.Person;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.GraphRefusal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An account and its subscription, and who has written to it.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/webhooks#enable-subscriptions">Enable
 *     subscriptions</a>
 */
public final class AccountRoutes {
    private final World world;
    private final Inbox inbox;
    private final Shapes shapes;

    /** The accounts of {@code world}. */
    public AccountRoutes(World world, Inbox inbox, Shapes shapes) {
        this.world = world;
        this.inbox = inbox;
        this.shapes = shapes;
    }

    /** Adds its routes. */
    public void register(Graph graph, Found found) {
        graph.route(
                "GET",
                found::account,
                "",
                (call, account) -> shapes.account().write(call, account, call.fields()));
        graph.route("POST", found::account, "subscribed_apps", this::subscribe);
        graph.route("GET", found::account, "subscribed_apps", this::subscriptions);
        graph.route("DELETE", found::account, "subscribed_apps", this::unsubscribe);
        graph.route("GET", (call, id) -> world.person(id), "", this::person);
    }

    private JsonNode subscribe(Call call, Account account) {
        var fields = new LinkedHashSet<String>();
        for (var field : call.needed("subscribed_fields").split(",")) {
            if (!App.FIELDS.contains(field.strip())) {
                throw Rejected.parameter(
                        "Param subscribed_fields must be one of {"
                                + String.join(", ", App.FIELDS)
                                + "} - got \""
                                + field
                                + "\".");
            }
            fields.add(field.strip());
        }
        world.subscribe(account.id(), fields);
        return success();
    }

    private JsonNode subscriptions(Call call, Account account) {
        var node = Json.object();
        var data = node.putArray("data");
        var fields = world.subscribed(account.id());
        if (!fields.isEmpty()) {
            var list = data.addObject().put("id", world.app().id()).putArray("subscribed_fields");
            fields.stream().sorted().forEach(list::add);
        }
        return node;
    }

    private JsonNode unsubscribe(Call call, Account account) {
        world.subscribe(account.id(), Set.of());
        return success();
    }

    private JsonNode person(Call call, Person person) {
        Optional<?> written = inbox.find(call.account(), person.id()).flatMap(inbox::lastOfPerson);
        if (written.isEmpty()) {
            throw Rejected.of(
                    GraphRefusal.of(230, "(#230) User consent is required to access user profile"));
        }
        return shapes.person().write(call, person, call.fields());
    }

    static JsonNode success() {
        return Json.object().put("success", true);
    }
}
