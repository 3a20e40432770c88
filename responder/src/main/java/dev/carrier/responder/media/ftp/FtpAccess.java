package dev.carrier.responder.media.ftp;

import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How an FTP host is reached.
 *
 * @param folder where files go, seen from where the login leads; empty: right there
 * @param trust a PEM file with the certificates to trust; absent: those that the system trusts
 * @param uploads how many connections are used at once, at least 1
 * @param timeout for connecting, for every answer, and for data that does not move
 */
public record FtpAccess(
        String host,
        int port,
        String user,
        Secret password,
        FtpSecurity security,
        String folder,
        Optional<Path> trust,
        int uploads,
        Duration timeout) {

    /** How long a host may be silent, when nobody says otherwise. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

    public FtpAccess {
        oneLine("media.ftp.host", host);
        oneLine("media.ftp.user", user);
        oneLine("media.ftp.folder", folder);
        if (uploads < 1) {
            throw new SetupProblem("media.ftp.uploads is " + uploads, "it must be at least 1");
        }
        if (timeout.toMillis() < 1) {
            throw new SetupProblem("media.ftp.timeout is " + timeout, "it must be above zero");
        }
    }

    /** What else is written on the line of a command would be a command of its own. */
    private static void oneLine(String key, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new SetupProblem(key + " holds a control character", "take it out");
        }
    }

    /** For sentences: {@code host:port}. */
    String named() {
        return host + ":" + port;
    }
}
