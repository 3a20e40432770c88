package dev.carrier.responder.publishing;

import dev.carrier.responder.media.MediaHost;
import dev.carrier.responder.media.ftp.FtpAccess;
import dev.carrier.responder.media.ftp.FtpHost;
import dev.carrier.responder.media.ftp.FtpSecurity;
import dev.carrier.responder.media.web.FolderHost;
import dev.carrier.responder.media.web.PublicUrls;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.settings.MediaSettings;
import java.net.URI;
import java.util.Optional;

/** The media host of the settings. */
final class MediaHosts {
    private MediaHosts() {}

    /**
     * Not connected yet; to be closed.
     *
     * @return empty where no public address is set: then nothing can be published
     * @throws SetupProblem when what is set cannot be
     */
    static Optional<MediaHost> of(MediaSettings media) {
        return media.url().map(url -> of(media, url));
    }

    private static MediaHost of(MediaSettings media, URI url) {
        PublicUrls urls = new PublicUrls(url, media.ftp().timeout());
        return switch (media.host()) {
            case FOLDER ->
                    new FolderHost(
                            media.folder()
                                    .orElseThrow(() ->
                                            new SetupProblem(
                                                    "media.folder is missing",
                                                    "it is what a web server shows under media.url")),
                            urls);
            case FTP -> new FtpHost(access(media.ftp()), urls);
        };
    }

    private static FtpAccess access(MediaSettings.Ftp ftp) {
        FtpSecurity security =
                switch (ftp.security()) {
                    case EXPLICIT -> FtpSecurity.EXPLICIT;
                    case IMPLICIT -> FtpSecurity.IMPLICIT;
                    case PLAIN -> FtpSecurity.PLAIN;
                };
        return new FtpAccess(
                ftp.host()
                        .orElseThrow(() ->
                                new SetupProblem(
                                        "media.ftp.host is missing",
                                        "it is the server that shows its files under media.url")),
                ftp.port() == 0 ? security.usualPort() : ftp.port(),
                ftp.user(),
                ftp.password(),
                security,
                ftp.folder(),
                ftp.trust(),
                ftp.uploads(),
                ftp.timeout());
    }
}
