package dev.carrier.ingest.instagram;

import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.instagram.error.Trouble;
import java.util.List;

/**
 * Has webhooks delivered for one account: whoever does not ask for that gets none, although the app
 * is set up.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/webhooks">Webhooks, step
 *     2</a>
 */
final class Subscription {
    /** Without these nothing is heard. */
    static final List<String> NEEDED = List.of("comments", "messages");

    private static final List<String> WANTED =
            List.of(
                    "comments",
                    "live_comments",
                    "messages",
                    "message_echoes",
                    "message_edit",
                    "message_reactions",
                    "messaging_postbacks",
                    "messaging_seen",
                    "standby");

    private Subscription() {}

    /**
     * Asks for it, and says what is delivered from now on.
     *
     * @throws GraphProblem when Instagram refuses, or does not answer
     */
    static List<String> ask(GraphClient graph, String account) {
        try {
            graph.subscribe(account, WANTED);
        } catch (GraphProblem problem) {
            if (problem.error().trouble() != Trouble.WRONG) {
                throw problem;
            }
            // A field that this version does not know refuses all of them.
            graph.subscribe(account, NEEDED);
        }
        return graph.details().subscribed(account);
    }
}
