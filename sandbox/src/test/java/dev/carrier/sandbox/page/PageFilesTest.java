package dev.carrier.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PageFilesTest {
    private static final Pattern REFERS =
            Pattern.compile("(?:href|src)=\"(/page/[^\"]+)\"|from \"\\./([^\"]+)\"");
    private static final Pattern LOADS =
            Pattern.compile("(?:src|href)=\"https?:|url\\(|@import|from \"https?:");

    private static Sandbox sandbox;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void everyFileThatThePageRefersToIsThereAndNothingComesFromElsewhere() throws Exception {
        Set<String> seen = new TreeSet<>(Set.of("/", "/instagram"));
        var next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            String path = next.remove();
            HttpResponse<String> file = get(path);
            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.body()).as(path).doesNotContainPattern(LOADS);
            var refers = REFERS.matcher(file.body());
            while (refers.find()) {
                String other =
                        refers.group(1) == null ? "/page/" + refers.group(2) : refers.group(1);
                if (seen.add(other)) {
                    next.add(other);
                }
            }
        }
        assertThat(seen)
                .contains(
                        "/page/main.js",
                        "/page/ig-main.js",
                        "/page/markdown.js",
                        "/page/base.css",
                        "/page/mark.svg");
    }

    @Test
    void onlyThePagesOwnScriptsMayRun() throws Exception {
        var page = get("/");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContainPattern("<script>|onclick=|style=");
    }

    @Test
    void nothingElseIsServed() throws Exception {
        assertThat(get("/page/PageFiles.class").statusCode()).isEqualTo(404);
        assertThat(get("/page/..%2Fpage%2Fmain.js").statusCode()).isBetween(400, 404);
        assertThat(get("/page/absent.js").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
