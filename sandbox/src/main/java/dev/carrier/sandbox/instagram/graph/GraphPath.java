package dev.carrier.sandbox.instagram.graph;

import java.util.regex.Pattern;

/**
 * A path of the Graph API.
 *
 * @param version with a slash at its end, or empty
 * @param node an id, {@code me}, or the name of something without an id
 * @param edge what is asked of it; empty for itself
 */
record GraphPath(String version, String node, String edge) {
    private static final Pattern VERSION = Pattern.compile("v\\d{1,2}\\.\\d");

    static GraphPath of(String path) {
        var parts = path.split("/", -1);
        var from = VERSION.matcher(parts[0]).matches() ? 1 : 0;
        var edge = new StringBuilder();
        for (var i = from + 1; i < parts.length; i++) {
            edge.append(i == from + 1 ? "" : "/").append(parts[i]);
        }
        return new GraphPath(
                from == 1 ? parts[0] + "/" : "",
                parts.length > from ? parts[from] : "",
                edge.toString());
    }

    /** Whether this is the path {@code name}, which has no version. */
    boolean is(String name) {
        return version.isEmpty() && name.equals(edge.isEmpty() ? node : node + "/" + edge);
    }
}
