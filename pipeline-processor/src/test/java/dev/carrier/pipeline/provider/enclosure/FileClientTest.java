package dev.carrier.pipeline.provider.enclosure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a host that misbehaves, and of hosts that are none of the platform's. */
class FileClientTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer host;
    private FileClient client;

    @BeforeEach
    void start() throws IOException {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        host.createContext("/", this::answer);
        host.start();
        client = new FileClient(new FileHosts(List.of(URI.create(at("")))));
    }

    @AfterEach
    void stop() {
        never.countDown();
        client.close();
        host.stop(0);
    }

    @Test
    void aFileIsFetchedWhole() throws Exception {
        Fetched fetched = client.begin(at("/good?ex=1"), 100).within(LONG);

        assertThat(fetched).isInstanceOf(Fetched.Whole.class);
        assertThat(((Fetched.Whole) fetched).bytes()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.example/x",
                "http://169.254.169.254/latest/meta-data/",
                "http://127.0.0.1:1/x",
                "https://cdn.discordapp.com.evil.example/x",
                "https://cdn.discordapp.com@evil.example/x",
                "https://evil.example/cdn.discordapp.com",
                "http://cdn.discordapp.com/x",
                "ftp://cdn.discordapp.com/x",
                "file:///etc/passwd",
                "//cdn.discordapp.com/x",
                "not a url"
            })
    void noOtherHostIsAsked(String url) {
        var hosts = new FileHosts(List.of(URI.create("https://cdn.discordapp.com")));

        assertThat(hosts.allowed(url)).isEmpty();
        assertThat(hosts.allowed("https://CDN.discordapp.com:443/attachments/1/2/cat.png?ex=1"))
                .isPresent();
    }

    @Test
    void noRedirectIsFollowed() throws Exception {
        assertThat(reason("/elsewhere", 100)).isEqualTo("it is said to be elsewhere (302)");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsLargerThanItWasSaidToBeIsBrokenOff() throws Exception {
        assertThat(reason("/good", 99)).isEqualTo("it is too large");
        assertThat(reason("/endless", 1000)).isEqualTo("it is too large");
    }

    @Test
    void whatIsShorterThanItsHeaderSaysIsNotTaken() throws Exception {
        assertThat(reason("/short", 1000)).isEqualTo("it could not be fetched");
    }

    @Test
    void whatIsGoneIsNamedSo() throws Exception {
        assertThat(reason("/gone", 100)).isEqualTo("it is gone (404)");
        assertThat(reason("/broken", 100)).isEqualTo("it is not given out (500)");
    }

    @Test
    void whatIsTooSlowIsNotWaitedFor() throws Exception {
        assertThat(client.begin(at("/never"), 100).within(Duration.ofMillis(200)))
                .isEqualTo(new Fetched.Not("it did not come in time"));
    }

    private String reason(String path, int most) throws InterruptedException {
        Fetched fetched = client.begin(at(path), most).within(LONG);
        assertThat(fetched).isInstanceOf(Fetched.Not.class);
        return ((Fetched.Not) fetched).reason();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + host.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/good" -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write(new byte[100]);
                }
                case "/endless" -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 1000; i++) {
                        exchange.getResponseBody().write(new byte[1000]);
                    }
                }
                case "/short" -> {
                    exchange.sendResponseHeaders(200, 500);
                    exchange.getResponseBody().write(new byte[20]);
                }
                case "/elsewhere" -> {
                    exchange.getResponseHeaders().add("Location", at("/good"));
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/gone" -> exchange.sendResponseHeaders(404, -1);
                case "/never" -> never.await();
                default -> exchange.sendResponseHeaders(500, -1);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
