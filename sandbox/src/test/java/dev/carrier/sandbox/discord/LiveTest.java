package dev.carrier.sandbox.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a page that is open sees. */
class LiveTest {
    @Test
    void everyChangeIsToldInOrder() throws Exception {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults());
                var http = HttpClient.newHttpClient()) {
            var discord = new SandboxClient(sandbox.base()).discord();
            var grace = discord.person("Grace");
            var cafe = discord.guild("Café", grace);
            List<String> lines = new CopyOnWriteArrayList<>();
            var request =
                    HttpRequest.newBuilder(sandbox.base().resolve("/sandbox/live"))
                            .header("Accept", "text/event-stream")
                            .build();
            var live =
                    http.sendAsync(request, BodyHandlers.ofLines())
                            .thenAccept(response -> response.body().forEach(lines::add));
            Awaitility.await().atMost(30, SECONDS).until(() -> !lines.isEmpty());
            var said = discord.says(grace, cafe.general(), "hello");
            discord.reacts(grace, said, "👍");
            discord.edits(said, "hello!");
            discord.deletes(said);
            Awaitility.await().atMost(30, SECONDS).until(() -> kinds(lines).contains("deleted"));
            assertThat(kinds(lines)).containsExactly("written", "reactions", "edited", "deleted");
            live.cancel(true);
            http.shutdownNow();
        }
    }

    private static List<String> kinds(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.replaceFirst(".*\"kind\":\"(\\w+)\".*", "$1"))
                .toList();
    }
}
