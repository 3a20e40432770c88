package dev.carrier.runtime.settings;

import dev.carrier.contracts.AccountId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the platforms are. */
public record PlatformSettings(Discord discord, Instagram instagram) {

    /**
     * Discord.
     *
     * @param url the base of its REST API, with the closing slash
     * @param identifySpacing between two sessions of one token: Discord allows one identify every 5
     *     seconds, https://docs.discord.com/developers/events/gateway#rate-limiting; leave is given
     *     when connecting begins, so the default is a little longer
     * @param catchUp what is fetched of a channel's history after a downtime
     * @param files the hosts from which files that people send are fetched, and no others; empty:
     *     Discord's own, or with another {@code url} the host of that
     * @param accounts with which accounts ingest-discord hears here, their names with commas
     *     between; absent: with all
     * @param shards which shards of those accounts it hears here, as {@link ShardChoice} reads it;
     *     blank leaves that to the accounts
     * @param requestsPerSecond how many Discord allows a bot: 50, and more for very large ones,
     *     https://docs.discord.com/developers/topics/rate-limits#global-rate-limit. Hearing and
     *     speaking each take a share of it
     */
    public record Discord(
            URI url,
            Duration identifySpacing,
            CatchUp catchUp,
            List<URI> files,
            Optional<String> accounts,
            String shards,
            int requestsPerSecond) {
        private static final List<URI> OWN =
                List.of(
                        URI.create("https://cdn.discordapp.com"),
                        URI.create("https://media.discordapp.net"));

        /** The hosts from which files are fetched: Discord's own, or those beside another API. */
        public List<URI> fileHosts() {
            if (!files.isEmpty()) {
                return files;
            }
            return "discord.com".equals(url.getHost()) ? OWN : List.of(url);
        }

        /** Whether ingest-discord hears with this account here. */
        public boolean hears(AccountId account) {
            return heard().isEmpty() || heard().contains(account.value());
        }

        /** The names of the accounts to which hearing is narrowed; empty where it is not. */
        List<String> heard() {
            return names(accounts);
        }
    }

    /**
     * What is fetched of a channel's history after a downtime.
     *
     * @param messages the newest so many
     * @param within not older than this
     */
    public record CatchUp(int messages, Duration within) {}

    /**
     * Instagram.
     *
     * @param url the base of its Graph API, with the closing slash and without a version
     * @param version of that API
     * @param appSecrets with which Meta signs what it calls us with; any of them counts
     * @param verifyToken what Meta must show when it asks whether we are there
     * @param webhook where Meta calls us
     * @param poll how often and what is looked for besides; a time of nothing: never
     * @param aiGenerated whether Instagram is told of posts that a machine made them
     * @param files the hosts from which files that people send are fetched, and no others; empty:
     *     Meta's own, or with another {@code url} the host of that
     * @param accounts with which accounts ingest-instagram hears here, their names with commas
     *     between; absent: with all
     */
    public record Instagram(
            URI url,
            String version,
            List<Secret> appSecrets,
            Secret verifyToken,
            Webhook webhook,
            Poll poll,
            boolean aiGenerated,
            List<URI> files,
            Optional<String> accounts) {
        private static final List<URI> OWN =
                List.of(
                        URI.create("https://lookaside.fbsbx.com"),
                        URI.create("https://scontent.cdninstagram.com"));

        /** The hosts from which files are fetched: Meta's own, or those beside another API. */
        public List<URI> fileHosts() {
            if (!files.isEmpty()) {
                return files;
            }
            return "graph.instagram.com".equals(url.getHost()) ? OWN : List.of(url);
        }

        /** Whether ingest-instagram hears with this account here. */
        public boolean hears(AccountId account) {
            List<String> heard = heard();
            return heard.isEmpty() || heard.contains(account.value());
        }

        /** The names of the accounts to which hearing is narrowed; empty where it is not. */
        List<String> heard() {
            return names(accounts);
        }
    }

    /**
     * Where Meta calls us.
     *
     * @param path of the address, on the port {@code http.webhook}
     * @param body the most that one call may bring
     */
    public record Webhook(String path, Size body) {}

    /**
     * What is looked for besides what is called in.
     *
     * @param every how often; zero: never
     * @param media the newest so many posts, whose comments are looked at
     */
    public record Poll(Duration every, int media) {}

    private static List<String> names(Optional<String> written) {
        return written.stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
