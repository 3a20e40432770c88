package dev.carrier.sandbox.instagram.payload;

import dev.carrier.sandbox.instagram.graph.Shape;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Comment;
import dev.carrier.sandbox.instagram.world.Comments;
import dev.carrier.sandbox.instagram.world.Dm;
import dev.carrier.sandbox.instagram.world.DmThread;
import dev.carrier.sandbox.instagram.world.Inbox;
import dev.carrier.sandbox.instagram.world.Media;
import dev.carrier.sandbox.instagram.world.Person;
import dev.carrier.sandbox.instagram.world.World;

/** All kinds of nodes as JSON. Safe for use by many threads. */
public final class Shapes {
    private final Shape<Account> account;
    private final Shape<Media> media;
    private final Shape<Comment> comment;
    private final Shape<Dm> message;
    private final Shape<DmThread> conversation;
    private final Shape<Person> person;

    /** The nodes of {@code world}. */
    public Shapes(World world, Comments comments, Inbox inbox) {
        // One names another: what a lambda asks for is there by the time it is asked.
        this.account = AccountShape.of(world, comments, this::media, this::comment);
        this.media = MediaShape.of(world, comments, this::comment);
        this.comment = CommentShape.of(world, comments, this::media, this::comment);
        this.message = MessageShape.of(world, inbox);
        this.conversation = ConversationShape.of(inbox, this::message);
        this.person = PersonShape.of();
    }

    /** Accounts. */
    public Shape<Account> account() {
        return account;
    }

    /** What was published. */
    public Shape<Media> media() {
        return media;
    }

    /** Comments. */
    public Shape<Comment> comment() {
        return comment;
    }

    /** Direct messages. */
    public Shape<Dm> message() {
        return message;
    }

    /** Conversations. */
    public Shape<DmThread> conversation() {
        return conversation;
    }

    /** People who have written. */
    public Shape<Person> person() {
        return person;
    }
}
