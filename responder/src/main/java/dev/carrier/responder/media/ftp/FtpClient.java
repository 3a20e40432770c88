package dev.carrier.responder.media.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.io.CRLFLineReader;
import org.jspecify.annotations.Nullable;

/**
 * The library's client, with TLS as servers want it that require a data connection to resume the
 * session of its control connection. With the library's own client for TLS the JDK looks for a
 * session under the data connection's port and finds none; here both connections name the control
 * connection's host and port ({@link DataSockets}).
 */
final class FtpClient extends FTPClient {
    private static final int TLS_FOLLOWS = 234;

    private final Optional<SSLContext> tls;
    private final boolean implicit;
    private boolean dataToo;
    private volatile @Nullable Socket data;

    FtpClient(FtpSecurity security, FtpTls trust) {
        this.tls =
                security == FtpSecurity.PLAIN
                        ? Optional.empty()
                        : Optional.of(trust.forOneConnection());
        this.implicit = security == FtpSecurity.IMPLICIT;
        setControlEncoding(UTF_8);
    }

    /** Called once the sockets are connected, before the server's greeting is read. */
    @Override
    protected void _connectAction_() throws IOException {
        if (implicit) {
            applySocketAttributes();
            _socket_ = overTls(_socket_);
        }
        super._connectAction_();
    }

    /**
     * Goes on in TLS on the control connection.
     *
     * @return false when the server does not want to
     */
    boolean startTls() throws IOException {
        if (sendCommand("AUTH", "TLS") != TLS_FOLLOWS) {
            return false;
        }
        _socket_ = overTls(_socket_);
        _input_ = _socket_.getInputStream();
        _output_ = _socket_.getOutputStream();
        // New ones: what came before TLS and was not read yet must not count as said within it.
        _controlInput_ = new CRLFLineReader(new InputStreamReader(_input_, UTF_8));
        _controlOutput_ = new BufferedWriter(new OutputStreamWriter(_output_, UTF_8));
        return true;
    }

    /**
     * Has data travel in TLS too (RFC 4217, section 9).
     *
     * @return false when the server does not want to
     */
    boolean protectData() throws IOException {
        if (sendCommand("PBSZ", "0") >= 300 || sendCommand("PROT", "P") >= 300) {
            return false;
        }
        setSocketFactory(new DataSockets(getRemotePort()));
        dataToo = true;
        return true;
    }

    boolean usesTls() {
        return tls.isPresent();
    }

    boolean isImplicit() {
        return implicit;
    }

    /** Ends the transfer that is under way, from another thread. */
    void cutData() {
        Socket open = data;
        if (open != null) {
            quietly(open);
        }
    }

    @Override
    protected @Nullable Socket _openDataConnection_(String command, String argument)
            throws IOException {
        Socket opened = super._openDataConnection_(command, argument);
        data = opened;
        if (opened == null || !dataToo) {
            return opened;
        }
        try {
            return overTls(opened);
        } catch (IOException e) {
            quietly(opened);
            throw e;
        }
    }

    private Socket overTls(Socket plain) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        tls.orElseThrow()
                                .getSocketFactory()
                                .createSocket(plain, _hostname_, getRemotePort(), true);
        var parameters = socket.getSSLParameters();
        // The same on both connections: the JDK resumes no session that was checked otherwise.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {FtpTls.PROTOCOL});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more, and there is nothing else to free.
            return;
        }
    }
}
