package dev.carrier.sandbox.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.net.ftp.FTPClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the media host fails when it is told to. */
class MediaOrdersTest {
    private static final byte[] MEGABYTE = new byte[1 << 20];

    private static Sandbox sandbox;
    private static SandboxClient client;
    private static MediaHost host;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        client = new SandboxClient(sandbox.base());
        host = client.media().host();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void allIsWellAgain() {
        client.orders().endAll();
    }

    private static HttpResponse<String> get(String name) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(host.url().resolve(name)).build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void anUploadIsCutInMidFileAndCanGoOnFromThere() throws Exception {
        client.orders().at("media.ftp").method("STOR").cutAfter(300_000);
        var first = Ftp.plain(host);
        assertThatThrownBy(() -> Ftp.store(first, "cut.bin", MEGABYTE))
                .isInstanceOf(IOException.class);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(client.media().files()).containsEntry("cut.bin", 300_000L));

        var second = Ftp.plain(host);
        second.setRestartOffset(300_000);
        assertThat(Ftp.store(second, "cut.bin", new byte[MEGABYTE.length - 300_000])).isTrue();
        assertThat(Files.size(host.folder().resolve("cut.bin"))).isEqualTo(MEGABYTE.length);
        second.disconnect();
    }

    @Test
    void anUploadGoesNoFurtherUntilItsClientGoes() throws Exception {
        client.orders().at("media.ftp").method("STOR").stallAfter(5000);
        var ftp = Ftp.plain(host);
        try (var upload = Executors.newVirtualThreadPerTaskExecutor()) {
            // More than sockets hold, so that its writer waits too.
            var stored = upload.submit(() -> Ftp.store(ftp, "stalled.bin", new byte[32 << 20]));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(client.media().files()).containsEntry("stalled.bin", 5000L));
            assertThat(stored.isDone()).isFalse();
            ftp.disconnect();
            assertThatThrownBy(() -> stored.get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(IOException.class);
        }
        var after = Ftp.plain(host);
        assertThat(Ftp.store(after, "stalled.bin", new byte[10])).isTrue();
        after.disconnect();
    }

    @Test
    void anUploadUnderTlsIsCutToo() throws Exception {
        client.orders().at("media.ftp").method("STOR").cutAfter(1000);
        var ftp = Ftp.explicit(host);
        assertThatThrownBy(() -> Ftp.store(ftp, "tls-cut.bin", MEGABYTE))
                .isInstanceOf(IOException.class);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(client.media().files()).containsEntry("tls-cut.bin", 1000L));
    }

    @Test
    void aLogInIsRefused() throws Exception {
        client.orders().at("media.ftp").method("PASS").status(530);
        var ftp = Ftp.dialled(new FTPClient(), host.plain());
        assertThat(ftp.login(host.user(), host.password())).isFalse();
        assertThat(ftp.getReplyCode()).isEqualTo(530);
        assertThat(ftp.login(host.user(), host.password())).isTrue();
        ftp.disconnect();
    }

    @Test
    void aCommandIsSlow() throws Exception {
        client.orders().at("media.ftp").method("NOOP").slow(400);
        var ftp = Ftp.plain(host);
        var before = Instant.now();
        assertThat(ftp.sendNoOp()).isTrue();
        assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(390));
        ftp.disconnect();
    }

    @Test
    void aRenameHappensButItsAnswerIsLost() throws Exception {
        var ftp = Ftp.plain(host);
        Ftp.store(ftp, "from.bin", new byte[10]);
        client.orders().at("media.ftp").method("RNTO").dropAfter();
        assertThatThrownBy(() -> ftp.rename("from.bin", "to.bin")).isInstanceOf(IOException.class);
        assertThat(client.media().files()).containsKey("to.bin").doesNotContainKey("from.bin");
    }

    @Test
    void anUploadIsThereWhileItsAnswerIsHeld() throws Exception {
        var held = client.orders().at("media.ftp").method("STOR").hold("before-answer");
        var ftp = Ftp.plain(host);
        try (var upload = Executors.newVirtualThreadPerTaskExecutor()) {
            var stored = upload.submit(() -> Ftp.store(ftp, "held.bin", new byte[10]));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(client.media().files()).containsEntry("held.bin", 10L));
            assertThatThrownBy(() -> stored.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            held.release();
            assertThat(stored.get(60, TimeUnit.SECONDS)).isTrue();
        }
        ftp.disconnect();
    }

    @Test
    void passwordsAreInNoSignal() throws Exception {
        var before = client.signals().last();
        Ftp.plain(host).disconnect();
        var seen = client.signals().after(before, Duration.ofSeconds(5));
        assertThat(seen).extracting("method").contains("USER", "PASS");
        assertThat(seen.toString()).doesNotContain(host.password());
    }

    @Test
    void theWebRefusesRedirectsAndLiesAboutTypes() throws Exception {
        Files.write(host.folder().resolve("web.jpg"), "jpeg".getBytes(UTF_8));
        var web = client.orders();
        web.at("media.web").path("web.jpg$").status(403);
        assertThat(get("web.jpg").statusCode()).isEqualTo(403);
        web.at("media.web").path("web.jpg$").altered(302, "Location", "/login.html");
        assertThat(get("web.jpg").headers().firstValue("Location")).contains("/login.html");
        web.at("media.web").path("web.jpg$").altered(200, "Content-Type", "text/html");
        var lie = get("web.jpg");
        assertThat(lie.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(lie.body()).isEqualTo("jpeg");
        assertThat(get("web.jpg").headers().firstValue("Content-Type")).contains("image/jpeg");
    }
}
