package dev.carrier.sandbox.media;

import java.util.Optional;
import java.util.Set;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.impl.FtpIoSession;

/**
 * What servers with TLS refuse without it, with the codes and words of vsftpd's {@code
 * force_local_logins_ssl} and {@code force_local_data_ssl}. Stateless.
 *
 * @see <a href="https://security.appspot.com/vsftpd/vsftpd_conf.html">vsftpd.conf</a>
 */
final class Encryption {
    private static final Set<String> LOG_IN = Set.of("USER", "PASS");
    private static final Set<String> DATA =
            Set.of("STOR", "STOU", "APPE", "RETR", "LIST", "NLST", "MLSD");

    private Encryption() {}

    /** The refusal of {@code command}, if it needs an encryption that is not there. */
    static Optional<FtpReply> demanded(FtpIoSession session, String command) {
        if (session.getListener().getSslConfiguration() == null) {
            return Optional.empty();
        }
        if (LOG_IN.contains(command) && !session.isSecure()) {
            return Optional.of(
                    new DefaultFtpReply(530, "Non-anonymous sessions must use encryption."));
        }
        if (DATA.contains(command) && !session.getDataConnection().isSecure()) {
            return Optional.of(new DefaultFtpReply(522, "Data connections must be encrypted."));
        }
        return Optional.empty();
    }
}
