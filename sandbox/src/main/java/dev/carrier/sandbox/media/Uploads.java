package dev.carrier.sandbox.media;

import dev.carrier.sandbox.orders.Effect;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;
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

    private Uploads() {}

    /**
     * After how many bytes {@code command} is to be cut, if it is an upload and an order says so.
     */
    static OptionalLong cutAfter(List<Effect> effects, String command) {
        if (!COMMANDS.contains(command)) {
            return OptionalLong.empty();
        }
        return effects.stream()
                .filter(Effect.CutAfter.class::isInstance)
                .mapToLong(effect -> ((Effect.CutAfter) effect).bytes())
                .findFirst();
    }

    /** Takes an upload as the usual command does, keeps {@code bytes} of it, and cuts the data. */
    static void cut(FtpIoSession session, FtpRequest request, long bytes)
            throws FtpException, IOException {
        var file = session.getFileSystemView().getFile(request.getArgument());
        var from = request.getCommand().equals("APPE") ? file.getSize() : session.getFileOffset();
        session.write(new DefaultFtpReply(150, "File status okay; about to open data connection."))
                .awaitUninterruptibly(LONGEST_MS);
        try (var out = new Broken(file.createOutputStream(from), bytes)) {
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

    /** Takes so many bytes, then no more. */
    private static final class Broken extends FilterOutputStream {
        private long left;

        Broken(OutputStream out, long bytes) {
            super(out);
            this.left = bytes;
        }

        static final class Off extends IOException {
            private static final long serialVersionUID = 1;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            var taken = (int) Math.min(left, length);
            out.write(from, offset, taken);
            left -= taken;
            if (taken < length) {
                throw new Off();
            }
        }
    }
}
