package dev.carrier.responder.media.ftp;

import dev.carrier.responder.media.ContentName;
import dev.carrier.responder.media.MediaProblem;
import dev.carrier.responder.media.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Brings one file to its final name. It may be ended anywhere and begun again: what is there of the
 * file, under the name for what is not whole, is the beginning of the same content, because names
 * come from the content.
 */
record FtpUpload(Path file, long bytes, String name, Progress progress) {

    /** One try, on one connection. */
    void on(FtpConnection connection) throws IOException, MediaProblem {
        if (isThere(connection)) {
            progress.at(bytes, bytes);
            return;
        }
        String part = ContentName.part(name);
        long there = connection.size(part).orElse(0);
        if (there > bytes) {
            connection.delete(part);
            there = 0;
        }
        if (there < bytes || bytes == 0) {
            send(connection, part, there);
        }
        expectWhole(connection, part);
        rename(connection, part);
    }

    private boolean isThere(FtpConnection connection) throws IOException, MediaProblem {
        OptionalLong size = connection.size(name);
        return size.isPresent() && size.getAsLong() == bytes;
    }

    private void send(FtpConnection connection, String part, long there)
            throws IOException, MediaProblem {
        if (sent(connection, part, there)) {
            return;
        }
        connection.delete(part);
        if (!sent(connection, part, 0)) {
            throw connection.refused("put files there");
        }
    }

    private boolean sent(FtpConnection connection, String part, long from)
            throws IOException, MediaProblem {
        try (var remaining = new Remaining(file, from, bytes, progress)) {
            return connection.store(part, remaining);
        }
    }

    private void expectWhole(FtpConnection connection, String part)
            throws IOException, MediaProblem {
        OptionalLong size = connection.size(part);
        if (size.isPresent() && size.getAsLong() == bytes) {
            return;
        }
        if (size.isPresent() && size.getAsLong() > bytes) {
            connection.delete(part);
        }
        throw connection
                .problems()
                .again(
                        "kept "
                                + (size.isPresent() ? size.getAsLong() : "none")
                                + " of "
                                + bytes
                                + " bytes");
    }

    /** Some servers replace a file that has the new name, others refuse to (553). */
    private void rename(FtpConnection connection, String part) throws IOException, MediaProblem {
        if (connection.rename(part, name)) {
            return;
        }
        MediaProblem refused = connection.refused("rename files");
        if (isThere(connection)) {
            connection.delete(part);
            return;
        }
        connection.delete(name);
        if (!connection.rename(part, name)) {
            throw refused;
        }
    }
}
