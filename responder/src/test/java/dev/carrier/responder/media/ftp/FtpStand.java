package dev.carrier.responder.media.ftp;

import dev.carrier.responder.media.web.PublicUrls;
import dev.carrier.runtime.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * An FTP server that runs.
 *
 * @param port on 127.0.0.1
 * @param files the folder of this machine in which uploads arrive
 * @param folder its name on the server
 * @param certificate which the server shows, in PEM; absent without TLS
 * @param ending ends it
 */
record FtpStand(
        int port,
        Path files,
        String folder,
        String user,
        FtpSecurity security,
        Optional<Path> certificate,
        Ending ending)
        implements AutoCloseable {
    /** How a server is ended. */
    interface Ending {
        void end() throws IOException;
    }

    static final String PASSWORD = "geheim-7";

    FtpHost host() {
        return host(access(PASSWORD, certificate));
    }

    static FtpHost host(FtpAccess access) {
        var urls = new PublicUrls(URI.create("http://media.example/p/"), Duration.ofSeconds(2));
        return new FtpHost(access, urls, Duration.ofMillis(20));
    }

    FtpAccess access(String password, Optional<Path> trust) {
        return new FtpAccess(
                "127.0.0.1",
                port,
                user,
                Secret.of(password),
                security,
                folder,
                trust,
                3,
                Duration.ofSeconds(30));
    }

    @Override
    public void close() throws IOException {
        ending.end();
    }
}
