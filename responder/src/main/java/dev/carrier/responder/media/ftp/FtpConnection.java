package dev.carrier.responder.media.ftp;

import static org.apache.commons.net.ftp.FTPReply.isPositiveCompletion;

import dev.carrier.responder.media.MediaProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;

/**
 * One connection that is logged in and stands in the folder for our files. For one thread at a
 * time. After a problem it is closed and not used again: what a server says next could be the
 * answer to something older.
 */
final class FtpConnection implements AutoCloseable {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
    private static final int LAST_WORDS_MILLIS = 1_000;
    private static final int BUFFER = 1 << 16;
    private static final int FILE_SIZE = 213;
    private static final int NOT_THERE = 550;

    private final FtpAccess access;
    private final FtpProblems problems;
    private final FtpClient client;

    private FtpConnection(FtpAccess access, FtpProblems problems, FtpClient client) {
        this.access = access;
        this.problems = problems;
        this.client = client;
    }

    static FtpConnection open(FtpAccess access, FtpTls tls) throws MediaProblem {
        var problems = new FtpProblems(access);
        var connection = new FtpConnection(access, problems, new FtpClient(access.security(), tls));
        try {
            connection.begin();
            return connection;
        } catch (IOException e) {
            connection.close();
            throw problems.of(e);
        } catch (MediaProblem | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void begin() throws IOException, MediaProblem {
        int millis = Math.toIntExact(access.timeout().toMillis());
        client.setConnectTimeout(millis);
        client.setDefaultTimeout(millis);
        client.setDataTimeout(access.timeout());
        client.setControlKeepAliveTimeout(KEEP_ALIVE);
        client.setControlKeepAliveReplyTimeout(access.timeout());
        client.setBufferSize(BUFFER);
        client.connect(access.host(), access.port());
        client.setSoTimeout(millis);
        if (!isPositiveCompletion(client.getReplyCode())) {
            throw problems.greeting(client.getReplyCode(), client.getReplyString());
        }
        if (client.usesTls() && !client.isImplicit() && !client.startTls()) {
            throw problems.noTls(client.getReplyCode(), client.getReplyString());
        }
        if (!client.login(access.user(), access.password().value())) {
            throw problems.login(client.getReplyCode(), client.getReplyString());
        }
        if (client.usesTls() && !client.protectData()) {
            throw refused("protect data");
        }
        // The address in a server's answer to PASV is wrong behind NAT; the library takes the one
        // that it is connected to, and so leaves the choice of another machine to nobody.
        client.enterLocalPassiveMode();
        if (!client.setFileType(FTP.BINARY_FILE_TYPE)) {
            throw refused("take binary files");
        }
        enterFolder();
    }

    private void enterFolder() throws IOException, MediaProblem {
        String folder = access.folder();
        if (folder.isEmpty() || client.changeWorkingDirectory(folder)) {
            return;
        }
        StringBuilder path = new StringBuilder(folder.startsWith("/") ? "/" : "");
        for (String part : folder.split("/")) {
            if (!part.isEmpty()) {
                path.append(part);
                client.makeDirectory(path.toString());
                path.append('/');
            }
        }
        if (!client.changeWorkingDirectory(folder)) {
            throw problems.folder(client.getReplyCode(), client.getReplyString());
        }
    }

    /** Whether it still answers. */
    boolean isAlive() {
        try {
            return client.sendNoOp();
        } catch (IOException e) {
            return false;
        }
    }

    /** How many bytes a file has; absent when it is not there. */
    OptionalLong size(String name) throws IOException, MediaProblem {
        int code = client.size(name);
        if (code == FILE_SIZE) {
            return OptionalLong.of(Long.parseLong(client.getReplyString().substring(4).strip()));
        }
        if (code == NOT_THERE) {
            return OptionalLong.empty();
        }
        return listed(name);
    }

    /** For servers that know no SIZE. */
    private OptionalLong listed(String name) throws IOException, MediaProblem {
        for (FTPFile file : client.listFiles(name)) {
            if (file != null && file.isFile() && file.getName().endsWith(name)) {
                return OptionalLong.of(file.getSize());
            }
        }
        if (client.getReplyCode() / 100 == 4 && client.getReplyCode() != 450) {
            throw refused("list files");
        }
        return OptionalLong.empty();
    }

    /**
     * Sends what is left of a file, behind what is there of it.
     *
     * @return false when the server takes files from their beginning only; nothing was sent then
     */
    boolean store(String name, Remaining remaining) throws MediaProblem {
        try (var _ = StallWatch.over(remaining, access.timeout(), client::cutData)) {
            client.setRestartOffset(remaining.from());
            if (client.storeFile(name, remaining)) {
                return true;
            }
            if (remaining.from() == 0 || !remaining.isUntouched()) {
                throw refused("put files there");
            }
            client.setRestartOffset(0);
            return client.appendFile(name, remaining);
        } catch (IOException e) {
            throw afterBreak(remaining, e);
        } finally {
            client.setRestartOffset(0);
        }
    }

    /** A server that breaks off says why on the control connection, most times. */
    private MediaProblem afterBreak(Remaining remaining, IOException e) {
        if (remaining.hasStalled()) {
            return problems.again("took no data for " + access.timeout().toSeconds() + " s");
        }
        try {
            client.setSoTimeout(LAST_WORDS_MILLIS);
            for (int code = client.getReply(); ; code = client.getReply()) {
                if (code >= 400) {
                    return code == 426 || code == 425
                            ? problems.of(e)
                            : problems.refused("put files there", code, client.getReplyString());
                }
            }
        } catch (IOException silent) {
            return problems.of(e);
        }
    }

    /** False when the server does not: a file of the new name may be there. */
    boolean rename(String from, String to) throws IOException {
        return client.rename(from, to);
    }

    /** Removes a file; it need not be there. */
    void delete(String name) throws IOException, MediaProblem {
        if (!client.deleteFile(name)) {
            int code = client.getReplyCode();
            String reply = client.getReplyString();
            if (size(name).isPresent()) {
                throw problems.refused("remove files", code, reply);
            }
        }
    }

    /** The problem that the last answer tells of. */
    MediaProblem refused(String what) {
        return problems.refused(what, client.getReplyCode(), client.getReplyString());
    }

    FtpProblems problems() {
        return problems;
    }

    /** Says good-bye where that is quick, and closes the sockets. */
    @Override
    public void close() {
        client.cutData();
        try {
            if (client.isConnected()) {
                client.setSoTimeout(LAST_WORDS_MILLIS);
                client.quit();
            }
        } catch (IOException e) {
            // The server forgets us then when it notices that the socket is closed.
        } finally {
            disconnect(client);
        }
    }

    private static void disconnect(FTPClient client) {
        try {
            client.disconnect();
        } catch (IOException e) {
            return;
        }
    }
}
