package dev.carrier.sandbox.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPSClient;

/** Somebody who uploads, and trusts no certificate but the host's. */
final class Ftp {
    private Ftp() {}

    static FTPClient plain(MediaHost host) throws IOException {
        return entered(dialled(new FTPClient(), host.plain()), host);
    }

    static FTPSClient explicit(MediaHost host) throws IOException, GeneralSecurityException {
        return protectedData(entered(dialled(secure(host, false), host.explicit()), host));
    }

    static FTPSClient implicit(MediaHost host) throws IOException, GeneralSecurityException {
        return protectedData(entered(dialled(secure(host, true), host.implicit()), host));
    }

    static <C extends FTPClient> C dialled(C client, int port) throws IOException {
        client.setDataTimeout(Duration.ofSeconds(20));
        client.setDefaultTimeout(20_000);
        client.connect("127.0.0.1", port);
        return client;
    }

    private static FTPSClient secure(MediaHost host, boolean implicit)
            throws IOException, GeneralSecurityException {
        var client = new FTPSClient(implicit, trusting(host));
        client.setEndpointCheckingEnabled(true);
        return client;
    }

    private static SSLContext trusting(MediaHost host)
            throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setCertificateEntry(
                "host",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(host.certificate().getBytes(US_ASCII))));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLSv1.2");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    static <C extends FTPClient> C entered(C client, MediaHost host) throws IOException {
        if (!client.login(host.user(), host.password())) {
            throw new IOException(client.getReplyString());
        }
        client.enterLocalPassiveMode();
        client.setFileType(FTP.BINARY_FILE_TYPE);
        return client;
    }

    private static FTPSClient protectedData(FTPSClient client) throws IOException {
        client.execPBSZ(0);
        client.execPROT("P");
        return client;
    }

    static boolean store(FTPClient client, String name, byte[] content) throws IOException {
        return client.storeFile(name, new ByteArrayInputStream(content));
    }
}
