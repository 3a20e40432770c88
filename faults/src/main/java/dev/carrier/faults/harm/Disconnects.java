package dev.carrier.faults.harm;

import dev.carrier.contracts.AccountId;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.OrdersClient.Draft;
import dev.carrier.sandbox.SignalsClient.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Ends the gateway connections of accounts, in every way that Discord and the network know and that
 * leaves a bot free to come back. An account is deaf and mute until it has.
 */
public final class Disconnects {
    private static final Duration BACK_WITHIN = Duration.ofMinutes(4);

    /** Where the responder connects: it asks for no event at all. */
    private static final String MUTE = "/gateway/0";

    private final Town town;
    private final Harm harm;
    private final Map<AccountId, Long> ended = new HashMap<>();

    /** What is done is counted in {@code harm}. */
    public Disconnects(Town town, Harm harm) {
        this.town = town;
        this.harm = harm;
    }

    /** One way for a connection to end. */
    public enum Way {
        CLOSED_4000("close 4000, unknown error", order -> order.close(4000)),
        CLOSED_4001("close 4001, unknown opcode", order -> order.close(4001)),
        CLOSED_4002("close 4002, decode error", order -> order.close(4002)),
        CLOSED_4003("close 4003, not authenticated", order -> order.close(4003)),
        CLOSED_4005("close 4005, already authenticated", order -> order.close(4005)),
        CLOSED_4007("close 4007, invalid sequence", order -> order.close(4007)),
        CLOSED_4008("close 4008, rate limited", order -> order.close(4008)),
        CLOSED_4009("close 4009, session timed out", order -> order.close(4009)),
        CUT("TCP cut", Draft::cut),
        DEAF("no heartbeat ACK", Draft::deaf),
        RECONNECT("op 7, reconnect", Draft::reconnect),
        INVALID_RESUMABLE("op 9, resumable", order -> order.invalidSession(true)),
        INVALID("op 9, not resumable", order -> order.invalidSession(false));

        private final String words;
        private final Consumer<Draft> order;

        Way(String words, Consumer<Draft> order) {
            this.words = words;
            this.order = order;
        }
    }

    /** So many ways in a random order, each as often as any other, or once more. */
    public static List<Way> ways(int count, Random random) {
        var ways = new ArrayList<Way>();
        for (int at = 0; at < count; at++) {
            ways.add(Way.values()[at % Way.values().length]);
        }
        Collections.shuffle(ways, random);
        return ways;
    }

    /** Ends the connections that an account has now, or else its next one. Gives it in words. */
    public String end(AccountId account, Way way) {
        awaitBack(account);
        ended.put(account, town.client().signals().last());
        way.order.accept(town.client().orders().at("discord.gateway").account(name(account)));
        harm.did("disconnect: " + way.words);
        return name(account) + ": " + way.words;
    }

    /** Returns when the account has come back from its last end, and hears. */
    public void awaitBack(AccountId account) {
        Long since = ended.get(account);
        if (since != null) {
            town.client().signals().await(since, BACK_WITHIN, seen -> isBack(seen, name(account)));
            ended.remove(account);
        }
    }

    private static boolean isBack(Seen seen, String name) {
        return seen.account().equals(name)
                && (seen.point().equals("resume") || seen.point().equals("identify"))
                && !seen.path().equals(MUTE);
    }

    private String name(AccountId account) {
        return town.bot(account).name();
    }
}
