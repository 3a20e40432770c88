package dev.carrier.sandbox.instagram.world;

import dev.carrier.sandbox.orders.GraphRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The rules of what an account may send: to whom, until when, how much.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api">Messaging
 *     API</a>
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/private-replies">Private
 *     replies</a>
 */
public final class Sending {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world;
    private final Comments comments;
    private final Inbox inbox;
    private final Rates rates;

    /** The rules in {@code world}. */
    public Sending(World world, Comments comments, Inbox inbox) {
        this.world = world;
        this.comments = comments;
        this.inbox = inbox;
        this.rates = new Rates(world.clock());
    }

    /**
     * Sends to somebody who has written within the window.
     *
     * @throws Rejected if they have not, cannot be reached, or it is too long or too much
     */
    public Dm send(Account from, String to, Words words) {
        synchronized (world) {
            var thread = open(from, to);
            fits(words);
            rates.take(from.id() + " send", Setting.SENDS_PER_SECOND, SECOND, world.settings());
            return inbox.write(thread, Dm.Via.API, words);
        }
    }

    /**
     * The thread with somebody to whom {@code from} may write now.
     *
     * @throws Rejected 100/2534014, 200/2534041, 551 or 10/2534022
     */
    public DmThread open(Account from, String to) {
        synchronized (world) {
            var person = reach(from, to);
            var thread = inbox.find(from, person.id());
            var since = world.clock().instant().minus(world.settings().time(Setting.REPLY_WINDOW));
            return thread.filter(it ->
                            inbox.lastOfPerson(it).filter(at -> at.isAfter(since)).isPresent())
                    .orElseThrow(() -> Rejected.known(10, 2_534_022));
        }
    }

    /**
     * Answers a comment in private, once and within seven days; below a live video only while it
     * lasts.
     */
    public Dm privately(Account from, String commentId, Words words) {
        synchronized (world) {
            var comment =
                    comments.find(commentId).orElseThrow(() -> Rejected.unknown("post", commentId));
            var media = world.media(comment.media()).orElseThrow();
            if (!media.owner().id().equals(from.id()) || comment.by().id().equals(from.id())) {
                throw Rejected.unknown("post", commentId);
            }
            if (comment.answered()) {
                throw Rejected.of(GraphRefusal.of(10_900, "(#10900) Activity already replied to"));
            }
            var since =
                    world.clock()
                            .instant()
                            .minus(world.settings().time(Setting.PRIVATE_REPLY_WINDOW));
            if (media.over() || !comment.at().isAfter(since)) {
                throw Rejected.known(10, 2_534_022);
            }
            reach(from, comment.by().id());
            fits(words);
            rates.take(
                    from.id() + " private",
                    Setting.PRIVATE_REPLIES_PER_HOUR,
                    HOUR,
                    world.settings());
            comments.answered(comment);
            return inbox.write(
                    inbox.thread(from, comment.by()), Dm.Via.API, words.comment(comment.id()));
        }
    }

    /** One request for conversations; there are two in a second. */
    public void asksForConversations(Account account) {
        rates.take(
                account.id() + " conversations",
                Setting.CONVERSATIONS_PER_SECOND,
                SECOND,
                world.settings());
    }

    private Author reach(Account from, String to) {
        if (!world.inboxOpen(from.id())) {
            throw Rejected.known(200, 2_534_041);
        }
        var person = world.author(to).orElseThrow(() -> Rejected.known(100, 2_534_014));
        if (world.person(to).filter(it -> !it.reachable()).isPresent()) {
            throw Rejected.of(GraphRefusal.known(551, java.util.OptionalInt.empty()));
        }
        return person;
    }

    private void fits(Words words) {
        var most = world.settings().number(Setting.MESSAGE_BYTES);
        if (words.text().getBytes(StandardCharsets.UTF_8).length > most) {
            throw Rejected.parameter(
                    "Length of param message[text] must be less than or equal to " + most);
        }
        if (words.text().isBlank() && words.files().isEmpty()) {
            throw Rejected.parameter("No message data provided.");
        }
    }
}
