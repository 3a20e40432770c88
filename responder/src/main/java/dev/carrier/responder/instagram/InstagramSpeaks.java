package dev.carrier.responder.instagram;

import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.PostItem;
import dev.carrier.contracts.Response;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.Messages;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.instagram.error.Trouble;
import dev.carrier.instagram.talk.RecentTalk;
import dev.carrier.responder.Found;
import dev.carrier.responder.SendLedger;
import dev.carrier.responder.Speaks;
import dev.carrier.responder.Spoken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One Instagram account's way to speak. Instagram knows no nonce: what may have been sent is looked
 * for among what stands there, and the ledger tells the messages of other parts apart. Thread-safe;
 * blocks.
 */
public final class InstagramSpeaks implements Speaks {
    /**
     * What Instagram takes in a direct message, in bytes of UTF-8,
     * https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api
     */
    public static final int LONGEST_MESSAGE = 1_000;

    /** A request whose answer got lost may still be at work. */
    private static final Duration SETTLES = Duration.ofSeconds(2);

    private final GraphClient graph;
    private final SendLedger ledger;
    private final InstantSource clock;
    private final Identity identity;
    private final Stop stop;
    private final Refusals refusals;
    private final EarlierSending earlier;
    private final SentMedia media;

    /**
     * @param graph the account's
     * @param talk what webhooks told of its inbox
     * @param media brings the files of messages to Instagram
     */
    public InstagramSpeaks(
            GraphClient graph,
            SendLedger ledger,
            RecentTalk talk,
            SentMedia media,
            InstantSource clock) {
        this.media = media;
        this.graph = graph;
        this.ledger = ledger;
        this.clock = clock;
        this.identity = new Identity(graph);
        this.stop = new Stop(clock);
        this.refusals = new Refusals(stop, clock);
        this.earlier = new EarlierSending(graph, ledger, talk);
    }

    /** Why the account says nothing now, in a sentence; empty when it does. */
    public Optional<String> stopped() {
        return stop.why();
    }

    @Override
    public Spoken say(Response.Say say, Instant patience, BooleanSupplier still) {
        Optional<Spoken> no = notTaken(say);
        if (no.isPresent()) {
            return no.get();
        }
        return say.media()
                .map(item -> file(say, item, patience, still))
                .orElseGet(() -> said(say, patience, still, () -> send(say)));
    }

    private Spoken file(Response.Say say, PostItem item, Instant patience, BooleanSupplier still) {
        return switch (media.put(say, item)) {
            case SentMedia.Put.Refused(var why) -> new Spoken.Refused(why);
            case SentMedia.Put.NotNow(var why) -> new Spoken.NotNow(why);
            case SentMedia.Put.There(var type, var url) -> {
                String person = say.in().channel();
                Spoken spoken =
                        said(
                                say,
                                patience,
                                still,
                                () ->
                                        graph.messages()
                                                .file(person, type, url.toString())
                                                .message());
                // Of what is not known yet the file may still be fetched, or is sent again.
                if (spoken instanceof Spoken.Sent || spoken instanceof Spoken.Refused) {
                    media.remove(say, item);
                }
                yield spoken;
            }
        };
    }

    private Spoken said(
            Response.Say say, Instant patience, BooleanSupplier still, Supplier<String> send) {
        Own own = identity.in(say.in());
        return attempt(
                still,
                patience,
                () -> {
                    String message = send.get();
                    ledger.stands(say.account(), message, say.id());
                    return sent(message, own, clock.instant());
                });
    }

    @Override
    public Found find(Response.Say say) {
        try {
            Own own = identity.in(say.in());
            Optional<EarlierSending.Standing> found = earlier.of(say, own);
            found.ifPresent(it -> {
                ledger.stands(say.account(), it.id(), say.id());
                say.media().ifPresent(item -> media.remove(say, item));
            });
            return found.<Found>map(it -> new Found.There(sent(it.id(), own, time(it, say))))
                    .orElseGet(Found.Absent::new);
        } catch (GraphProblem problem) {
            return refusals.ofLook(problem.error());
        }
    }

    /**
     * Instagram tells whole seconds, perhaps of a clock behind ours: the answer would stand before
     * what it answers, and that be answered again.
     */
    private Instant time(EarlierSending.Standing found, Response.Say say) {
        Instant told = found.at().orElseGet(clock::instant);
        return told.isBefore(say.decidedAt()) ? say.decidedAt() : told;
    }

    /** There are no commands on Instagram. */
    @Override
    public Optional<Spoken> answer(Interaction to, String text, BooleanSupplier still) {
        return Optional.empty();
    }

