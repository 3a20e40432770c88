package dev.carrier.cli.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.instagram.GraphClient;
import dev.carrier.runtime.Nearest;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.runtime.Signals;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.runtime.redis.Redis;
import dev.carrier.runtime.settings.Settings;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;

/** What a command of Instagram works with, until it is closed. One thread. */
final class Session implements AutoCloseable {
    private final Parts parts;
    private final Settings settings;
    private final Surroundings around;
    private final Optional<KafkaClients> kafka;
    private final Optional<Redis> redis;
    private final HttpClient http = GraphClient.http();

    /** Who does what is ordered. */
    enum Surroundings {
        /** A Carrier that runs already, or workers elsewhere. */
        JOINED("it goes on without this command: ./carrier instagram status tells how far it is"),
        /** Workers that end with this command. */
        OWN("it is recorded and goes on when ./carrier up runs"),
        /** A sandbox that ends with this command, and all that is on it. */
        PASSING("it ends with this sandbox: ./carrier up keeps one"),
        /** Nobody: it only looks. */
        LOOKING("");

        private final String afterwards;

        Surroundings(String afterwards) {
            this.afterwards = afterwards;
        }
    }

    /**
     * @param parts what ends with it
     * @param kafka empty where nothing can have been recorded
     */
    Session(
            Parts parts,
            Settings settings,
            Surroundings around,
            Optional<KafkaClients> kafka,
            Optional<Redis> redis) {
        this.parts = parts;
        this.settings = settings;
        this.around = around;
        this.kafka = kafka;
        this.redis = redis;
    }

    Settings settings() {
        return settings;
    }

    /** The cluster in which orders are recorded. */
    KafkaClients kafka() {
        return kafka.orElseThrow();
    }

    /** Whether there is one. */
    Optional<KafkaClients> recorded() {
        return kafka;
    }

    /** Whether the workers end with this command. */
    boolean worksItself() {
        return around == Surroundings.OWN || around == Surroundings.PASSING;
    }

    /** What becomes of an order when the command ends before it is done. */
    String afterwards() {
        return around.afterwards;
    }

    /** The accounts of Instagram in the settings, in their order. */
    static List<AccountId> accounts(Settings settings) {
        return settings.accounts().entrySet().stream()
                .filter(one -> one.getValue().platform().equals("instagram"))
                .map(one -> one.getKey())
                .toList();
    }

    /** Every account, or the one that is wanted. */
    List<Reached> all(String wanted) {
        return wanted.isEmpty()
                ? accounts(settings).stream().map(this::reached).toList()
                : List.of(one(wanted));
    }

    /**
     * The account that is wanted, or the only one there is.
     *
     * @param wanted its name; empty: none was named
     * @throws SetupProblem when there is none of that name, or several and none was named
     */
    Reached one(String wanted) {
        return reached(chosen(accounts(settings), wanted));
    }

    /** The same without reaching it. */
    static AccountId chosen(List<AccountId> all, String wanted) {
        List<String> names = all.stream().map(AccountId::value).toList();
        if (!wanted.isEmpty() && !names.contains(wanted)) {
            throw new SetupProblem(
                    "no account of Instagram is named '"
                            + wanted
                            + "'"
                            + Nearest.hint(wanted, names),
                    "there " + (names.size() == 1 ? "is " : "are ") + String.join(", ", names));
        }
        if (wanted.isEmpty() && all.size() > 1) {
            throw new SetupProblem(
                    "there are several accounts of Instagram",
                    "say which with --account: " + String.join(", ", names));
        }
        return wanted.isEmpty() ? all.getFirst() : new AccountId(wanted);
    }

    private Reached reached(AccountId account) {
        return new Reached(account, settings, redis, http);
    }

    @Override
    public void close() {
        http.shutdownNow();
        parts.end(Signals.PATIENCE);
    }
}
