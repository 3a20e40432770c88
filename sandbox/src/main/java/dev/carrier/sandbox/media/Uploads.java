package dev.carrier.sandbox.media;

import dev.carrier.sandbox.orders.Effect;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;

/** An upload whose connection breaks on the way. Stateless. */
final class Uploads {
    private static final Set<String> COMMANDS = Set.of("STOR", "APPE");
    private static final long LONGEST_MS = 10_000;
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private Uploads() {}

    /** How {@code command} is to break, if it is an upload and an order says so. */
    static Optional<Effect.CutAfter> cutAfter(List<Effect> effects, String command) {
        return COMMANDS.contains(command) ? Broken.ordered(effects) : Optional.empty();
    }

    /** Takes an upload as the usual command does, keeps so many bytes of it, and breaks. */
    static void cut(FtpIoSession session, FtpRequest request, Effect.CutAfter order)
            throws FtpException, IOException {
        var file = session.getFileSystemView().getFile(request.getArgument());
        var from = request.getCommand().equals("APPE") ? file.getSize() : session.getFileOffset();
        session.write(new DefaultFtpReply(150, "File status okay; about to open data connection."))
                .awaitUninterruptibly(LONGEST_MS);
        Runnable then = order.stalls() ? () -> untilGone(session) : () -> {};
        try (var out = new Broken(file.createOutputStream(from), order.bytes(), then)) {
            open(session).transferFromClient(session.getFtpletSession(), out);
        } catch (Broken.Off _) {
            // As ordered.
        } finally {
            session.resetState();
            session.getDataConnection().closeDataConnection();
        }
    }

    private static DataConnection open(FtpIoSession session) throws IOException {
        try {
            return session.getDataConnection().openConnection();
        } catch (Exception e) {
            throw new IOException("data connection", e);
        }
    }

    private static void untilGone(FtpIoSession session) {
        try {
            while (session.isConnected() && !session.isClosing()) {
                Thread.sleep(A_MOMENT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
