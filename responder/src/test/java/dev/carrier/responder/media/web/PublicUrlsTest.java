package dev.carrier.responder.media.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.carrier.responder.media.MediaProblem;
import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicUrlsTest {
    private final List<String> agents = new ArrayList<>();
    private HttpServer server;
    private PublicUrls urls;
    private String robots = "";
    private int robotsStatus = 404;
    private int status = 200;
    private String type = "image/jpeg";
    private String location = "";

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/robots.txt", this::robots);
        server.createContext("/media/", this::file);
        server.start();
        urls = new PublicUrls(base(server.getAddress().getPort()), Duration.ofSeconds(30));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void whatAnybodyCanFetchIsFine() throws Exception {
        verify(100);
        type = "image/jpeg; charset=binary";
        verify(100);

        assertThat(agents).allMatch(one -> one.startsWith("facebookexternalhit/"));
    }

    @Test
    void whatIsNotThereYetIsLookedAtAgain() {
        status = 404;
        problem(100, true, "answers with status 404");
        status = 503;
        problem(100, true, "answers with status 503");
    }

    @Test
    void aRedirectIsForAPerson() {
        status = 302;
        location = "https://login.example.org/";
        problem(100, false, "redirects to https://login.example.org/");
    }

    @Test
    void whatAsksWhoOneIsIsForAPerson() {
        status = 403;
        problem(100, false, "is not for everybody (status 403)");
    }

    @Test
    void aPageInsteadOfTheFileIsForAPerson() {
        type = "text/html";
        problem(100, false, "is served as text/html and should be image/jpeg");
    }

    @Test
    void anotherSizeIsLookedAtAgain() {
        problem(99, true, "has 100 bytes and should have 99");
    }

    @Test
    void aFetcherThatIsKeptAwayIsForAPerson() throws Exception {
        robotsStatus = 200;
        robots = "User-agent: facebookexternalhit\nDisallow: /media/\n";
        problem(100, false, "forbids facebookexternalhit");
        robots = "User-agent: *\nDisallow: /admin/\n";
        verify(100);
        robotsStatus = 500;
        problem(100, true, "robots.txt answers with status 500");
    }

    @Test
    void aServerThatIsAwayIsAskedAgain() {
        server.stop(0);
        problem(100, true, "cannot be reached from here");
    }

    @Test
    void anAddressThatInstagramWouldNotTakeIsRefusedAtOnce() {
        for (String wrong :
                List.of("ftp://example.org/", "https://exämple.org/", "media", "https://a/?x=1")) {
            assertThatThrownBy(() -> new PublicUrls(URI.create(wrong), Duration.ofSeconds(1)))
                    .isInstanceOf(SetupProblem.class)
                    .hasMessageStartingWith("media.url is ");
        }
    }

    private void verify(long bytes) throws Exception {
        urls.verify(urls.of("one.jpg"), bytes, "image/jpeg");
    }

    private void problem(long bytes, boolean again, String words) {
        assertThatThrownBy(() -> verify(bytes))
                .isInstanceOfSatisfying(
                        MediaProblem.class,
                        problem -> assertThat(problem.isWorthAnotherTry()).isEqualTo(again))
                .hasMessageContaining(words);
    }

    private void robots(HttpExchange exchange) throws IOException {
        byte[] body = robots.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(robotsStatus, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void file(HttpExchange exchange) throws IOException {
        agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Length", "100");
        if (!location.isEmpty()) {
            exchange.getResponseHeaders().set("Location", location);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static URI base(int port) {
        return URI.create("http://127.0.0.1:" + port + "/media");
    }
}
