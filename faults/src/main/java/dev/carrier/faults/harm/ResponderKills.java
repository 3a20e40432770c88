package dev.carrier.faults.harm;

import dev.carrier.faults.crew.Job;
import dev.carrier.faults.crew.Until;
import dev.carrier.faults.town.Crowd;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.SeenMessage;
import dev.carrier.sandbox.SignalsClient.Seen;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redis.clients.jedis.RedisClient;

/**
 * Kills the responder between a POST and its answer, and takes away what guards against a second
 * POST: the nonce, or the nonce and the ledger.
 */
public final class ResponderKills {
    public static final int POSTS_UNANSWERED = 3;

    private static final Pattern CHANNEL = Pattern.compile("/channels/(\\d+)/");

    private final Town town;
    private final Crowd crowd;
    private final Waits waits;
    private final Set<String> shownToNobody = new HashSet<>();
    private final Set<String> shownAndForgotten = new HashSet<>();

    ResponderKills(Town town, Crowd crowd, Waits waits) {
        this.town = town;
        this.crowd = crowd;
        this.waits = waits;
    }

    /** Responses that stood on Discord when their responder died before it was told so. */
    public Set<String> shownToNobody() {
        return Set.copyOf(shownToNobody);
    }

    /** The same, where the ledger was lost too: nothing but the channel knew of them. */
    public Set<String> shownAndForgotten() {
        return Set.copyOf(shownAndForgotten);
    }

    /**
     * Discord shows messages, and the responder dies before it is told so. When it comes back,
     * Discord has forgotten the nonces, as after some minutes: only a look can find what stands.
     */
    public void betweenPostAndItsAnswer() {
        shownToNobody.addAll(dies());
        town.discord().forgetsNonces();
        town.crew().begin(Job.RESPONDER);
    }

    /** The same, and its ledger is lost with it: it does not even know that anything was tried. */
    public void andItsLedger() {
        shownAndForgotten.addAll(dies());
        town.discord().forgetsNonces();
        forgetsLedger();
        town.crew().begin(Job.RESPONDER);
    }

    private void forgetsLedger() {
        // A connection of its own: Redis may have been killed since the last one was used.
        try (var redis = RedisClient.create(URI.create(town.servers().store().url()))) {
            redis.keys("c:1:sent:*").forEach(redis::del);
        }
    }

    private Set<String> dies() {
        var held =
                town.client()
                        .orders()
                        .at("discord.rest")
                        .method("POST")
                        .path("/messages$")
                        .times(-1)
                        .hold("before-answer");
        long from = town.client().signals().last();
        crowd.asksInPlaces(12);
        try {
            Until.holds(
                    "Discord shows messages and has not answered",
                    Waits.PATIENCE,
                    () -> unansweredPosts(from).size() > POSTS_UNANSWERED);
        } catch (Until.NotInTime late) {
            throw waits.late("only in " + unansweredPosts(from), late);
        }
        town.crew().of(Job.RESPONDER).kill();
        var shown =
                unansweredPosts(from).stream()
                        .map(channel -> town.discord().messages(channel).reversed())
                        .map(messages -> messages.stream().filter(SeenMessage::bot).findFirst())
                        .map(newest -> newest.orElseThrow().nonce().orElseThrow())
                        .collect(Collectors.toSet());
        held.release();
        return shown;
    }

    /** The channels in which a message stands whose sender has not been told so. */
    private Set<String> unansweredPosts(long from) {
        var seen = town.client().signals().after(from, Duration.ZERO);
        var waiting = channels(seen, Waits.rest("before-answer", "POST"));
        channels(seen, Waits.rest("after-answer", "POST")).forEach(waiting::remove);
        return Set.copyOf(waiting);
    }

    private static List<String> channels(List<Seen> seen, Predicate<Seen> wanted) {
        return seen.stream()
                .filter(wanted)
                .flatMap(one -> CHANNEL.matcher(one.path()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
