package dev.carrier.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks a process on this machine how it is: the health check of a container that has no curl. Loads
 * few classes on purpose, since each check is a JVM of its own.
 */
public final class HealthProbe {
    private static final String USUAL = "http://127.0.0.1:7071/health/ready";
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private HealthProbe() {}

    /**
     * Prints the answer and exits with 0 if it is a success, with 1 otherwise.
     *
     * @param args the address to ask; by default {@value #USUAL}
     */
    @SuppressWarnings("SystemOut") // what a health check prints is kept by the engine
    public static void main(String[] args) {
        System.exit(well(args.length == 0 ? USUAL : args[0]) ? 0 : 1);
    }

    @SuppressWarnings("SystemOut") // as above
    static boolean well(String address) {
        try {
            var asked = (HttpURLConnection) URI.create(address).toURL().openConnection();
            asked.setConnectTimeout((int) PATIENCE.toMillis());
            asked.setReadTimeout((int) PATIENCE.toMillis());
            boolean well = asked.getResponseCode() / 100 == 2;
            try (InputStream body = well ? asked.getInputStream() : asked.getErrorStream()) {
                if (body != null) {
                    System.out.println(new String(body.readNBytes(2000), StandardCharsets.UTF_8));
                }
            }
            return well;
        } catch (IOException problem) {
            System.out.println(address + " does not answer: " + problem.getMessage());
            return false;
        }
    }
}
