package dev.carrier.responder.media.ftp;

/** How a connection is protected. */
public enum FtpSecurity {
    /** TLS that begins with {@code AUTH TLS} (RFC 4217). */
    EXPLICIT(21),
    /** TLS from the first byte on. */
    IMPLICIT(990),
    /** None: the password travels as it is. */
    PLAIN(21);

    private final int usualPort;

    FtpSecurity(int usualPort) {
        this.usualPort = usualPort;
    }

    public int usualPort() {
        return usualPort;
    }
}
