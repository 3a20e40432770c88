package dev.carrier.faults.instagram.harm;

import dev.carrier.faults.harm.Harm;
import dev.carrier.faults.instagram.Operator;
import dev.carrier.faults.instagram.Studio;
import dev.carrier.sandbox.OrdersClient.Draft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Webhooks go astray, the Graph API refuses or forgets to answer, uploads are cut, media is not
 * fetched, containers fail.
 */
public final class Mishaps {
    private static final List<Kind> KINDS =
            List.of(
                    webhook("comes twice", order -> order.duplicate(1)),
                    webhook("comes three times", order -> order.duplicate(2)),
                    webhook("is taken, and Meta does not hear so", Draft::dropAfter),
                    webhook("meets a 503 on the way", order -> order.status(503)),
                    webhook("is overtaken by others", order -> order.slow(1500)),
                    said("/replies$", "500", order -> order.status(500)),
                    said("/replies$", "cut before it is done", Draft::dropBefore),
                    said("/replies$", "cut after it was done", Draft::dropAfter),
                    said("/replies$", "refused with 2", order -> order.graphError(2)),
                    said("/messages$", "503", order -> order.status(503)),
                    said("/messages$", "cut before it is done", Draft::dropBefore),
                    said("/messages$", "cut after it was done", Draft::dropAfter),
                    said(
                            "/messages$",
                            "done and refused all the same, 1/1357046",
                            order -> order.graphErrorAfter(1, 1_357_046)),
                    post("POST", "/media$", "500", order -> order.status(500)),
                    post("POST", "/media$", "cut after it was made", Draft::dropAfter),
                    post("POST", "/media_publish$", "500", order -> order.status(500)),
                    post("POST", "/media_publish$", "cut before it is out", Draft::dropBefore),
                    post("POST", "/media_publish$", "cut after it is out", Draft::dropAfter),
                    post(
                            "POST",
                            "/media_publish$",
                            "out and refused all the same, -1/2207001",
                            order -> order.graphErrorAfter(-1, 2_207_001)),
                    media(
                            "ftp: cut in mid-file",
                            "media.ftp",
                            order -> order.method("STOR").cutAfter(3000)),
                    media(
                            "ftp: cut after the rename",
                            "media.ftp",
                            order -> order.method("RNTO").dropAfter()),
                    media("media: not fetched, 9004/2207052", "media.fetch", o -> o.status(500)),
                    media("media: fetched too slowly", "media.fetch", o -> o.status(504)),
                    media(
                            "media: the host answers 503 when it is looked at",
                            "media.web",
                            order -> order.method("HEAD").status(503)),
                    media(
                            "container: ERROR 2207082",
                            "instagram.container",
                            order -> order.becomesError(2_207_082)),
                    media("container: EXPIRED", "instagram.container", Draft::becomesExpired));

    private final Studio studio;
    private final Operator operator;
    private final Harm harm;
    private final Random random;
    private final List<Kind> kinds;
    private int next;

    /** What is done is counted in {@code harm}; the order of the kinds is chance's. */
    public Mishaps(Studio studio, Operator operator, Harm harm, Random random) {
        this.studio = studio;
        this.operator = operator;
        this.harm = harm;
        this.random = random;
        this.kinds = new ArrayList<>(KINDS);
        Collections.shuffle(kinds, random);
    }

    /**
     * @param onPost whether it takes a post to meet it
     */
    private record Kind(String words, String where, boolean onPost, Consumer<Draft> order) {}

    private static Kind webhook(String words, Consumer<Draft> order) {
        return new Kind("webhook: " + words, "instagram.webhook", false, order);
    }

    private static Kind said(String path, String words, Consumer<Draft> order) {
        return new Kind(
                "graph: POST " + path.replace("$", "") + ", " + words,
                "instagram.graph",
                false,
                draft -> {
                    draft.method("POST").path(path);
                    order.accept(
                            // Typing goes the same way, and is nobody's answer.
                            path.equals("/messages$") ? draft.contains("\"text\"") : draft);
                });
    }

    private static Kind post(String method, String path, String words, Consumer<Draft> order) {
        return new Kind(
                "graph: " + method + " " + path.replace("$", "") + ", " + words,
                "instagram.graph",
                true,
                draft -> order.accept(draft.method(method).path(path)));
    }

    private static Kind media(String words, String where, Consumer<Draft> order) {
        return new Kind(words, where, true, order);
    }

    /** How many kinds there are; {@link #next} goes through them in turn. */
    public static int kinds() {
        return KINDS.size();
    }

    /** The next one or two requests or deliveries of the next kind go wrong. Gives it in words. */
    public String next() {
        Kind kind = kinds.get(next % kinds.size());
        // Meta's media fetching fails twice in the worst of stories.
        int times = kind.where().equals("media.fetch") ? 2 : 1 + random.nextInt(2);
        kind.order.accept(studio.client().orders().at(kind.where()).times(times));
        if (kind.onPost()) {
            operator.orders(
                    Studio.ACCOUNTS.get(next % Studio.ACCOUNTS.size()), 1 + random.nextInt(3));
        }
        next++;
        harm.did(kind.words, times);
        return kind.words() + (times == 1 ? "" : ", twice");
    }
}
