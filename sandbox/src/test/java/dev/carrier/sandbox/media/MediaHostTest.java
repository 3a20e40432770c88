package dev.carrier.sandbox.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.net.ftp.FTPClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Uploads by FTP in its three forms, and what the web then gives. */
class MediaHostTest {
    private static Sandbox sandbox;
    private static SandboxClient client;
    private static MediaHost host;

    @BeforeAll
    static void start() {
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults()
                                .withMedia(
                                        MediaOptions.defaults().withExternalAddress("10.9.9.9")));
        client = new SandboxClient(sandbox.base());
        host = client.media().host();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        assertThat(host.folder()).doesNotExist();
        // A thread left behind would keep a process alive that has nothing more to do.
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(Thread.getAllStackTraces().keySet())
                                .filteredOn(it -> !it.isDaemon())
                                .extracting(Thread::getName)
                                .noneMatch(it -> it.matches("(Nio|pool-|media-).*")));
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static HttpResponse<byte[]> ask(String method, String name)
            throws IOException, InterruptedException {
        return ask(method, host.url().resolve(name));
    }

    private static HttpResponse<byte[]> ask(String method, URI url)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(url)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }

    @Test
    void whatIsUploadedPlainlyIsOnTheWebWithItsTypeAndLength() throws Exception {
        var ftp = Ftp.plain(host);
        assertThat(Ftp.store(ftp, ".a.jpg.part", bytes(100_000))).isTrue();
        assertThat(ask("GET", ".a.jpg.part").statusCode()).isEqualTo(404);
        assertThat(ftp.rename(".a.jpg.part", "a.jpg")).isTrue();

        var got = ask("GET", "a.jpg");
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(got.body()).isEqualTo(bytes(100_000));
        var head = ask("HEAD", "a.jpg");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("100000");
        assertThat(head.body()).isEmpty();
        assertThat(client.media().files()).containsEntry("a.jpg", 100_000L);
        ftp.disconnect();
    }

    @Test
    void explicitAndImplicitTlsAreTrustedByTheExportedCertificateAndResume() throws Exception {
        for (var ftp : new FTPClient[] {Ftp.explicit(host), Ftp.implicit(host)}) {
            var content = bytes(50_000);
            var name = "tls-" + ftp.getRemotePort() + ".mp4";
            assertThat(Ftp.store(ftp, name, Arrays.copyOf(content, 20_000))).isTrue();
            ftp.setRestartOffset(20_000);
            assertThat(Ftp.store(ftp, name, Arrays.copyOfRange(content, 20_000, 50_000))).isTrue();
            assertThat(ftp.getSize(name)).isEqualTo("50000");
            assertThat(ask("GET", name).body()).isEqualTo(content);
            ftp.disconnect();
        }
    }

    @Test
    void aServerWithTlsTakesNoPasswordAndNoDataWithoutIt() throws Exception {
        var open = Ftp.dialled(new FTPClient(), host.explicit());
        assertThat(open.login(host.user(), host.password())).isFalse();
        assertThat(open.getReplyCode()).isEqualTo(530);
        open.disconnect();

        var half = Ftp.explicit(host);
        half.execPROT("C");
        assertThat(Ftp.store(half, "open.jpg", bytes(10))).isFalse();
        assertThat(half.getReplyCode()).isEqualTo(522);
        half.disconnect();
    }

    @Test
    void behindARouterItSaysAnAddressWhereItIsNot() throws Exception {
        var ftp = Ftp.plain(host);
        ftp.pasv();
        assertThat(ftp.getReplyString()).contains("10,9,9,9");
        ftp.disconnect();
    }

    @Test
    void onlyItsUserMayLogIn() throws Exception {
        var ftp = Ftp.dialled(new FTPClient(), host.plain());
        assertThat(ftp.login(host.user(), "wrong")).isFalse();
        assertThat(ftp.getReplyCode()).isEqualTo(530);
        assertThat(ftp.login("anonymous", "me@example.org")).isFalse();
        ftp.disconnect();
    }

    @Test
    void theWebShowsNothingOutsideTheFolder() throws Exception {
        Files.writeString(host.folder().resolveSibling("beside.txt"), "secret");
        try {
            assertThat(ask("GET", URI.create(host.url() + "..%2Fbeside.txt")).statusCode())
                    .isNotEqualTo(200);
            assertThat(ask("GET", "none.jpg").statusCode()).isEqualTo(404);
        } finally {
            Files.delete(host.folder().resolveSibling("beside.txt"));
        }
    }

    @Test
    void robotsMayComeUntilTheyAreToldNotTo() throws Exception {
        var url = host.url().resolve("/robots.txt");
        assertThat(ask("GET", url).body()).asString(UTF_8).isEqualTo("User-agent: *\nDisallow:\n");
        client.media().robots("User-agent: facebookexternalhit\nDisallow: /\n");
        assertThat(ask("GET", url).body()).asString(UTF_8).contains("Disallow: /\n");
    }

    @Test
    void nothingStartsUntilItIsAskedFor() throws Exception {
        try (var other = Sandbox.start(SandboxOptions.defaults())) {
            var theirs = new SandboxClient(other.base());
            assertThatThrownBy(() -> theirs.get("sandbox/media")).hasMessageContaining("404");
            assertThat(ask("GET", other.base().resolve("robots.txt")).statusCode()).isEqualTo(404);
            var started = theirs.media().host();
            assertThat(started).isEqualTo(other.media());
            assertThat(Ftp.store(Ftp.plain(started), "b.jpg", bytes(10))).isTrue();
        }
    }
}
