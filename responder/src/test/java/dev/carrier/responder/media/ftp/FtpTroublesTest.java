package dev.carrier.responder.media.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.SimpleFileServer;
import dev.carrier.responder.media.MediaProblem;
import dev.carrier.responder.media.Progress;
import dev.carrier.responder.media.web.PublicUrls;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.Secret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers and lines that misbehave. */
class FtpTroublesTest {
    @TempDir Path folder;

    @Test
    void aLineThatIsCutInMidFileIsTakenUpWhereItWasCut() throws Exception {
        var cutting = new CutFiles(700_000, 3);
        var ftp = new EmbeddedFtp(folder, FtpSecurity.EXPLICIT).keeping(cutting);
        Path file = file(3_000_000);
        List<Long> seen = new ArrayList<>();
        try (var stand = ftp.start();
                var host = stand.host()) {
            host.put(file, "one.mp4", (at, _) -> seen.add(at));

            assertThat(stand.files().resolve("one.mp4")).hasSameBinaryContentAs(file);
        }
        assertThat(seen).contains(700_000L, 1_400_000L, 2_100_000L);
    }

    @Test
    void aLineThatBreaksAlwaysAtTheSamePlaceIsGivenUpForNow() throws Exception {
        var ftp =
                new EmbeddedFtp(folder, FtpSecurity.PLAIN)
                        .keeping(new CutFiles(0, Integer.MAX_VALUE));
        try (var stand = ftp.start();
                var host = stand.host()) {
            assertThatThrownBy(() -> host.put(file(500_000), "one.mp4", Progress.NONE))
                    .isInstanceOfSatisfying(
                            MediaProblem.class,
                            problem -> assertThat(problem.isWorthAnotherTry()).isTrue());
        }
    }

    @Test
    void aFalseAddressBehindNatIsNotFollowed() throws Exception {
        var ftp = new EmbeddedFtp(folder, FtpSecurity.EXPLICIT).claiming("10.9.9.9");
        try (var stand = ftp.start();
                var host = stand.host()) {
            host.put(file(100_000), "one.jpg", Progress.NONE);

            assertThat(stand.files().resolve("one.jpg")).hasSize(100_000);
        }
    }

    @Test
    void connectionsAreKeptFromOneFileToTheNext() throws Exception {
        var ftp = new EmbeddedFtp(folder, FtpSecurity.EXPLICIT);
        try (var stand = ftp.start();
                var host = stand.host()) {
            for (int one = 0; one < 5; one++) {
                host.put(file(10_000 + one), one + ".jpg", Progress.NONE);
            }
            host.remove("0.jpg");

            assertThat(ftp.logins()).isEqualTo(1);
        }
    }

    @Test
    void aCertificateForAnotherNameIsForAPerson() throws Exception {
        var ftp = new EmbeddedFtp(folder, FtpSecurity.EXPLICIT).certificateFor("dns:other.example");
        try (var stand = ftp.start();
                var host = stand.host()) {
            problem(host, false, "has a certificate for another name");
        }
    }

    @Test
    void aServerWithoutTlsIsForAPerson() throws Exception {
        try (var stand = new EmbeddedFtp(folder, FtpSecurity.PLAIN).start()) {
            try (var host = FtpStand.host(with(stand, FtpSecurity.EXPLICIT))) {
                problem(host, false, "offers no TLS on this port");
            }
        }
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() throws Exception {
        FtpAccess access;
        try (var stand = new EmbeddedFtp(folder, FtpSecurity.PLAIN).start()) {
            access = stand.access(FtpStand.PASSWORD, Optional.empty());
        }
        try (var host = FtpStand.host(access)) {
            problem(host, true, "takes no connections there");
        }
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForLongerThanAllowed() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var access =
                    new FtpAccess(
                            "127.0.0.1",
                            silent.getLocalPort(),
                            "ada",
                            Secret.of(FtpStand.PASSWORD),
                            FtpSecurity.PLAIN,
                            "",
                            Optional.empty(),
                            1,
                            Duration.ofMillis(200));
            try (var host = FtpStand.host(access)) {
                problem(host, true, "did not answer within");
            }
        }
    }

    @Test
    void whatIsUploadedIsSeenByWhoeverFetchesIt() throws Exception {
        try (var stand = new EmbeddedFtp(folder, FtpSecurity.EXPLICIT).start()) {
            var server =
                    SimpleFileServer.createFileServer(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                            stand.files(),
                            SimpleFileServer.OutputLevel.NONE);
            server.start();
            var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            var urls = new PublicUrls(base, Duration.ofSeconds(30));
            try (var host =
                    new FtpHost(stand.access(FtpStand.PASSWORD, stand.certificate()), urls)) {
                URI url = host.put(file(100_000), "one.jpg", Progress.NONE);

                host.verify(url, 100_000, "image/jpeg");
            } finally {
                server.stop(0);
            }
        }
    }

    @Test
    void whatCannotBeTrustedIsSaidBeforeAnythingIsSent() throws Exception {
        Path words = Files.writeString(folder.resolve("words.pem"), "no certificate");
        for (Path pem : List.of(words, folder.resolve("none.pem"))) {
            assertThatThrownBy(() -> new FtpTls(Optional.of(pem)))
                    .isInstanceOf(SetupProblem.class)
                    .hasMessageContaining(pem.getFileName().toString());
        }
    }

    private void problem(FtpHost host, boolean again, String words) {
        assertThatThrownBy(() -> host.put(file(10), "one.jpg", Progress.NONE))
                .isInstanceOfSatisfying(
                        MediaProblem.class,
                        problem -> assertThat(problem.isWorthAnotherTry()).isEqualTo(again))
                .hasMessageContaining(words);
    }

    private static FtpAccess with(FtpStand stand, FtpSecurity security) {
        return new FtpAccess(
                "127.0.0.1",
                stand.port(),
                stand.user(),
                Secret.of(FtpStand.PASSWORD),
                security,
                stand.folder(),
                Optional.empty(),
                1,
                Duration.ofSeconds(30));
    }

    private Path file(int bytes) throws Exception {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(Files.createTempFile(folder, "file", ".bin"), content);
    }
}
