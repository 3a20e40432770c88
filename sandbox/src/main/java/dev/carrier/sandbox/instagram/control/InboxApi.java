package dev.carrier.sandbox.instagram.control;

import dev.carrier.sandbox.instagram.world.Attached;
import dev.carrier.sandbox.instagram.world.Dm;
import dev.carrier.sandbox.instagram.world.DmThread;
import dev.carrier.sandbox.instagram.world.Inbox;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.Words;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Direct messages of people, and of humans who type as the account in Instagram's app. */
public final class InboxApi {
    private static final String THREAD = "/threads/{account}/{person}";

    private final World world;
    private final Inbox inbox;
    private final Views views;

    /** The control API of {@code inbox}. */
    public InboxApi(World world, Inbox inbox, Views views) {
        this.world = world;
        this.inbox = inbox;
        this.views = views;
    }

    /** Adds its routes. */
    public void register(RoutesConfig routes) {
        Control.route(routes, HandlerType.POST, THREAD + "/messages", this::write);
        Control.route(routes, HandlerType.GET, THREAD + "/messages", this::all);
        Control.route(routes, HandlerType.POST, THREAD + "/read", this::read);
        Control.route(routes, HandlerType.PATCH, "/messages/{mid}", this::edit);
        Control.route(routes, HandlerType.DELETE, "/messages/{mid}", this::unsend);
        Control.route(routes, HandlerType.POST, "/messages/{mid}/reactions", this::react);
        Control.route(routes, HandlerType.DELETE, "/messages/{mid}/reactions", this::unreact);
    }

    private JsonNode write(Form form) {
        var via = form.flag("asAccount", false) ? Dm.Via.APP : Dm.Via.PERSON;
        var files =
                Json.list(form.body(), "files").stream()
                        .map(it ->
                                new Attached(Json.text(it, "type", ""), Json.text(it, "url", "")))
                        .toList();
        var words =
                Words.of(form.maybe("text").orElse(""))
                        .files(files)
                        .replyTo(form.maybe("replyTo"))
                        .story(form.maybe("story"))
                        .payload(form.maybe("payload"), form.flag("button", false));
        return views.message(inbox.write(thread(form), via, words));
    }

    private JsonNode all(Form form) {
        var list = Json.array();
        var account = world.account(form.path("account"));
        account.flatMap(it -> inbox.find(it, form.path("person")))
                .ifPresent(it -> inbox.messages(it).forEach(one -> list.add(views.message(one))));
        return list;
    }

    private JsonNode read(Form form) {
        inbox.read(thread(form));
        return Json.object();
    }

    private JsonNode edit(Form form) {
        inbox.edit(message(form), form.text("text"));
        return views.message(message(form));
    }

    private JsonNode unsend(Form form) {
        inbox.unsend(message(form));
        return Json.object();
    }

    private JsonNode react(Form form) {
        return reacted(form, Optional.of(form.text("emoji")));
    }

    private JsonNode unreact(Form form) {
        return reacted(form, Optional.empty());
    }

    private JsonNode reacted(Form form, Optional<String> emoji) {
        var dm = message(form);
        inbox.react(dm, dm.thread().person(), emoji);
        return views.message(message(form));
    }

    private DmThread thread(Form form) {
        var account = form.path("account");
        var person = form.path("person");
        return inbox.thread(
                world.account(account).orElseThrow(() -> Rejected.unknown("get", account)),
                world.author(person).orElseThrow(() -> Rejected.unknown("get", person)));
    }

    private Dm message(Form form) {
        var mid = form.path("mid");
        return inbox.message(mid).orElseThrow(() -> Rejected.unknown("get", mid));
    }
}
