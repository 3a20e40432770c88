package dev.carrier.responder.instagram;

import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.instagram.Comment;
import dev.carrier.instagram.Conversation;
import dev.carrier.instagram.DirectMessage;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.Page;
import dev.carrier.instagram.Who;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.instagram.error.Trouble;
import dev.carrier.instagram.talk.RecentTalk;
import dev.carrier.instagram.talk.Wording;
import dev.carrier.responder.SendLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks on Instagram for a part that may have been sent before: ours, the same text, after what it
 * answers, and not known to be another part. Thread-safe; blocks.
 */
final class EarlierSending {
    /** A comment has no more pages of replies than anybody reads. */
    private static final int PAGES = 10;

    /** How far Instagram's clock may be from ours. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final GraphClient graph;
    private final SendLedger ledger;
    private final RecentTalk talk;

    EarlierSending(GraphClient graph, SendLedger ledger, RecentTalk talk) {
        this.graph = graph;
        this.ledger = ledger;
        this.talk = talk;
    }

    /**
     * What was found.
     *
     * @param at Instagram's time of it, where it tells
     */
    record Standing(String id, Optional<Instant> at) {}

    /**
     * Looks for it; empty when it is not there.
     *
     * @throws GraphProblem when that cannot be looked at
     */
    Optional<Standing> of(Response.Say say, Own own) {
        if (InstagramSpeaks.isPrivate(say)) {
            return privately(say);
        }
        if (say.in().kind() != PlaceKind.DM) {
            return comment(say, own);
        }
        // To ask Instagram takes its time, in which a webhook may tell.
        return told(say)
                .or(() -> conversation(say, say.in().channel(), Ids.message(say.after())))
                .or(() -> told(say));
    }

    /** What Instagram's webhooks told costs no call, and reaches back further than one. */
    private Optional<Standing> told(Response.Say say) {
        if (say.media().isPresent()) {
            return Optional.empty();
        }
        String words = Wording.fingerprint(say.text());
        return talk.saidAfter(say.account(), say.in().channel(), say.after()).stream()
                .filter(line -> line.words().filter(words::equals).isPresent())
                .map(line -> new Standing(Ids.message(line.message()), Optional.of(line.at())))
                .filter(standing -> isNoOther(say, standing.id()))
                .findFirst();
    }

    private Optional<Standing> comment(Response.Say say, Own own) {
        List<Comment> replies = replies(say.in().channel());
        Instant since = since(say, replies);
        return replies.stream()
                .filter(own::wrote)
                .filter(reply -> Wording.isSame(reply.text(), say.text()))
                .filter(reply -> reply.at().filter(at -> at.isBefore(since)).isEmpty())
                .filter(reply -> isNoOther(say, reply.id()))
                .min(Comparator.comparing(reply -> reply.at().orElse(Instant.MAX)))
                .map(reply -> new Standing(reply.id(), reply.at()));
    }

    private List<Comment> replies(String root) {
        List<Comment> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            Page<Comment> next = graph.comments().replies(root, after);
            all.addAll(next.items());
            if (next.next().isEmpty()) {
                break;
            }
            after = next.next();
        }
        return all;
    }

    /** When the comment was written that it answers; where that is gone, when it was decided. */
    private Instant since(Response.Say say, List<Comment> replies) {
        String trigger = Ids.message(say.after());
        if (trigger.equals(say.in().channel())) {
            // All replies stand below it, and came after it.
            return Instant.EPOCH;
        }
        return replies.stream()
                .filter(reply -> reply.id().equals(trigger))
                .findFirst()
                .flatMap(Comment::at)
                .orElseGet(() -> decided(say));
    }

    /** A private reply has become a message to who wrote the comment. */
    private Optional<Standing> privately(Response.Say say) {
        String comment = Ids.message(say.replyTo().orElse(say.after()));
        Optional<String> person;
        try {
            person = graph.comments().one(comment).from().map(Who::id).filter(it -> !it.isBlank());
        } catch (GraphProblem problem) {
            if (problem.error().trouble() != Trouble.GONE) {
                throw problem;
            }
            // Nobody knows any more whose it was; who answers it again is told that it is gone.
            return Optional.empty();
        }
        return person.flatMap(it -> conversation(say, it, ""));
    }

    /**
     * @param trigger the message after which it stands; blank: after it was decided
     */
    private Optional<Standing> conversation(Response.Say say, String person, String trigger) {
        Optional<Conversation> conversation = graph.messages().conversation(person);
        if (conversation.isEmpty()) {
            return Optional.empty();
        }
        List<DirectMessage> newestFirst = graph.messages().newest(conversation.get().id());
        boolean knowsTrigger = newestFirst.stream().anyMatch(it -> it.id().equals(trigger));
        Instant since = decided(say);
        Predicate<DirectMessage> isLater =
                message ->
                        knowsTrigger
                                ? !message.id().equals(trigger)
                                : message.at().filter(at -> at.isBefore(since)).isEmpty();
        return newestFirst.stream()
                .takeWhile(isLater)
                .filter(message -> message.from().filter(it -> !it.id().equals(person)).isPresent())
                .filter(message -> Wording.isSame(message.text(), say.text()))
                .filter(message -> say.media().isPresent() == !message.files().isEmpty())
                .filter(message -> isNoOther(say, message.id()))
                .reduce((_, earlier) -> earlier)
                .map(message -> new Standing(message.id(), message.at()));
    }

    /** The ledger may know that a message is another part with the same words. */
    private boolean isNoOther(Response.Say say, String message) {
        Optional<ResponseId> whose = ledger.standsFor(say.account(), message);
        return whose.isEmpty() || whose.get().equals(say.id());
    }

    private static Instant decided(Response.Say say) {
        return say.decidedAt().minus(SKEW).truncatedTo(ChronoUnit.SECONDS);
    }
}
