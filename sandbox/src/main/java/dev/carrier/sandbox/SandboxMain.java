package dev.carrier.sandbox;

import io.javalin.util.JavalinException;
import java.time.Duration;

/** Runs a sandbox as a process of its own, until it is killed. */
public final class SandboxMain {
    private static final String USAGE =
            "options: --port N --identify-interval MS --nonce-expiry MS --heartbeat-interval MS --resume-window MS"
                    + " --messages-per-5s N --requests-per-second N";

    private SandboxMain() {}

    /**
     * See {@link #USAGE}; prints {@code sandbox ready on http://127.0.0.1:PORT} once it answers.
     */
    @SuppressWarnings("SystemOut") // the line is what whoever started us waits for
    public static void main(String[] args) {
        SandboxOptions options;
        try {
            options = options(args);
        } catch (IllegalArgumentException e) {
            System.err.println("sandbox: " + e.getMessage() + "; " + USAGE);
            System.exit(2);
            return;
        }
        Sandbox sandbox;
        try {
            sandbox = Sandbox.start(options);
        } catch (JavalinException e) {
            System.err.println(
                    "sandbox: port "
                            + options.port()
                            + " cannot be used; take another with --port N");
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        System.out.println("sandbox ready on http://127.0.0.1:" + sandbox.port());
    }

    static SandboxOptions options(String... args) {
        var options = SandboxOptions.defaults();
        for (var i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length || !args[i + 1].matches("\\d{1,9}")) {
                throw new IllegalArgumentException(args[i] + " needs a number");
            }
            options = with(options, args[i], Integer.parseInt(args[i + 1]));
        }
        return options;
    }

    private static SandboxOptions with(SandboxOptions options, String name, int value) {
        return switch (name) {
            case "--port" -> options.withPort(value);
            case "--identify-interval" -> options.withIdentifyInterval(Duration.ofMillis(value));
            case "--nonce-expiry" -> options.withNonceExpiry(Duration.ofMillis(value));
            case "--heartbeat-interval" -> options.withHeartbeatInterval(Duration.ofMillis(value));
            case "--resume-window" -> options.withResumeWindow(Duration.ofMillis(value));
            case "--messages-per-5s" -> options.withMessageLimit(value, Duration.ofSeconds(5));
            case "--requests-per-second" -> options.withRequestsPerSecond(value);
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }
}
