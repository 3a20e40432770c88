package dev.carrier.responder.media.ftp;

import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom we trust, and TLS for one connection at a time. A data connection must resume the session of
 * its own control connection: vsftpd and ProFTPD refuse it otherwise, and another connection's
 * session lies in another process there. The JDK keeps one session for a host and port in each
 * {@link SSLContext}, so every connection gets a context of its own.
 *
 * <p>TLS 1.2, because sessions of TLS 1.3 are tickets for one use that those servers do not take
 * for the same session.
 */
final class FtpTls {
    /** What the JDK reads when a context is made: whether sessions may be tickets of RFC 5077. */
    private static final String TICKETS = "jdk.tls.client.enableSessionTicketExtension";

    static final String PROTOCOL = "TLSv1.2";

    private final TrustManager[] trusted;

    /**
     * @param pem the certificates to trust; absent: those that the system trusts
     * @throws SetupProblem when they cannot be read
     */
    FtpTls(Optional<Path> pem) {
        try {
            var factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(pem.isPresent() ? read(pem.get()) : systems());
            trusted = factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new SetupProblem("media.ftp.trust cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * For one control connection and its data connections.
     *
     * <p>vsftpd does not find a session again that it handed out as a ticket, and the JDK asks for
     * tickets unless a system property says otherwise, which a context reads once, when it is made.
     * It is set for that moment only. A context that somebody else makes in that moment does
     * without tickets too: it resumes by session id then, and loses nothing else.
     */
    SSLContext forOneConnection() {
        synchronized (FtpTls.class) {
            String before = System.getProperty(TICKETS);
            System.setProperty(TICKETS, "false");
            try {
                SSLContext context = SSLContext.getInstance(PROTOCOL);
                context.init(null, trusted, null);
                return context;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java 25 speaks TLS 1.2", e);
            } finally {
                if (before == null) {
                    System.clearProperty(TICKETS);
                } else {
                    System.setProperty(TICKETS, before);
                }
            }
        }
    }

    /** The trust manager factory takes none for: those of the system. */
    private static @Nullable KeyStore systems() {
        return null;
    }

    private static KeyStore read(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream text = Files.newInputStream(pem)) {
            int count = 0;
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(text)) {
                store.setCertificateEntry("trusted-" + count++, one);
            }
            if (count == 0) {
                throw new SetupProblem(
                        "media.ftp.trust names " + pem, "there is no certificate in that file");
            }
        } catch (CertificateException e) {
            throw new SetupProblem(
                    "media.ftp.trust names " + pem + ", which holds no certificates in PEM form",
                    e);
        } catch (IOException e) {
            throw new SetupProblem("media.ftp.trust names " + pem + ", which cannot be read", e);
        }
        return store;
    }
}
