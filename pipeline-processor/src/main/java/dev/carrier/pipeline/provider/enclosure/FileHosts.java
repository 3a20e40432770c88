package dev.carrier.pipeline.provider.enclosure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The only hosts from which files are fetched. The address of a file comes from outside: whoever
 * could choose it freely could have us ask the servers beside us. Immutable.
 */
public final class FileHosts {
    private final Set<String> origins;

    /**
     * @param hosts such as {@code https://cdn.discordapp.com}; what stands behind the port is
     *     passed over
     */
    public FileHosts(Collection<URI> hosts) {
        this.origins = hosts.stream().map(FileHosts::origin).collect(Collectors.toSet());
    }

    /** The address, if files may be fetched from it. */
    Optional<URI> allowed(String url) {
        try {
            URI uri = new URI(url);
            boolean whole = uri.getHost() != null && uri.getScheme() != null;
            return whole && uri.getRawUserInfo() == null && origins.contains(origin(uri))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    private static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : 0;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