    @Override
    public Spoken react(Response.React react, BooleanSupplier still) {
        if (react.in().kind() != PlaceKind.DM) {
            return new Spoken.Refused("on Instagram only direct messages can be reacted to");
        }
        String message = Ids.message(react.target());
        return attempt(
                still,
                react.notAfter(),
                () -> {
                    graph.messages().react(react.in().channel(), message, named(react.emoji()));
                    return sent(message, identity.in(react.in()), clock.instant());
                });
    }

    @Override
    public void type(Response.Typing typing) {
        if (typing.in().kind() != PlaceKind.DM || stop.why().isPresent()) {
            return;
        }
        try {
            graph.inBackground().messages().show(typing.in().channel(), Messages.Sign.TYPING_ON);
        } catch (GraphProblem ignoredOnPurpose) {
            // An indicator that cannot be shown is no reason to stop.
            return;
        }
    }

    @Override
    public Spoken moderate(Response.Moderate moderate, boolean again, BooleanSupplier still) {
        String comment = Ids.message(moderate.target());
        return attempt(
                still,
                moderate.notAfter(),
                () -> {
                    switch (moderate.what()) {
                        case HIDE -> graph.comments().hide(comment, true);
                        case UNHIDE -> graph.comments().hide(comment, false);
                        case DELETE -> delete(comment, again);
                    }
                    return sent(comment, identity.in(moderate.in()), clock.instant());
                });
    }

    @Override
    public Duration recognises() {
        return Duration.ZERO;
    }

    @Override
    public Duration settles() {
        return SETTLES;
    }

    /** Whether a part answers a comment by a direct message. */
    static boolean isPrivate(Response.Say say) {
        return say.privately().orElse(false);
    }

    private String send(Response.Say say) {
        if (isPrivate(say)) {
            String comment = Ids.message(say.replyTo().orElse(say.after()));
            return graph.messages().privately(comment, say.text()).message();
        }
        if (say.in().kind() == PlaceKind.DM) {
            return graph.messages().text(say.in().channel(), say.text()).message();
        }
        // Below a reply Instagram puts it below the first comment, and tells who is answered.
        String comment = say.replyTo().map(Ids::message).orElse(say.in().channel());
        return graph.comments().reply(comment, say.text());
    }

    private void delete(String comment, boolean again) {
        try {
            graph.comments().delete(comment);
        } catch (GraphProblem problem) {
            if (!again || problem.error().trouble() != Trouble.GONE) {
                throw problem;
            }
        }
    }

    private Optional<Spoken> notTaken(Response.Say say) {
        Optional<String> stopped = stop.why();
        if (stopped.isPresent()) {
            return Optional.of(new Spoken.Refused(stopped.get(), Spoken.Reach.PLACE));
        }
        boolean message = isPrivate(say) || say.in().kind() == PlaceKind.DM;
        int bytes = say.text().getBytes(StandardCharsets.UTF_8).length;
        if (say.in().kind() != PlaceKind.DM && say.in().kind() != PlaceKind.COMMENTS) {
            return Optional.of(new Spoken.Refused("on Instagram nothing is said there"));
        }
        if (say.media().isPresent() && say.in().kind() != PlaceKind.DM) {
            return Optional.of(new Spoken.Refused("on Instagram only direct messages take a file"));
        }
        if (say.files().isPresent()) {
            return Optional.of(
                    new Spoken.Refused("Instagram takes no text files", Spoken.Reach.FILES));
        }
        return message && bytes > LONGEST_MESSAGE
                ? Optional.of(
                        new Spoken.Refused(
                                "longer than a direct message on Instagram may be: "
                                        + bytes
                                        + " bytes of "
                                        + LONGEST_MESSAGE))
                : Optional.empty();
    }

    private Spoken attempt(BooleanSupplier still, Instant patience, Supplier<Spoken> attempt) {
        Optional<String> stopped = stop.why();
        if (stopped.isPresent()) {
            return new Spoken.Refused(stopped.get(), Spoken.Reach.PLACE);
        }
        if (!still.getAsBoolean()) {
            return new Spoken.Held();
        }
        try {
            return attempt.get();
        } catch (GraphProblem problem) {
            return refusals.of(problem.error(), patience);
        }
    }

    /** Instagram has a name for the heart, and takes other emojis as they are. */
    private static String named(String emoji) {
        return emoji.startsWith("❤") || emoji.startsWith("♥") ? "love" : emoji;
    }

    private static Spoken.Sent sent(String message, Own own, Instant at) {
        return new Spoken.Sent(
                Ids.inEvent(message), Ids.person(own.id()), own.username().orElse(own.id()), at);
    }
}
