package dev.carrier.responder;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Topics;
import dev.carrier.responder.discord.AccountSessions;
import dev.carrier.responder.discord.DiscordSpeaks;
import dev.carrier.responder.discord.InvalidRequests;
import dev.carrier.runtime.dispatch.Dispatcher;
import dev.carrier.runtime.dispatch.DispatcherOptions;
import dev.carrier.runtime.dispatch.Ordering;
import dev.carrier.runtime.dispatch.Status;
import dev.carrier.runtime.kafka.KafkaClients;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/**
 * The worker responder for Discord: sessions of each account, one dispatcher for all. Thread-safe.
 */
public final class Responder implements AutoCloseable {
    private static final String NAME = "responder-discord";

    private static final int MOST_IN_FLIGHT = 2_000;

    private final Map<AccountId, AccountSessions> sessions;
    private final InvalidRequests invalid;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final ResponderStage stage;
    private final Dispatcher dispatcher;

    /**
     * @param sessions by account; closed with this
     * @param invalid of all these sessions together
     * @param instance names this instance: two with one name fence each other off
     */
    public Responder(
            Map<AccountId, AccountSessions> sessions,
            InvalidRequests invalid,
            KafkaClients clients,
            UnifiedJedis redis,
            String instance,
            Clock clock) {
        this.clock = clock;
        Map<AccountId, DiscordSpeaks> speakers = new TreeMap<>();
        this.sessions = Map.copyOf(sessions);
        this.invalid = invalid;
        sessions.forEach((account, those) ->
                speakers.put(
                        account, new DiscordSpeaks(those, those.commands(http, clock), clock)));
        stage =
                new ResponderStage(
                        Topics.RESPONSES_DISCORD,
                        account -> Optional.ofNullable(speakers.get(account)),
                        new RedisLedger(redis),
                        clock);
        dispatcher =
                new Dispatcher(
                        DispatcherOptions.of(
                                NAME,
                                "carrier-" + NAME,
                                instance,
                                List.of(Topics.RESPONSES_DISCORD.name()),
                                Ordering.BY_KEY,
                                MOST_IN_FLIGHT),
                        clients,
                        stage,
                        clock);
    }

    /** Starts taking responses; sessions connect by themselves. */
    public void start() {
        dispatcher.start();
    }

    /** What keeps an account from speaking, a sentence each; empty when nothing does. */
    public List<String> troubles() {
        return sessions.values().stream().flatMap(session -> session.troubles().stream()).toList();
    }

    /** What keeps responses from being taken, in a few words; empty when nothing does. */
    public Optional<String> stuck() {
        Status status = dispatcher.status();
        return status.alive()
                ? Optional.empty()
                : Optional.of(
                        "responses are not taken: "
                                + status.problem().orElse(status.phase().toString()));
    }

    /** How many requests Discord refused within ten minutes (401, 403, 429). */
    public int invalidRequests() {
        return invalid.count(clock.instant());
    }

    /** Why nothing is sent for now, in a sentence; empty when it is. */
    public Optional<String> stopped() {
        return invalid.stoppedUntil(clock.instant())
                .map(until ->
                        "Discord refused too much of what was sent (missing permissions?), and bans"
                                + " an address for that: nothing is sent until "
                                + until
                                + "; see the reasons with ./carrier why");
    }

    /** How many responses are being sent. */
    public int inFlight() {
        return dispatcher.status().inFlight();
    }

    /** Finishes what is being sent, at most for this long, and ends. */
    public void drain(Duration atMost) {
        dispatcher.drain(atMost);
        close();
    }

    @Override
    public void close() {
        dispatcher.close();
        stage.close();
        sessions.values().forEach(AccountSessions::close);
        http.shutdownNow();
    }
}
