package dev.carrier.sandbox.discord.gateway;

import dev.carrier.sandbox.orders.Effect;

/** Does to a gateway connection what an order says. Called under the world's monitor. */
final class Faults {
    private final Sessions sessions;

    Faults(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Whether a session may not be resumed after {@code effect}. */
    static boolean endsSession(Effect effect) {
        return switch (effect) {
            case Effect.InvalidSession(var resumable) -> !resumable;
            case Effect.Close(var code) -> !CloseCode.resumable(code);
            default -> false;
        };
    }

    /** Whether the connection is over, or about to be, afterwards. */
    boolean act(Connection connection, Effect effect) {
        return switch (effect) {
            case Effect.Close(var code) -> {
                sessions.detach(connection, CloseCode.resumable(code));
                connection.close(code, CloseCode.reason(code));
                yield true;
            }
            case Effect.InvalidSession(var resumable) -> {
                sessions.detach(connection, resumable);
                connection.send(Frames.invalidSession(resumable));
                yield true;
            }
            case Effect.Reconnect _ -> {
                connection.send(Frames.reconnect());
                yield false;
            }
            case Effect.Cut _ -> {
                sessions.detach(connection, true);
                connection.cut();
                yield true;
            }
            case Effect.Deaf _ -> {
                connection.deaf = true;
                yield false;
            }
            case Effect.Freeze _ -> {
                connection.frozen = true;
                yield false;
            }
            case Effect.Status _,
                    Effect.GraphError _,
                    Effect.Hang _,
                    Effect.Drop _,
                    Effect.Slow _,
                    Effect.Hold _,
                    Effect.Duplicate _,
                    Effect.Altered _,
                    Effect.CutAfter _,
                    Effect.Becomes _ ->
                    false;
        };
    }
}
