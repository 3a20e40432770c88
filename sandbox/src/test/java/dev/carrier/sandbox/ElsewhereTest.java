package dev.carrier.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.SandboxOptions.Place;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ElsewhereTest {
    @Test
    void aSandboxForOtherMachinesGivesThemTheNameUnderWhichTheyFindIt() throws Exception {
        var elsewhere = SandboxOptions.defaults().withPlace(new Place("0.0.0.0", "sandbox.test"));
        try (var sandbox = Sandbox.start(elsewhere);
                var http = HttpClient.newHttpClient()) {
            var gateway = HttpRequest.newBuilder(sandbox.discordApi().resolve("gateway")).build();

            var answer = http.send(gateway, BodyHandlers.ofString()).body();

            assertThat(answer).contains("ws://sandbox.test:" + sandbox.port() + "/gateway");
            assertThat(sandbox.base())
                    .isEqualTo(URI.create("http://127.0.0.1:" + sandbox.port() + "/"));
        }
    }
}
