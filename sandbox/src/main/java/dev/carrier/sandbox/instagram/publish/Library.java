package dev.carrier.sandbox.instagram.publish;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Instagram's own copies of what it fetched, at {@code /instagram/cdn/{id}}: where media came from
 * may be gone as soon as it is published. The newest are kept, up to a size. Safe for use by many
 * threads.
 */
final class Library {
    private static final String BASE = "/instagram/cdn/";
    private static final long MOST = 64L << 20;

    private final Map<String, Copy> copies = new LinkedHashMap<>();
    private long size;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Copy(String type, byte[] bytes) {}

    void register(RoutesConfig routes) {
        routes.get(BASE + "{id}", this::serve);
    }

    /** Keeps what was fetched for a container or a message. */
    synchronized void keep(String id, String type, byte[] bytes) {
        copies.put(id, new Copy(type, bytes));
        size += bytes.length;
        var oldest = copies.entrySet().iterator();
        while (size > MOST && copies.size() > 1) {
            size -= oldest.next().getValue().bytes().length;
            oldest.remove();
        }
    }

    /** Where the copy is, if there is one. */
    synchronized Optional<String> address(String base, String id) {
        return copies.containsKey(id)
                ? Optional.of(URI.create(base).resolve(BASE + id).toString())
                : Optional.empty();
    }

    private synchronized Optional<Copy> copy(String id) {
        return Optional.ofNullable(copies.get(id));
    }

    private void serve(Context context) {
        var copy = copy(context.pathParam("id"));
        context.status(copy.isPresent() ? 200 : 404)
                .header("X-Content-Type-Options", "nosniff")
                .contentType(copy.map(Copy::type).orElse("text/plain"))
                .result(copy.map(Copy::bytes).orElseGet(() -> new byte[0]));
    }
}
