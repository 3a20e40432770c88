package dev.carrier.responder.media.ftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.filesystem.nativefs.NativeFileSystemFactory;
import org.apache.ftpserver.ftplet.FileSystemFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.Ftplet;
import org.apache.ftpserver.impl.DefaultFtpServer;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** Apache's FTP server in this JVM. */
final class EmbeddedFtp {
    private final Path below;
    private final FtpSecurity security;
    private final FtpServerFactory factory = new FtpServerFactory();
    private final DataConnectionConfigurationFactory data =
            new DataConnectionConfigurationFactory();
    private String certificateFor = "ip:127.0.0.1";
    private int connections = 20;
    private DefaultFtpServer server;

    EmbeddedFtp(Path below, FtpSecurity security) {
        this.below = below;
        this.security = security;
        data.setPassiveExternalAddress("127.0.0.1");
    }

    /** What the server claims to be its address, as one behind NAT does. */
    EmbeddedFtp claiming(String address) {
        data.setPassiveExternalAddress(address);
        return this;
    }

    EmbeddedFtp certificateFor(String name) {
        certificateFor = name;
        return this;
    }

    EmbeddedFtp atMost(int simultaneous) {
        connections = simultaneous;
        return this;
    }

    EmbeddedFtp keeping(FileSystemFactory files) {
        factory.setFileSystem(files);
        return this;
    }

    EmbeddedFtp with(Ftplet behaviour) {
        factory.setFtplets(Map.of("behaviour", behaviour));
        return this;
    }

    FtpStand start() throws Exception {
        Path home = Files.createDirectories(below.resolve("home"));
        Path files = Files.createDirectories(home.resolve("media/p"));
        Optional<Path> certificate = listen();
        user(home);
        if (factory.getFileSystem() == null) {
            factory.setFileSystem(new NativeFileSystemFactory());
        }
        var limits = new ConnectionConfigFactory();
        limits.setMaxLogins(connections);
        limits.setLoginFailureDelay(0);
        factory.setConnectionConfig(limits.createConnectionConfig());
        server = (DefaultFtpServer) factory.createServer();
        server.start();
        return new FtpStand(
                server.getListener("default").getPort(),
                files,
                "media/p",
                "ada",
                security,
                certificate,
                server::stop);
    }

    /** How often somebody logged in. */
    int logins() {
        return server.getServerContext().getFtpStatistics().getTotalLoginNumber();
    }

    private Optional<Path> listen() throws Exception {
        var listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(0);
        Optional<Path> certificate = Optional.empty();
        if (security != FtpSecurity.PLAIN) {
            var made =
                    FtpCertificate.in(
                            Files.createDirectories(below.resolve("tls")), certificateFor);
            SslConfiguration tls = tls(made);
            listener.setSslConfiguration(tls);
            listener.setImplicitSsl(security == FtpSecurity.IMPLICIT);
            data.setSslConfiguration(tls);
            data.setImplicitSsl(security == FtpSecurity.IMPLICIT);
            certificate = Optional.of(made.pem());
        }
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        factory.addListener("default", listener.createListener());
        return certificate;
    }

    private static SslConfiguration tls(FtpCertificate certificate) {
        var tls = new SslConfigurationFactory();
        tls.setKeystoreFile(certificate.keyStore().toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword(FtpCertificate.PASSWORD);
        tls.setKeyPassword(FtpCertificate.PASSWORD);
        return tls.createSslConfiguration();
    }

    private void user(Path home) throws FtpException, IOException {
        var user = new BaseUser();
        user.setName("ada");
        user.setPassword(FtpStand.PASSWORD);
        user.setHomeDirectory(home.toString());
        user.setAuthorities(List.of(new WritePermission(), new ConcurrentLoginPermission(20, 20)));
        var users = new PropertiesUserManagerFactory();
        users.setFile(Files.createFile(below.resolve("users.properties")).toFile());
        var manager = users.createUserManager();
        manager.save(user);
        factory.setUserManager(manager);
    }
}
