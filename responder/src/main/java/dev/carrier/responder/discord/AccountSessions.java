package dev.carrier.responder.discord;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.runtime.gateway.GatewayClient;
import dev.carrier.runtime.gateway.Pace;
import dev.carrier.runtime.gateway.Shard;
import dev.carrier.runtime.gateway.Sharding;
import dev.carrier.runtime.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account's sessions for speaking, one for each shard: a session knows the servers of its shard
 * only, and whoever speaks may be asked to do so anywhere. Thread-safe.
 */
public final class AccountSessions implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AccountSessions.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final AccountId account;
    private final Secret token;
    private final URI api;
    private final Brakes brakes;
    private final Thread beginning;
    private volatile List<DiscordSession> sessions = List.of();
    private volatile String trouble;

    /** The same for a bot that may ask as much as every bot. */
    public AccountSessions(
            AccountId account,
            Sharding sharding,
            Secret token,
            URI api,
            IdentifyPermit permit,
            InvalidRequests invalid) {
        this(account, sharding, token, api, permit, invalid, Pace.ofSpeaking(Pace.ALLOWED));
    }

    /**
     * Begins to connect.
     *
     * @param sharding all shards of the account
     * @param token the bot's; never logged
     * @param api base of the REST API, with a slash at its end
     * @param invalid of the process
     * @param pace of the account
     * @throws dev.carrier.runtime.SetupProblem when the token is not set
     */
    public AccountSessions(
            AccountId account,
            Sharding sharding,
            Secret token,
            URI api,
            IdentifyPermit permit,
            InvalidRequests invalid,
            Pace pace) {
        this.account = account;
        this.token = token;
        this.api = api;
        this.brakes = new Brakes(invalid, pace, InstantSource.system());
        this.trouble = account + " is not connected to Discord yet";
        String secret = token.value();
        Function<Shard, DiscordSession> fresh =
                shard -> new DiscordSession(shard, secret, api.toString(), permit, brakes);
        this.beginning =
                Thread.ofVirtual()
                        .name("sessions-" + account)
                        .start(() -> begin(sharding, new GatewayClient(api), token, fresh));
    }

    /** The session that knows a place; empty while there is none. */
    Optional<DiscordSession> in(Place place) {
        var all = sessions;
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean dm = place.kind() == PlaceKind.DM || place.guild().isEmpty();
        int shard = dm ? 0 : Shard.of(Long.parseLong(place.guild().get()), all.size());
        return Optional.of(all.get(shard));
    }

    /**
     * Gives the account's answers to commands, which need none of its sessions: whichever shard the
     * command came to, its address is enough.
     *
     * @param http its owner closes it
     */
    public CommandAnswers commands(HttpClient http, InstantSource clock) {
        return new CommandAnswers(http, api.toString(), token.value(), clock);
    }

    /** How many requests Discord answered with 429. */
    public double rateLimited() {
        return brakes.rateLimited();
    }

    /** Requests that are left in the bucket of Discord's last answer; NaN before one. */
    public double remaining() {
        return brakes.remaining();
    }

    /** Of all its sessions together: limits are of the bot. */
    Brakes brakes() {
        return brakes;
    }

    /** What stands in the way of speaking, a sentence each; empty when nothing does. */
    public List<String> troubles() {
        var all = sessions;
        return all.isEmpty()
                ? List.of(trouble)
                : all.stream().flatMap(session -> session.trouble().stream()).toList();
    }

    @Override
    public void close() {
        beginning.interrupt();
        try {
            beginning.join();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        sessions.forEach(DiscordSession::close);
    }

    private void begin(
            Sharding sharding,
            GatewayClient gateway,
            Secret token,
            Function<Shard, DiscordSession> fresh) {
        try {
            int recommended =
                    switch (sharding) {
                        case Sharding.Fixed _ -> 1;
                        case Sharding.Recommended _ -> recommended(gateway, token);
                    };
            sessions = sharding.shards(account, recommended).stream().map(fresh).toList();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (GatewayClient.Refused refused) {
            trouble = account + ": Discord refuses its token; set a new one and restart";
            log.atError().addKeyValue("account", account).log("responder: token refused");
        }
    }

    private int recommended(GatewayClient gateway, Secret token)
            throws InterruptedException, GatewayClient.Refused {
        while (true) {
            try {
                return gateway.ask(token).shards();
            } catch (GatewayClient.Refused refused) {
                throw refused;
            } catch (IOException problem) {
                trouble =
                        account
                                + ": Discord cannot be reached ("
                                + problem.getClass().getSimpleName()
                                + "), trying again";
                log.atWarn()
                        .addKeyValue("account", account)
                        .addKeyValue("problem", problem.toString())
                        .log("responder: cannot ask for shards, trying again");
                Thread.sleep(PAUSE);
            }
        }
    }
}
