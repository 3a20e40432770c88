package dev.carrier.sandbox.instagram.control;

import dev.carrier.sandbox.instagram.world.DmThread;
import dev.carrier.sandbox.instagram.world.Happening;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /sandbox/instagram/live}: what every change is about, as a server-sent event, in
 * order.
 */
public final class LiveApi implements AutoCloseable {
    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    // A slow page must not hold up the world: events leave on a thread of their own.
    private final ExecutorService out =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    /** Tells what happens in {@code world} from now on. */
    public LiveApi(World world) {
        world.listen(happening -> {
            if (!clients.isEmpty() && !out.isShutdown()) {
                var event = Json.write(event(happening));
                out.execute(() -> tell(event));
            }
        });
    }

    /** Adds its route. */
    public void register(RoutesConfig routes) {
        routes.sse(
                Control.BASE + "/live",
                client -> {
                    client.keepAlive();
                    clients.add(client);
                    client.onClose(() -> clients.remove(client));
                    client.sendComment("live");
                });
    }

    private void tell(String event) {
        clients.forEach(client -> client.sendEvent("change", event));
        clients.removeIf(SseClient::terminated);
    }

    private static ObjectNode event(Happening happening) {
        return switch (happening) {
            case Happening.Born _ -> kind("world");
            case Happening.Posted(var media, _) -> kind("media").put("media", media.id());
            case Happening.Commented(var comment, _) ->
                    kind("comment").put("media", comment.media());
            case Happening.Hidden(var comment) -> kind("changed").put("media", comment.media());
            case Happening.CommentDeleted(var comment) ->
                    kind("changed").put("media", comment.media());
            case Happening.Messaged(var dm) -> thread("message", dm.thread());
            case Happening.Edited(var dm) -> thread("changed", dm.thread());
            case Happening.Unsent(var dm) -> thread("changed", dm.thread());
            case Happening.Reacted(var dm, _, _) -> thread("changed", dm.thread());
            case Happening.Read(var dm) -> thread("changed", dm.thread());
            case Happening.Typing(var thread, var on) -> thread("typing", thread).put("on", on);
            case Happening.Seen(var thread) -> thread("seen", thread);
        };
    }

    private static ObjectNode kind(String kind) {
        return Json.object().put("kind", kind);
    }

    private static ObjectNode thread(String kind, DmThread thread) {
        return kind(kind)
                .put("thread", thread.id())
                .put("account", thread.account().id())
                .put("person", thread.person().id());
    }

    @Override
    public void close() {
        out.shutdownNow();
        clients.forEach(SseClient::close);
    }
}
