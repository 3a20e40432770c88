package dev.carrier.sandbox.page;

import dev.carrier.sandbox.http.Part;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serves the pages at {@code /} and {@code /instagram}, and their files at {@code /page/…}.
 * Stateless.
 */
public final class PageFiles implements Part {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*\\.(html|css|js|svg)");
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml");

    /**
     * What people write is shown on the page, so nothing but the page's own files may run in it.
     */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self';"
                    + " media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/", context -> serve(context, "index.html"));
        routes.get("/instagram", context -> serve(context, "instagram.html"));
        routes.get("/favicon.ico", context -> serve(context, "mark.svg"));
        routes.get("/page/{file}", context -> serve(context, context.pathParam("file")));
    }

    private static void serve(Context context, String name) {
        Optional<byte[]> file = NAME.matcher(name).matches() ? read(name) : Optional.empty();
        if (file.isEmpty()) {
            context.status(404).result("There is no " + name + " here.");
            return;
        }
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache")
                .contentType(type)
                .result(file.get());
    }

    private static Optional<byte[]> read(String name) {
        try (var stream = PageFiles.class.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the page's own file " + name, e);
        }
    }
}
