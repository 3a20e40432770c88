package dev.carrier.sandbox.instagram.routes;

import dev.carrier.sandbox.instagram.graph.Call;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Comment;
import dev.carrier.sandbox.instagram.world.Comments;
import dev.carrier.sandbox.instagram.world.Dm;
import dev.carrier.sandbox.instagram.world.DmThread;
import dev.carrier.sandbox.instagram.world.Inbox;
import dev.carrier.sandbox.instagram.world.Media;
import dev.carrier.sandbox.instagram.world.World;
import java.util.Optional;

/** What an id in a path names, as far as the account of the token may know it. */
public final class Found {
    private final World world;
    private final Comments comments;
    private final Inbox inbox;

    /** Ids of {@code world}. */
    public Found(World world, Comments comments, Inbox inbox) {
        this.world = world;
        this.comments = comments;
        this.inbox = inbox;
    }

    /** The account of the token itself. */
    public Optional<Account> account(Call call, String id) {
        return world.account(id).filter(call.account()::equals);
    }

    /** What the account has published; a live video only while it lasts. */
    public Optional<Media> media(Call call, String id) {
        return world.media(id)
                .filter(it -> it.owner().id().equals(call.account().id()))
                .filter(it -> !it.over());
    }

    /** A comment below what the account has published, written by it, or that mentions it. */
    public Optional<Comment> comment(Call call, String id) {
        return comments.find(id)
                .filter(it ->
                        it.by().id().equals(call.account().id())
                                || below(call.account(), it)
                                || world.mentioned(it.text()).contains(call.account()));
    }

    private boolean below(Account account, Comment comment) {
        return world.media(comment.media())
                .filter(it -> it.owner().id().equals(account.id()))
                .isPresent();
    }

    /** A conversation of the account. */
    public Optional<DmThread> conversation(Call call, String id) {
        return inbox.thread(id).filter(it -> it.account().equals(call.account()));
    }

    /** A direct message to or from the account. */
    public Optional<Dm> message(Call call, String id) {
        return inbox.message(id).filter(it -> it.thread().account().equals(call.account()));
    }
}
