package dev.carrier.cli.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.Me;
import dev.carrier.instagram.pace.Pace;
import dev.carrier.instagram.pace.SharedPace;
import dev.carrier.instagram.token.AccountToken;
import dev.carrier.instagram.token.TokenStore;
import dev.carrier.runtime.Seal;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.PlatformSettings;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.runtime.settings.Settings;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Optional;

/** One account on Instagram, reached with its token and at its pace. One thread; calls block. */
final class Reached {
    private final AccountId id;
    private final NotedPace pace;
    private final AccountToken token;
    private final GraphClient graph;
    private Optional<Me> me = Optional.empty();

    /**
     * Calls nothing yet.
     *
     * @param redis where the account's pace and its refreshed token are; empty: it has none yet
     */
    Reached(AccountId id, Settings settings, Optional<Redis> redis, HttpClient http) {
        this.id = id;
        PlatformSettings.Instagram instagram = settings.platforms().instagram();
        InstantSource clock = InstantSource.system();
        pace =
                new NotedPace(
                        redis.<Pace>map(it -> new SharedPace(it, id.value(), clock))
                                .orElse(Pace.NONE));
        var refreshing =
                new GraphClient(instagram.url(), instagram.version(), () -> "", pace, http);
        Secret secret = settings.account(id).token();
        Optional<TokenStore> store =
                redis.flatMap(
                        it -> settings.key().given().map(key -> new TokenStore(it, new Seal(key))));
        token = new AccountToken(id, secret, store, refreshing::refresh, clock);
        graph = new GraphClient(instagram.url(), instagram.version(), token, pace, http);
    }

    /** Its name in the settings. */
    AccountId id() {
        return id;
    }

    GraphClient graph() {
        return graph;
    }

    AccountToken token() {
        return token;
    }

    NotedPace pace() {
        return pace;
    }

    /** Who it is; asked once. */
    Me me() {
        Me known = me.orElseGet(graph::me);
        me = Optional.of(known);
        return known;
    }
}
