package dev.carrier.responder.media.ftp;

import dev.carrier.responder.media.MediaProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with an FTP host, as a sentence and a judgement: worth another try, or for a
 * person. Replies are those of RFC 959, section 4.2: 4xx may pass, 5xx stays. Only a part of a
 * reply that holds no password is ever quoted.
 */
final class FtpProblems {
    private static final int QUOTED = 160;

    private final FtpAccess access;

    FtpProblems(FtpAccess access) {
        this.access = access;
    }

    /** No connection, or one that broke. */
    MediaProblem of(IOException e) {
        Optional<CertificateException> certificate = cause(e, CertificateException.class);
        if (certificate.isPresent()) {
            return certificate(certificate.get(), e);
        }
        if (cause(e, SSLHandshakeException.class).isPresent() && says(e, "protocol_version")) {
            return person("speaks no TLS 1.2, which Carrier needs", e);
        }
        if (says(e, "plaintext connection") || says(e, "Unsupported or unrecognized SSL message")) {
            return person(
                    "answers without TLS on this port: check media.ftp.port, and media.ftp.security (explicit or implicit)",
                    e);
        }
        if (e instanceof UnknownHostException) {
            return again("is not known by that name: check media.ftp.host, and the network", e);
        }
        if (e instanceof ConnectException) {
            return again("takes no connections there", e);
        }
        if (cause(e, SocketTimeoutException.class).isPresent()) {
            return again("did not answer within " + access.timeout().toSeconds() + " s", e);
        }
        if (e instanceof SSLException) {
            return again("broke off TLS", e);
        }
        return again("broke the connection", e);
    }

    /** The greeting was none. */
    MediaProblem greeting(int code, String reply) {
        return again("takes no logins just now" + quoted(code, reply));
    }

    MediaProblem noTls(int code, String reply) {
        return person(
                "offers no TLS on this port: set media.ftp.security to implicit if it is the port for that,"
                        + " or to plain if the password may travel unprotected"
                        + quoted(code, reply));
    }

    MediaProblem login(int code, String reply) {
        String low = reply.toLowerCase(Locale.ROOT);
        if (low.contains("ssl") || low.contains("tls") || low.contains("encrypt")) {
            return person(
                    "takes logins only over TLS: set media.ftp.security to explicit"
                            + quoted(code, reply));
        }
        if (code / 100 == 4) {
            return again("takes no logins just now" + quoted(code, reply));
        }
        return person(
                "refuses the login of "
                        + access.user()
                        + ": check media.ftp.user and media.ftp.password"
                        + quoted(code, reply));
    }

    MediaProblem folder(int code, String reply) {
        return person(
                "has no folder \""
                        + access.folder()
                        + "\" that can be used: check media.ftp.folder"
                        + quoted(code, reply));
    }

    /** A command about a file was refused. */
    MediaProblem refused(String what, int code, String reply) {
        return switch (code) {
            case 452, 552 -> person("has no room left" + quoted(code, reply));
            case 521, 522, 534, 535, 536 ->
                    person("does not take data protected as it is" + quoted(code, reply));
            case 530, 532, 550, 553 ->
                    person(
                            "does not let "
                                    + access.user()
                                    + " "
                                    + what
                                    + ": check the rights in its folder"
                                    + quoted(code, reply));
            default ->
                    code / 100 == 4
                            ? again("could not " + what + " just now" + quoted(code, reply))
                            : person("does not " + what + quoted(code, reply));
        };
    }

    MediaProblem again(String what) {
        return MediaProblem.again(sentence(what));
    }

    private MediaProblem again(String what, IOException e) {
        return MediaProblem.again(sentence(what), e);
    }

    private MediaProblem person(String what) {
        return MediaProblem.person(sentence(what));
    }

    private MediaProblem person(String what, IOException e) {
        return MediaProblem.person(sentence(what), e);
    }

    private MediaProblem certificate(CertificateException certificate, IOException e) {
        if (cause(certificate, CertificateExpiredException.class).isPresent()) {
            return person("has a certificate that has expired", e);
        }
        if (says(certificate, "subject alternative") || says(certificate, "No name matching")) {
            return person(
                    "has a certificate for another name: check media.ftp.host, which must be a name in it",
                    e);
        }
        return person(
                access.trust().isPresent()
                        ? "has a certificate that media.ftp.trust does not vouch for"
                        : "has a certificate that this machine does not trust: if it is the right one,"
                                + " save it as a PEM file and name that in media.ftp.trust",
                e);
    }

    private String sentence(String what) {
        return "the media host " + access.named() + " " + what;
    }

    /** What the server said, in brackets. */
    private String quoted(int code, String reply) {
        if (code == 0) {
            return "";
        }
        String line = reply.strip().lines().reduce("", (_, last) -> last).strip();
        boolean tells = access.password().given().filter(line::contains).isPresent();
        String told = tells ? String.valueOf(code) : line;
        return " (" + (told.length() > QUOTED ? told.substring(0, QUOTED) : told) + ")";
    }

    private static boolean says(Throwable e, String words) {
        for (Throwable one = e; one != null; one = one.getCause()) {
            String message = one.getMessage();
            if (message != null && message.contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static <T extends Throwable> Optional<T> cause(@Nullable Throwable e, Class<T> type) {
        for (Throwable one = e; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return Optional.of(type.cast(one));
            }
        }
        return Optional.empty();
    }
}
