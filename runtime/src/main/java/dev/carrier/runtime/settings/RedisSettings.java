package dev.carrier.runtime.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Redis.
 *
 * @param url {@code redis://} or {@code rediss://}, with user and password where needed; empty: the
 *     embedded one. May hold a password: {@link #shown} is for people
 * @param ca a PEM file with the certificates to trust; absent: those of the system
 * @param port of the embedded one; 0 takes a free one
 */
public record RedisSettings(String url, Optional<Path> ca, int port) {

    public boolean embedded() {
        return url.isBlank();
    }

    /** The url without its password. */
    public String shown() {
        return hide(url);
    }

    /** A url without its password. */
    public static String hide(String url) {
        return url.replaceFirst("//([^/@:]*):[^/]*@", "//$1:***@");
    }

    @Override
    public String toString() {
        return "RedisSettings[url=" + shown() + ", ca=" + ca + ", port=" + port + "]";
    }
}
