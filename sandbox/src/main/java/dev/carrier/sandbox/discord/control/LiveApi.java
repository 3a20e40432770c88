package dev.carrier.sandbox.discord.control;

import dev.carrier.sandbox.discord.world.Happening;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /sandbox/live}: every change as a server-sent event, in order. */
public final class LiveApi implements AutoCloseable {
    private final Views views;
    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    // A slow page must not hold up the world: events leave on a thread of their own.
    private final ExecutorService out =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    /** Tells what happens in {@code world} from now on. */
    public LiveApi(World world, Views views) {
        this.views = views;
        world.listen(happening -> {
            if (!clients.isEmpty() && !out.isShutdown()) {
                var event = event(happening);
                out.execute(() -> tell(event));
            }
        });
    }

    /** Adds its route. */
    public void register(RoutesConfig routes) {
        routes.sse(
                "/sandbox/live",
                client -> {
                    client.keepAlive();
                    clients.add(client);
                    client.onClose(() -> clients.remove(client));
                    client.sendComment("live");
                });
    }

    private void tell(ObjectNode event) {
        var text = Json.write(event);
        clients.forEach(client -> client.sendEvent("change", text));
        clients.removeIf(SseClient::terminated);
    }

    private ObjectNode event(Happening happening) {
        var event = Json.object();
        switch (happening) {
            case Happening.Written(var message) ->
                    event.put("kind", "written").set("message", views.message(message));
            case Happening.Edited(var message) ->
                    event.put("kind", "edited").set("message", views.message(message));
            case Happening.Deleted(var channel, var gone, _) -> {
                event.put("kind", "deleted").put("channel", Long.toString(channel.id()));
                var ids = event.putArray("messages");
                gone.forEach(message -> ids.add(Long.toString(message.id())));
            }
            case Happening.Reacted(var message, _, _) ->
                    event.put("kind", "reactions").set("message", views.message(message));
            case Happening.Unreacted(var message, _, _) ->
                    event.put("kind", "reactions").set("message", views.message(message));
            case Happening.Typed(var channel, var user) ->
                    event.put("kind", "typing")
                            .put("channel", Long.toString(channel.id()))
                            .set("user", views.user(user));
            case Happening.Opened(var channel) ->
                    event.put("kind", "opened").set("channel", views.channel(channel));
            case Happening.Changed(var channel) ->
                    event.put("kind", "changed").set("channel", views.channel(channel));
            case Happening.Closed(var channel) ->
                    event.put("kind", "closed").set("channel", views.channel(channel));
            case Happening.Joined(var guild, var member) ->
                    event.put("kind", "joined")
                            .put("guild", Long.toString(guild.id()))
                            .set("user", views.user(member.user()));
            case Happening.RoleMade(var guild, var role) ->
                    event.put("kind", "role")
                            .put("guild", Long.toString(guild.id()))
                            .put("role", Long.toString(role.id()));
            case Happening.MemberChanged(var guild, var member) ->
                    event.put("kind", "member")
                            .put("guild", Long.toString(guild.id()))
                            .set("user", views.user(member.user()));
            case Happening.Left(var guild, var member) ->
                    event.put("kind", "left")
                            .put("guild", Long.toString(guild.id()))
                            .set("user", views.user(member.user()));
            case Happening.Outage(var guild) ->
                    event.put("kind", "outage")
                            .put("guild", Long.toString(guild.id()))
                            .put("available", guild.available());
            case Happening.Used(var used) ->
                    event.put("kind", "used")
                            .put("channel", Long.toString(used.channel().id()))
                            .set("user", views.user(used.user()));
            case Happening.Born(var user) ->
                    event.put("kind", "born").set("user", views.user(user));
        }
        return event;
    }

    @Override
    public void close() {
        out.shutdownNow();
        clients.forEach(SseClient::close);
    }
}
