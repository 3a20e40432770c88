package dev.carrier.responder;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Topics;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.talk.RecentTalk;
import dev.carrier.responder.discord.AccountSessions;
import dev.carrier.responder.discord.DiscordSpeaks;
import dev.carrier.responder.discord.InvalidRequests;
import dev.carrier.responder.instagram.InstagramSpeaks;
import dev.carrier.responder.instagram.SentMedia;
import dev.carrier.responder.publishing.PublishingDesk;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import redis.clients.jedis.UnifiedJedis;

/**
 * The worker responder: for Discord sessions of each account, for Instagram a client of each; a
 * dispatcher for each platform, that of Instagram only where there are accounts. Thread-safe.
 */
public final class Responder implements AutoCloseable {
    private final Map<AccountId, AccountSessions> sessions;
    private final Map<AccountId, InstagramSpeaks> instagram = new TreeMap<>();
    private final InvalidRequests invalid;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final List<PlatformResponder> platforms = new ArrayList<>();

    /**
     * What it is to speak with.
     *
     * @param discord by account; closed with the responder
     * @param invalid of all these sessions together
     * @param instagram by account
     * @param desk brings files to Instagram; absent where no account is there
     */
    public record Voices(
            Map<AccountId, AccountSessions> discord,
            InvalidRequests invalid,
            Map<AccountId, GraphClient> instagram,
            Optional<PublishingDesk> desk) {}

    /**
     * @param instance names this instance: two with one name fence each other off
     * @param meters where it is measured, for as long as it lives
     * @param traces where what it sends is traced
     */
    public Responder(
            Voices voices,
            KafkaClients clients,
            UnifiedJedis redis,
            String instance,
            Clock clock,
            MeterRegistry meters,
            Traces traces) {
        this.clock = clock;
        this.sessions = Map.copyOf(voices.discord());
        this.invalid = voices.invalid();
        var ledger = new RedisLedger(redis);
        Map<AccountId, Speaks> discord = new TreeMap<>();
        sessions.forEach((account, those) ->
                discord.put(account, new DiscordSpeaks(those, those.commands(http, clock), clock)));
        platforms.add(
                new PlatformResponder(
                        "responder-discord",
                        Topics.RESPONSES_DISCORD,
                        new ResponderStage(
                                Topics.RESPONSES_DISCORD,
                                account -> Optional.ofNullable(discord.get(account)),
                                Optional.empty(),
                                ledger,
                                new SendMeters(meters, "discord"),
                                clock),
                        clients,
                        instance,
                        clock,
                        meters,
                        traces));
        SentMedia media =
                voices.desk()
                        .map(PublishingDesk::media)
                        .orElseGet(() -> new SentMedia(Path.of("."), Optional.empty()));
        var talk = new RecentTalk(redis, clock);
        voices.instagram()
                .forEach((account, graph) ->
                        instagram.put(
                                account, new InstagramSpeaks(graph, ledger, talk, media, clock)));
        if (!instagram.isEmpty()) {
            var published = new SendMeters(meters, "instagram");
            instagram.keySet().forEach(published::publishes);
            platforms.add(
                    new PlatformResponder(
                            "responder-instagram",
                            Topics.RESPONSES_INSTAGRAM,
                            new ResponderStage(
                                    Topics.RESPONSES_INSTAGRAM,
                                    account -> Optional.ofNullable(instagram.get(account)),
                                    voices.desk().map(PublishingDesk::steps),
                                    ledger,
                                    published,
                                    clock),
                            clients,
                            instance,
                            clock,
                            meters,
                            traces));
        }
        measure(new ResponderMeters(meters));
    }

    private void measure(ResponderMeters meters) {
        sessions.forEach((account, those) -> {
            meters.speaking("discord", account, () -> those.troubles().isEmpty());
            meters.allowed(
                    account, those, AccountSessions::rateLimited, AccountSessions::remaining);
        });
        instagram.forEach((account, speaks) ->
                meters.speaking("instagram", account, () -> speaks.stopped().isEmpty()));
        meters.invalid(this);
    }

    /** Starts taking responses; sessions connect by themselves. */
    public void start() {
        platforms.forEach(PlatformResponder::start);
    }

    /** What keeps an account from speaking, a sentence each; empty when nothing does. */
    public List<String> troubles() {
        Stream<String> blocked =
                instagram.entrySet().stream()
                        .flatMap(one ->
                                one.getValue().stopped().stream()
                                        .map(why -> one.getKey() + " is stopped: " + why));
        return Stream.concat(
                        sessions.values().stream().flatMap(one -> one.troubles().stream()), blocked)
                .toList();
    }

    /** What keeps responses from being taken, in a few words; empty when nothing does. */
    public Optional<String> stuck() {
        return platforms.stream().flatMap(one -> one.stuck().stream()).findFirst();
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
        return platforms.stream().mapToInt(PlatformResponder::inFlight).sum();
    }

    /** Finishes what is being sent, at most for this long, and ends. */
    public void drain(Duration atMost) {
        List<Thread> draining =
                platforms.stream()
                        .map(one -> Thread.ofVirtual().start(() -> one.drain(atMost)))
                        .toList();
        try {
            for (Thread one : draining) {
                one.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void close() {
        platforms.forEach(PlatformResponder::close);
        sessions.values().forEach(AccountSessions::close);
        http.shutdownNow();
    }
}
