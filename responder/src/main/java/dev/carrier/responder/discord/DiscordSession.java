package dev.carrier.responder.discord;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.SharedThreads;
import dev.carrier.runtime.gateway.Pace;
import dev.carrier.runtime.gateway.Shard;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session of an account for speaking: no intents, so that Discord sends it servers and channels
 * and nothing that people write. Connects for as long as it takes; a token that Discord refuses
 * stops it with a sentence. Thread-safe.
 */
public final class DiscordSession implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DiscordSession.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final Shard shard;
    private final String token;
    private final String apiUrl;
    private final IdentifyPermit permit;
    private final AtomicReference<Optional<JDA>> session = new AtomicReference<>(Optional.empty());
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Wholeness wholeness = new Wholeness(InstantSource.system());
    private final Brakes brakes;
    private final Thread connecting;

    /**
     * The same for an account with one session.
     *
     * @param invalid of the process
     */
    public DiscordSession(
            AccountId account,
            String token,
            String apiUrl,
            IdentifyPermit permit,
            InvalidRequests invalid) {
        this(
                Shard.only(account),
                token,
                apiUrl,
                permit,
                new Brakes(invalid, Pace.ofSpeaking(Pace.ALLOWED), InstantSource.system()));
    }

    /**
     * Begins to connect.
     *
     * @param shard whose servers it knows
     * @param token the bot's token; never logged
     * @param apiUrl base of the REST API, with a slash at its end
     * @param brakes of the account
     */
    DiscordSession(Shard shard, String token, String apiUrl, IdentifyPermit permit, Brakes brakes) {
        this.brakes = brakes;
        this.shard = shard;
        this.trouble.set(shard + " is not connected to Discord yet");
        this.token = token;
        this.apiUrl = apiUrl;
        this.permit = permit;
        this.connecting = Thread.ofVirtual().name("connect-" + shard).start(this::connect);
    }

    /** The session while it can speak; empty otherwise. */
    public Optional<JDA> ready() {
        return session.get().filter(jda -> jda.getStatus() != JDA.Status.SHUTDOWN);
    }

    /** Since when what it does not know does not exist. */
    Wholeness wholeness() {
        return wholeness;
    }

    /** What Discord said of its limits. */
    Brakes brakes() {
        return brakes;
    }

    /** What stands in the way of speaking, in a sentence; empty when nothing does. */
    public Optional<String> trouble() {
        return ready().isPresent() ? Optional.empty() : Optional.of(trouble.get());
    }

    @Override
    public void close() {
        connecting.interrupt();
        session.getAndSet(Optional.empty()).ifPresent(JDA::shutdownNow);
    }

    private void connect() {
        Duration pause = Duration.ofSeconds(1);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                JDA jda = build();
                jda.awaitReady();
                session.set(Optional.of(jda));
                log.atInfo().addKeyValue("account", shard).log("responder: ready to speak");
                return;
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            } catch (InvalidTokenException refused) {
                trouble.set(shard + ": Discord refuses its token; set a new one and restart");
                log.atError().addKeyValue("account", shard).log("responder: token refused");
                return;
            } catch (IOException | RuntimeException problem) {
                if (ended.get()) {
                    return;
                }
                trouble.set(
                        shard
                                + ": Discord cannot be reached ("
                                + problem.getClass().getSimpleName()
                                + "), trying again");
                log.atWarn()
                        .addKeyValue("account", shard)
                        .addKeyValue("problem", problem.getClass().getSimpleName())
                        .log("responder: cannot connect, trying again");
                pause = rest(pause);
            }
        }
    }

    private JDA build() throws IOException, InterruptedException {
        var builder =
                JDABuilder.createLight(token, EnumSet.noneOf(GatewayIntent.class))
                        .setRestConfig(new RestConfig().setBaseUrl(apiUrl))
                        .setSessionController(
                                new PermittedSessions(shard, permit, Gateways.of(apiUrl)))
                        // Every attempt is ours to count: an unknown ending is looked up before the
                        // next.
                        .setRequestTimeoutRetry(false)
                        .setHttpClientBuilder(
                                new OkHttpClient.Builder()
                                        .retryOnConnectionFailure(false)
                                        .addInterceptor(brakes))
                        .setEnableShutdownHook(false)
                        .setGatewayPool(SharedThreads.timers())
                        .setRateLimitScheduler(SharedThreads.timers())
                        .setRateLimitElastic(SharedThreads.calls())
                        .addEventListeners(new Ending(), wholeness);
        if (!shard.isOnly()) {
            builder.useSharding(shard.id(), shard.total());
        }
        return builder.build();
    }

    private static Duration rest(Duration pause) {
        try {
            // A pause between attempts on the outside world: there is no condition to wait for.
            Thread.sleep(pause);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private final class Ending extends ListenerAdapter {
        @Override
        public void onShutdown(ShutdownEvent event) {
            CloseCode code = event.getCloseCode();
            ended.set(code != null && !code.isReconnect());
            trouble.set(
                    shard
                            + ": Discord ended the session for good"
                            + (code == null
                                    ? ""
                                    : " (" + code.getCode() + " " + code.getMeaning() + ")"));
        }
    }
}
