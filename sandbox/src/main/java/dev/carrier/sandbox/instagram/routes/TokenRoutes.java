package dev.carrier.sandbox.instagram.routes;

import dev.carrier.sandbox.instagram.graph.Graph;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.Token;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Long-lived tokens.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/reference/access_token">Access
 *     token</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token">Refresh
 *     access token</a>
 */
public final class TokenRoutes {
    private final World world;

    /** The tokens of {@code world}. */
    public TokenRoutes(World world) {
        this.world = world;
    }

    /** Adds its routes. */
    public void register(Graph graph) {
        graph.open("refresh_access_token", this::refresh);
        graph.open("access_token", this::exchange);
    }

    private JsonNode refresh(Context context, Optional<String> token) {
        grant(context, "ig_refresh_token");
        return given(world.tokens().refresh(shown(token)));
    }

    private JsonNode exchange(Context context, Optional<String> token) {
        grant(context, "ig_exchange_token");
        if (!needed(context, "client_secret").equals(world.app().secret())) {
            throw Rejected.parameter("Error validating client secret.");
        }
        return given(world.tokens().exchange(shown(token)));
    }

    private static void grant(Context context, String wanted) {
        if (!needed(context, "grant_type").equals(wanted)) {
            throw Rejected.parameter("Invalid grant_type: it must be " + wanted + ".");
        }
    }

    private static String shown(Optional<String> token) {
        return token.orElseThrow(() -> Rejected.parameter("Missing access_token parameter."));
    }

    private static String needed(Context context, String name) {
        var value = Objects.requireNonNullElse(context.queryParam(name), "");
        if (value.isBlank()) {
            throw Rejected.parameter("Missing " + name + " parameter.");
        }
        return value;
    }

    private JsonNode given(Token token) {
        var left = Duration.between(world.clock().instant(), token.expires());
        return Json.object()
                .put("access_token", token.text())
                .put("token_type", "bearer")
                .put("expires_in", left.toSeconds());
    }
}
