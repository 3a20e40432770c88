package dev.carrier.responder.media.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.SimpleFileServer;
import dev.carrier.responder.media.MediaProblem;
import dev.carrier.responder.media.Progress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderHostTest {
    @TempDir Path folder;

    @Test
    void whatIsPutThereCanBeFetchedAndIsGoneWhenItIsRemoved() throws Exception {
        Path shown = Files.createDirectory(folder.resolve("shown"));
        Path file = Files.write(folder.resolve("file"), new byte[200_000]);
        var server =
                SimpleFileServer.createFileServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        shown,
                        SimpleFileServer.OutputLevel.NONE);
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/p/");
        try (var host =
                new FolderHost(shown.resolve("p"), new PublicUrls(base, Duration.ofSeconds(30)))) {
            URI url = host.put(file, "one.jpg", Progress.NONE);
            host.verify(url, 200_000, "image/jpeg");
            assertThat(host.put(file, "one.jpg", Progress.NONE)).isEqualTo(url);

            host.remove("one.jpg");
            host.remove("one.jpg");

            assertThat(shown.resolve("p")).isEmptyDirectory();
            assertThatThrownBy(() -> host.verify(url, 200_000, "image/jpeg"))
                    .isInstanceOf(MediaProblem.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aNameThatLeavesTheFolderIsNone() {
        var urls = new PublicUrls(URI.create("http://media.example/"), Duration.ofSeconds(1));
        try (var host = new FolderHost(folder, urls)) {
            for (String name : new String[] {"../one.jpg", ".one", "a/b", "a\r\nDELE b", ""}) {
                assertThatThrownBy(() -> host.put(folder, name, Progress.NONE))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
