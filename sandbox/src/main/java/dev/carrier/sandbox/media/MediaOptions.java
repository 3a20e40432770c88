package dev.carrier.sandbox.media;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a media host is set up.
 *
 * @param user who may log in by FTP
 * @param password with which password
 * @param folder where uploads go; empty is a new one that is deleted at the end
 * @param externalAddress what the FTP servers say is their address in passive mode (PASV), as one
 *     behind a router says; empty is the true one
 */
public record MediaOptions(
        String user, String password, Optional<Path> folder, Optional<String> externalAddress) {
    /** A user and password that everyone knows, a new folder, the true address. */
    public static MediaOptions defaults() {
        return new MediaOptions("carrier", "upload", Optional.empty(), Optional.empty());
    }

    /** The same, with uploads in {@code value}, which stays at the end. */
    public MediaOptions withFolder(Path value) {
        return new MediaOptions(user, password, Optional.of(value), externalAddress);
    }

    /** The same, that says it is at {@code value}. */
    public MediaOptions withExternalAddress(String value) {
        return new MediaOptions(user, password, folder, Optional.of(value));
    }
}
