package dev.carrier.responder.media.ftp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Uploads to Debian's vsftpd, which takes data only over the session of the control connection. */
class VsftpdIT extends FtpContract {
    @TempDir static Path certificates;
    static FtpCertificate certificate;

    @BeforeAll
    static void makeCertificate() throws Exception {
        FtpDaemon.named("vsftpd");
        certificate = FtpCertificate.in(certificates, "ip:127.0.0.1");
    }

    @Override
    FtpStand starts(Path below) throws Exception {
        Path home = Files.createDirectories(below.resolve("home"));
        Path files = Files.createDirectories(home.resolve("media/p"));
        Path passwords = Files.writeString(below.resolve("passwords"), FtpStand.PASSWORD + "\n");
        int port = FtpDaemon.freePort();
        // Without being root it can serve only who is anonymous to it, and those may need
        // passwords.
        Path configuration =
                Files.writeString(
                        below.resolve("vsftpd.conf"),
                        """
                        listen=YES
                        listen_address=127.0.0.1
                        listen_port=%d
                        background=NO
                        run_as_launching_user=YES
                        seccomp_sandbox=NO
                        anonymous_enable=YES
                        local_enable=NO
                        ftp_username=%s
                        anon_root=%s
                        secure_email_list_enable=YES
                        email_password_file=%s
                        delay_failed_login=0
                        write_enable=YES
                        anon_upload_enable=YES
                        anon_mkdir_write_enable=YES
                        anon_other_write_enable=YES
                        anon_world_readable_only=NO
                        anon_umask=022
                        allow_writeable_chroot=YES
                        secure_chroot_dir=%s
                        xferlog_enable=NO
                        ssl_enable=YES
                        allow_anon_ssl=YES
                        force_anon_logins_ssl=YES
                        force_anon_data_ssl=YES
                        require_ssl_reuse=YES
                        rsa_cert_file=%s
                        rsa_private_key_file=%s
                        ssl_ciphers=HIGH
                        pasv_enable=YES
                        pasv_address=10.9.9.9
                        """
                                .formatted(
                                        port,
                                        System.getProperty("user.name"),
                                        home,
                                        passwords,
                                        Files.createDirectories(below.resolve("empty")),
                                        certificate.pem(),
                                        certificate.keyPem()));
        var ending = FtpDaemon.named("vsftpd").start(below, port, configuration.toString());
        return new FtpStand(
                port,
                files,
                "media/p",
                "anonymous",
                FtpSecurity.EXPLICIT,
                Optional.of(certificate.pem()),
                ending);
    }
}
