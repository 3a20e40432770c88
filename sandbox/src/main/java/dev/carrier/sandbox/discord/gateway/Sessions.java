package dev.carrier.sandbox.discord.gateway;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All sessions and connections. Guarded by the world's monitor. */
final class Sessions {
    private final Duration resumeWindow;
    private final Map<String, GatewaySession> sessions = new LinkedHashMap<>();
    private final Set<Connection> connections = new HashSet<>();

    Sessions(Duration resumeWindow) {
        this.resumeWindow = resumeWindow;
    }

    void opened(Connection connection) {
        connections.add(connection);
    }

    List<Connection> connections() {
        return List.copyOf(connections);
    }

    void add(GatewaySession session) {
        sessions.put(session.id, session);
    }

    /** The session with this id, unless it is unknown or was lost too long ago. */
    Optional<GatewaySession> find(String id) {
        expire();
        return Optional.ofNullable(sessions.get(id));
    }

    /** The session with this id may not be resumed. */
    void forget(String id) {
        sessions.remove(id);
    }

    List<GatewaySession> all() {
        return List.copyOf(sessions.values());
    }

    void expire() {
        sessions.values().removeIf(session -> session.expired(resumeWindow.toNanos()));
    }

    /**
     * {@code connection} carries its session no more; the session is kept only if it may be
     * resumed.
     */
    void detach(Connection connection, boolean resumable) {
        connection.session.ifPresent(session -> {
            session.lost();
            if (!resumable) {
                sessions.remove(session.id);
            }
        });
        connection.session = Optional.empty();
    }

    void ended(Connection connection, boolean resumable) {
        detach(connection, resumable);
        connections.remove(connection);
        connection.ended();
    }
}
