package dev.carrier.responder.media.ftp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uploads to Debian's ProFTPD, which takes data only over the session of the control connection.
 */
class ProFtpdIT extends FtpContract {
    @TempDir static Path certificates;
    static FtpCertificate certificate;

    /** {@link FtpStand#PASSWORD} as crypt(3) writes it. */
    private static final String CRYPTED =
            "$6$carrier$F7HpokOjqqWY3HrNAZlv/lHeg9H1WVnjVWuc/A2PiLv1w57Ypuft8ZgVINwmpAafcIw2rirB6ahlLLccFLSiM1";

    @BeforeAll
    static void makeCertificate() throws Exception {
        FtpDaemon.named("proftpd");
        certificate = FtpCertificate.in(certificates, "ip:127.0.0.1");
    }

    @Override
    FtpStand starts(Path below) throws Exception {
        Path home = Files.createDirectories(below.resolve("home"));
        Path files = Files.createDirectories(home.resolve("media/p"));
        var owner = Files.readAttributes(home, PosixFileAttributes.class);
        Path passwords =
                Files.createFile(
                        below.resolve("passwords"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                passwords,
                "ada:%s:%s:%s::%s:/bin/false\n"
                        .formatted(
                                CRYPTED,
                                Files.getAttribute(home, "unix:uid"),
                                Files.getAttribute(home, "unix:gid"),
                                home));
        FtpDaemon daemon = FtpDaemon.named("proftpd");
        int port = FtpDaemon.freePort();
        Path configuration =
                Files.writeString(
                        below.resolve("proftpd.conf"),
                        """
                        ServerType standalone
                        DefaultServer on
                        DefaultAddress 127.0.0.1
                        Port %d
                        UseIPv6 off
                        UseReverseDNS off
                        ModulePath %s
                        LoadModule mod_tls.c
                        ControlsEngine off
                        User %s
                        Group %s
                        PidFile %s
                        ScoreboardFile none
                        DelayEngine off
                        WtmpLog off
                        TransferLog none
                        SystemLog %s
                        RootLogin on
                        RequireValidShell off
                        AuthOrder mod_auth_file.c
                        AuthUserFile %s
                        AllowOverwrite on
                        AllowStoreRestart on
                        MasqueradeAddress 10.9.9.9
                        TLSEngine on
                        TLSRequired on
                        TLSProtocol TLSv1.2 TLSv1.3
                        TLSVerifyClient off
                        TLSRSACertificateFile %s
                        TLSRSACertificateKeyFile %s
                        TLSLog %s
                        """
                                .formatted(
                                        port,
                                        daemon.modules(),
                                        owner.owner().getName(),
                                        owner.group().getName(),
                                        below.resolve("proftpd.pid"),
                                        below.resolve("proftpd.log"),
                                        passwords,
                                        certificate.pem(),
                                        certificate.keyPem(),
                                        below.resolve("tls.log")));
        var ending = daemon.start(below, port, "-n", "-c", configuration.toString());
        return new FtpStand(
                port,
                files,
                "media/p",
                "ada",
                FtpSecurity.EXPLICIT,
                Optional.of(certificate.pem()),
                ending);
    }
}
