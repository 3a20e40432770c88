package dev.carrier.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a platform is to be told. Parts of a conversation are sent in the order of the topic. */
public sealed interface Response extends Travels {

    /**
     * One part of a reply: one message on the platform.
     *
     * @param id also the nonce of the message
     * @param part counts from 1
     * @param parts how many there are in this reply
     * @param text what to send; fits the platform's limit
     * @param replyTo the message that it answers visibly; on the first part only
     * @param after the newest message that the turn answers: an earlier sending of this part can
     *     only stand after it
     * @param notAfter when it is too old to be sent
     * @param files what goes with the text; absent without any
     * @param instead what to say in place of text and files where no files may be sent, in parts
     *     that fit the platform's limit; only with files
     * @param thread it goes into the thread of this message, which is opened where it is not there;
     *     where none may be opened, into {@code in}
     * @param ping whether the author of {@code replyTo} is pinged; absent: yes
     * @param interaction the command that it answers: the part is its answer, and an ordinary
     *     message only when the platform does not take it there any more
     * @param privately true: {@code replyTo} is a comment, and its author alone is answered, by a
     *     direct message; absent otherwise
     * @param media a file that is sent in place of the text, which is blank then; absent otherwise
     */
    @Kind("say.v1")
    record Say(
            ResponseId id,
            TurnId turn,
            Place in,
            AccountId account,
            int part,
            int parts,
            String text,
            Optional<EventId> replyTo,
            EventId after,
            Instant decidedAt,
            Instant notAfter,
            Optional<List<TextFile>> files,
            Optional<List<String>> instead,
            Optional<ThreadStart> thread,
            Optional<Boolean> ping,
            Optional<Interaction> interaction,
            Optional<Boolean> privately,
            Optional<PostItem> media)
            implements Response {

        /** A part for everybody who reads there. */
        public Say(
                ResponseId id,
                TurnId turn,
                Place in,
                AccountId account,
                int part,
                int parts,
                String text,
                Optional<EventId> replyTo,
                EventId after,
                Instant decidedAt,
                Instant notAfter,
                Optional<List<TextFile>> files,
                Optional<List<String>> instead,
                Optional<ThreadStart> thread,
                Optional<Boolean> ping,
                Optional<Interaction> interaction) {
            this(
                    id,
                    turn,
                    in,
                    account,
                    part,
                    parts,
                    text,
                    replyTo,
                    after,
                    decidedAt,
                    notAfter,
                    files,
                    instead,
                    thread,
                    ping,
                    interaction,
                    Optional.empty(),
                    Optional.empty());
        }

        /** A part of words alone, where the talk is. */
        public Say(
                ResponseId id,
                TurnId turn,
                Place in,
                AccountId account,
                int part,
                int parts,
                String text,
                Optional<EventId> replyTo,
                EventId after,
                Instant decidedAt,
                Instant notAfter) {
            this(
                    id,
                    turn,
                    in,
                    account,
                    part,
                    parts,
                    text,
                    replyTo,
                    after,
                    decidedAt,
                    notAfter,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * What is told to who used a command, and is no part of the talk: its delivery has no text.
     *
     * @param interaction the command that it answers
     */
    @Kind("notice.v1")
    record Notice(
            ResponseId id,
            TurnId turn,
            Place in,
            AccountId account,
            String text,
            Interaction interaction,
            Instant decidedAt,
            Instant notAfter)
            implements Response {}

    /** A reaction to a message. */
    @Kind("react.v1")
    record React(
            ResponseId id,
            TurnId turn,
            Place in,
            AccountId account,
            EventId target,
            String emoji,
            Instant decidedAt,
            Instant notAfter)
            implements Response {}

    /**
     * Show that the character is typing, until the turn ends (its last part is sent, it is
     * withdrawn or {@code on} is false) or {@code notAfter} is reached. No delivery comes back.
     *
     * @param on false takes it away
     */
    @Kind("typing.v1")
    record Typing(
            ResponseId id,
            TurnId turn,
            Place in,
            AccountId account,
            boolean on,
            Instant decidedAt,
            Instant notAfter)
            implements Response {}

    /**
     * Do not send these any more. Overtakes what is queued. What was not yet sent comes back
     * refused with the reason; what was sent stays accepted. It has no delivery of its own.
     */
    @Kind("withdraw.v1")
    record Withdraw(
            ResponseId id,
            TurnId turn,
            Place in,
            AccountId account,
            List<ResponseId> responses,
            String reason,
            Instant decidedAt)
            implements Response {}

    /**
     * Something is done with somebody's comment.
     *
     * @param target the comment
     */
    @Kind("moderate.v1")
    record Moderate(
            ResponseId id,
            TurnId turn,
            Place in,
            AccountId account,
            EventId target,
            Moderation what,
            Instant decidedAt,
            Instant notAfter)
            implements Response {}

    /**
     * One step of publishing. Taking a step twice is taking it once: what it gives is looked up
     * before it is done again.
     *
     * @param turn of the post; the same for all of its steps
     * @param item which of the post's items it is about, counted from 0; absent when it is about
     *     all of it
     * @param progress what the steps before it gave
     */
    @Kind("publish.v1")
    record Publish(
            ResponseId id,
            TurnId turn,
            Place in,
            AccountId account,
            PublishStep step,
            Optional<Integer> item,
            Post post,
            PostProgress progress,
            Instant decidedAt,
            Instant notAfter)
            implements Response {}

    /** Of a kind that this build does not know. */
    record Unknown(ObjectNode body) implements Response, Unread {}
}
