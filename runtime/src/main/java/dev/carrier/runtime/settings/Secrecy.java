package dev.carrier.runtime.settings;

import dev.carrier.runtime.SetupProblem;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which keys hold secrets although they are not typed so, and how they may be written. */
final class Secrecy {
    private static final Pattern NAMES =
            Pattern.compile("password|jaas|secret|token|key$|keystore\\.certificate");

    /** A user's password in an address: what stands between the colon and the @. */
    private static final Pattern PASSWORD_IN_URL = Pattern.compile("://[^/@:]*:[^/@]+@");

    private static final Pattern PASSWORD_IN_JAAS =
            Pattern.compile("password\\s*=\\s*[\"']?[^\"'\\s;]", Pattern.CASE_INSENSITIVE);

    private Secrecy() {}

    /** Whether the value at a path is shown to nobody. */
    static boolean secret(String path) {
        return path.startsWith("kafka.properties.")
                && NAMES.matcher(path.toLowerCase(Locale.ROOT)).find();
    }

    /** Refuses a password that is written out in Kafka's properties or an address. */
    static void check(Node node, String path) {
        switch (node) {
            case Node.Keys keys ->
                    keys.nodes()
                            .forEach((key, value) ->
                                    check(value, path.isEmpty() ? key : path + "." + key));
            case Node.Items items -> items.nodes().forEach(item -> check(item, path));
            case Node.Scalar scalar -> {
                if (!(scalar.at() instanceof Origin.Option) && writtenOut(scalar, path)) {
                    throw literal(scalar, path);
                }
            }
        }
    }

    static SetupProblem literal(Node.Scalar scalar, String path) {
        return new SetupProblem(
                "%s: %s is a secret and must not be written into the file"
                        .formatted(scalar.at(), path),
                "write a reference like ${NAME} and put NAME into the environment or .env");
    }

    private static boolean writtenOut(Node.Scalar scalar, String path) {
        String literal = References.without(scalar.raw());
        if (PASSWORD_IN_URL.matcher(literal).find() || PASSWORD_IN_JAAS.matcher(literal).find()) {
            return true;
        }
        boolean jaas = path.endsWith("jaas.config");
        return secret(path) && !jaas && !scalar.raw().isBlank() && !scalar.raw().contains("${");
    }
}
