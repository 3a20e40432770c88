package dev.carrier.runtime.settings;

import dev.carrier.runtime.Nearest;
import java.net.URI;
import java.util.List;

/** What must hold of the settings about Instagram, and of where its files are put. */
final class InstagramChecks {
    /** Says where and what is wrong if something does not hold. */
    interface Require {
        void that(boolean holds, String path, String otherwise);
    }

    private InstagramChecks() {}

    static void check(Settings settings, Require require) {
        PlatformSettings.Instagram instagram = settings.platforms().instagram();
        require.that(
                instagram.url().getPath().endsWith("/"),
                "platforms.instagram.url",
                "must end in a slash");
        require.that(
                instagram.version().matches("v\\d{1,3}\\.\\d"),
                "platforms.instagram.version",
                "must be a version like v26.0");
        require.that(
                instagram.webhook().path().startsWith("/"),
                "platforms.instagram.webhook.path",
                "must begin with a slash");
        require.that(
                instagram.webhook().body().bytes() > 0,
                "platforms.instagram.webhook.body",
                "must be larger than nothing");
        require.that(
                !instagram.poll().every().isNegative(),
                "platforms.instagram.poll.every",
                "must not be negative; 0s is never");
        require.that(
                instagram.poll().media() >= 1 && instagram.poll().media() <= 100,
                "platforms.instagram.poll.media",
                "must be 1 to 100");
        List<String> names = settings.accounts().keySet().stream().map(one -> one.value()).toList();
        for (String name : instagram.heard()) {
            require.that(
                    names.contains(name),
                    "platforms.instagram.accounts",
                    "names the account '%s', which is not in accounts%s"
                            .formatted(name, Nearest.hint(name, names)));
        }
        media(settings.media(), require);
    }

    private static void media(MediaSettings media, Require require) {
        boolean published =
                media.url()
                        .map(URI::getScheme)
                        .map(scheme -> scheme.equals("https") || scheme.equals("http"))
                        .orElse(true);
        require.that(published, "media.url", "must be an address like https://media.example.org/");
        require.that(
                media.url().isEmpty()
                        || media.host() != MediaSettings.Host.FOLDER
                        || media.folder().isPresent(),
                "media.folder",
                "is missing: with host: folder it is what a web server shows under media.url");
        require.that(
                media.url().isEmpty()
                        || media.host() != MediaSettings.Host.FTP
                        || media.ftp().host().isPresent(),
                "media.ftp.host",
                "is missing: with host: ftp it is the server that shows its files under media.url");
        int port = media.ftp().port();
        require.that(
                port >= 0 && port <= 65535, "media.ftp.port", "must be a port from 0 to 65535");
        require.that(
                media.ftp().uploads() >= 1 && media.ftp().uploads() <= 16,
                "media.ftp.uploads",
                "must be 1 to 16");
        require.that(
                !media.ftp().timeout().isZero() && !media.ftp().timeout().isNegative(),
                "media.ftp.timeout",
                "must be longer than nothing");
    }
}
