package dev.carrier.sandbox.media;

import dev.carrier.sandbox.orders.Orders;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.impl.DefaultFtpServer;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.ClientAuth;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.impl.DefaultSslConfiguration;

/**
 * Three FTP servers over one folder: without TLS, with TLS by {@code AUTH} (RFC 4217), and with TLS
 * from the beginning. Those with TLS want it for the log-in and for data, as servers on the
 * internet do.
 */
final class FtpServers implements AutoCloseable {
    /** More than enough for a test that lets uploads wait. */
    private static final int THREADS = 32;

    private final FtpServer server;
    private final Listener plain;
    private final Listener explicit;
    private final Listener implicit;

    private FtpServers(FtpServer server, Listener plain, Listener explicit, Listener implicit) {
        this.server = server;
        this.plain = plain;
        this.explicit = explicit;
        this.implicit = implicit;
    }

    /** Starts them on free ports of 127.0.0.1. */
    static FtpServers start(
            MediaOptions options, Path folder, SelfSigned certificate, Orders orders)
            throws FtpException, GeneralSecurityException {
        var ssl = ssl(certificate);
        var plain = listener(options, Optional.empty(), false);
        var explicit = listener(options, Optional.of(ssl), false);
        var implicit = listener(options, Optional.of(ssl), true);
        var factory = new FtpServerFactory();
        factory.addListener("default", plain);
        factory.addListener("explicit", explicit);
        factory.addListener("implicit", implicit);
        factory.setUserManager(new FtpLogin(options.user(), options.password(), folder));
        factory.setCommandFactory(new FtpCommands(orders));
        var connections = new ConnectionConfigFactory();
        connections.setAnonymousLoginEnabled(false);
        connections.setMaxLogins(0);
        connections.setMaxLoginFailures(0);
        connections.setLoginFailureDelay(0);
        connections.setMaxThreads(THREADS);
        factory.setConnectionConfig(connections.createConnectionConfig());
        var server = factory.createServer();
        server.start();
        endSoon(((DefaultFtpServer) server).getServerContext().getThreadPoolExecutor());
        return new FtpServers(server, plain, explicit, implicit);
    }

    /**
     * At its end a thread of MINA's pool may miss that it is over, and only notices after the time
     * that an idle one is kept: half a minute in which a process would not end.
     */
    private static void endSoon(ThreadPoolExecutor threads) {
        threads.setThreadFactory(Thread.ofPlatform().daemon().name("media-ftp-", 0).factory());
        threads.setKeepAliveTime(1, TimeUnit.SECONDS);
    }

    private static SslConfiguration ssl(SelfSigned certificate) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate.keys(), SelfSigned.PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificate.keys());
        String[] protocols = {"TLSv1.3", "TLSv1.2"};
        return new DefaultSslConfiguration(
                keys, trust, ClientAuth.NONE, protocols, null, SelfSigned.ALIAS);
    }

    private static Listener listener(
            MediaOptions options, Optional<SslConfiguration> ssl, boolean implicit) {
        var data = new DataConnectionConfigurationFactory();
        data.setPassiveAddress("127.0.0.1");
        options.externalAddress().ifPresent(data::setPassiveExternalAddress);
        data.setActiveEnabled(false);
        var listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(0);
        listener.setImplicitSsl(implicit);
        ssl.ifPresent(listener::setSslConfiguration);
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        return listener.createListener();
    }

    int plain() {
        return plain.getPort();
    }

    int explicit() {
        return explicit.getPort();
    }

    int implicit() {
        return implicit.getPort();
    }

    /** Ends all connections. */
    @Override
    public void close() {
        server.stop();
    }
}
