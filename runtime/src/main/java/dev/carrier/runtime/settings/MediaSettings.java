package dev.carrier.runtime.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where files are put for platforms that fetch them.
 *
 * @param host how they get there
 * @param url the public address of the folder that they are put into; absent: nothing can be
 *     published
 * @param outbox the folder with the files that are to be posted, named by their content; absent:
 *     {@code outbox} in {@code data}
 * @param folder with {@code host: folder} the folder that a web server shows under {@code url}
 * @param ftp with {@code host: ftp} the server
 */
public record MediaSettings(
        Host host, Optional<URI> url, Optional<Path> outbox, Optional<Path> folder, Ftp ftp) {

    /** How files get to where platforms fetch them. */
    public enum Host {
        /** By FTP. */
        FTP,
        /** Into a folder of this machine. */
        FOLDER
    }

    /** How the connection to an FTP server is protected. */
    public enum Security {
        /** It becomes TLS by {@code AUTH TLS}. */
        EXPLICIT,
        /** It is TLS from the beginning. */
        IMPLICIT,
        /** Not at all: password and files can be read on the way. */
        PLAIN
    }

    /**
     * An FTP server.
     *
     * @param host its name; absent: there is none
     * @param port 0: the usual one, 21, or 990 with {@link Security#IMPLICIT}
     * @param folder on the server, from where the login begins; empty: there
     * @param trust a PEM file with the certificates to trust; absent: those of the system
     * @param uploads how many at once
     * @param timeout how long it may be silent
     */
    public record Ftp(
            Optional<String> host,
            int port,
            String user,
            Secret password,
            Security security,
            String folder,
            Optional<Path> trust,
            int uploads,
            Duration timeout) {}
}
