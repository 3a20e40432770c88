package dev.carrier.sandbox.http;

import io.javalin.config.RoutesConfig;

/** A part of the sandbox that answers on its HTTP server. */
public interface Part extends AutoCloseable {
    /** Adds its routes; called once, before the server starts. */
    void register(RoutesConfig routes);

    /**
     * Called once the server listens.
     *
     * @param authority where clients find it, such as {@code 127.0.0.1:7080}
     */
    default void started(String authority) {}

    /** Lets go what it holds. */
    @Override
    default void close() {}
}
