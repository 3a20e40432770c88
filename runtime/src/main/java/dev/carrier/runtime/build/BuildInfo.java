package dev.carrier.runtime.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build this is.
 *
 * @param version as released: {@code 0.1.0}
 * @param hash 16 hexadecimal digits over the code of some modules: the same as long as they are
 */
public record BuildInfo(String version, String hash) {

    /**
     * Of the modules that these classes are in: for the journal, the ones that take its decisions,
     * so that the hash is the same in whatever process they run.
     */
    public static BuildInfo of(Class<?>... modules) {
        return new BuildInfo(released(), CodeHash.of(modules));
    }

    /** The version alone. */
    public static String released() {
        try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
