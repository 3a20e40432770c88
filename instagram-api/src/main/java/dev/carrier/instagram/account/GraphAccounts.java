package dev.carrier.instagram.account;

import dev.carrier.contracts.AccountId;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.pace.SharedPace;
import dev.carrier.instagram.token.AccountToken;
import dev.carrier.instagram.token.TokenKeeping;
import dev.carrier.instagram.token.TokenStore;
import dev.carrier.runtime.Part;
import dev.carrier.runtime.Seal;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.PlatformSettings;
import dev.carrier.runtime.settings.Secret;
import dev.carrier.runtime.worker.WorkerContext;
import io.micrometer.core.instrument.Gauge;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The Instagram accounts of a process, each with its client. Their tokens are looked after until it
 * is closed. Thread-safe.
 */
public final class GraphAccounts implements Part {
    private static final String USAGE = "carrier.instagram.usage.ratio";
    private static final String ACCOUNT = "account";

    private final HttpClient http = GraphClient.http();
    private final Map<AccountId, GraphClient> clients = new TreeMap<>();
    private final Map<AccountId, AccountToken> tokens = new TreeMap<>();
    private final Map<AccountId, SharedPace> paces = new TreeMap<>();
    private final TokenKeeping keeping;

    /**
     * @param secrets the tokens of the settings
     * @param key seals tokens; not set: none is kept or refreshed
     */
    public GraphAccounts(
            URI base,
            String version,
            Map<AccountId, Secret> secrets,
            Secret key,
            Redis redis,
            InstantSource clock) {
        Optional<TokenStore> store = key.given().map(it -> new TokenStore(redis, new Seal(it)));
        secrets.forEach((account, secret) -> {
            var pace = new SharedPace(redis, account.value(), clock);
            paces.put(account, pace);
            var refreshing = new GraphClient(base, version, () -> "", pace, http).inBackground();
            var token = new AccountToken(account, secret, store, refreshing::refresh, clock);
            tokens.put(account, token);
            clients.put(account, new GraphClient(base, version, token, pace, http));
        });
        keeping = new TokenKeeping(List.copyOf(tokens.values()));
    }

    /**
     * Those of the settings, with their tokens looked after from now on.
     *
     * @param wanted which of the Instagram accounts
     * @throws dev.carrier.runtime.SetupProblem when the token of one is not set
     */
    public static GraphAccounts start(WorkerContext context, Predicate<AccountId> wanted) {
        PlatformSettings.Instagram instagram = context.settings().platforms().instagram();
        Map<AccountId, Secret> secrets = new TreeMap<>();
        context.settings()
                .accounts()
                .forEach((id, account) -> {
                    if (account.platform().equals("instagram") && wanted.test(id)) {
                        secrets.put(id, context.settings().account(id).token());
                    }
                });
        var accounts =
                new GraphAccounts(
                        instagram.url(),
                        instagram.version(),
                        secrets,
                        context.settings().key(),
                        context.redis(),
                        context.clock());
        accounts.paces.forEach((account, pace) -> measure(context, account, pace));
        accounts.keeping.start();
        return accounts;
    }

    /** Once, where several workers of one process have the account: they share its pace. */
    private static void measure(WorkerContext context, AccountId account, SharedPace pace) {
        var registry = context.meters().registry();
        if (registry.find(USAGE).tag(ACCOUNT, account.value()).gauge() == null) {
            Gauge.builder(USAGE, pace, SharedPace::used)
                    .tag(ACCOUNT, account.value())
                    .description("how much of its calls the account has used, of 1")
                    .register(registry);
        }
    }

    /** By account; empty without any. */
    public Map<AccountId, GraphClient> clients() {
        return Map.copyOf(clients);
    }

    /** The token of one of these accounts. */
    public AccountToken token(AccountId account) {
        AccountToken token = tokens.get(account);
        if (token == null) {
            throw new IllegalArgumentException(account + " is none of these accounts");
        }
        return token;
    }

    /** What persons must do, in a sentence; empty when every token lives. For health. */
    public Optional<String> trouble() {
        return keeping.trouble();
    }

    /** What an operator should know although every token lives. For health. */
    public Optional<String> warning() {
        return keeping.warning();
    }

    @Override
    public String name() {
        return "instagram accounts";
    }

    @Override
    public void close() {
        keeping.close();
        http.shutdownNow();
    }
}
