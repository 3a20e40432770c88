package dev.carrier.responder.media.ftp;

import java.nio.file.Path;

/** Uploads to a server in this JVM. */
class ExplicitTlsTest extends FtpContract {
    @Override
    FtpStand starts(Path below) throws Exception {
        return new EmbeddedFtp(below, FtpSecurity.EXPLICIT).start();
    }
}
