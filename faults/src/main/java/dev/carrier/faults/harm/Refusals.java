package dev.carrier.faults.harm;

import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.OrdersClient.Draft;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Discord's REST API, its gateway and the model answer with errors, late, twice or not at all. */
public final class Refusals {
    private static final String MESSAGES = "/messages$";
    private static final List<Kind> KINDS =
            List.of(
                    rest("POST", "429", order -> order.rateLimited(1)),
                    rest("POST", "500", order -> order.status(500)),
                    rest("POST", "502", order -> order.status(502)),
                    rest("POST", "503", order -> order.status(503)),
                    rest("POST", "cut before it is executed", Draft::dropBefore),
                    rest("POST", "cut after it was executed", Draft::dropAfter),
                    rest("POST", "slow by 1.5 s", order -> order.slow(1500)),
                    rest("GET", "429", order -> order.rateLimited(1)),
                    rest("GET", "500", order -> order.status(500)),
                    rest("GET", "cut", Draft::dropBefore),
                    model("500", order -> order.status(500)),
                    model("429", order -> order.rateLimited(1)),
                    model("cut after it was paid for", Draft::dropAfter),
                    model("cut before", Draft::dropBefore),
                    model("slow by 3 s", order -> order.slow(3000)),
                    new Kind(
                            "discord: an event comes twice",
                            "discord.gateway",
                            order -> order.method("MESSAGE_CREATE").duplicate(1)),
                    new Kind(
                            "discord: an event comes three times",
                            "discord.gateway",
                            order -> order.method("MESSAGE_CREATE").duplicate(2)));

    private final Town town;
    private final Harm harm;
    private final Random random;
    private int next;

    /** What is done is counted in {@code harm}. */
    public Refusals(Town town, Harm harm, Random random) {
        this.town = town;
        this.harm = harm;
        this.random = random;
    }

    private record Kind(String words, String where, Consumer<Draft> order) {}

    private static Kind rest(String method, String words, Consumer<Draft> order) {
        return new Kind(
                "discord: " + method + " messages, " + words,
                "discord.rest",
                draft -> order.accept(draft.method(method).path(MESSAGES)));
    }

    private static Kind model(String words, Consumer<Draft> order) {
        return new Kind("model: " + words, "model", draft -> order.accept(draft.method("POST")));
    }

    /** How many kinds there are; {@link #next} goes through them in turn. */
    public static int kinds() {
        return KINDS.size();
    }

    /** The next one or two requests or events of the next kind go wrong. Gives it in words. */
    public String next() {
        Kind kind = KINDS.get(next++ % KINDS.size());
        int times = 1 + random.nextInt(2);
        kind.order.accept(town.client().orders().at(kind.where()).times(times));
        harm.did(kind.words, times);
        return kind.words() + (times == 1 ? "" : ", twice");
    }
}
