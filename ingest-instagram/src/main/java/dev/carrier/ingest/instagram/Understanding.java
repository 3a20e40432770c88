package dev.carrier.ingest.instagram;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What follows from one thing of a delivery; asks where the delivery leaves out. Thread-safe. */
final class Understanding {
    /** The dashboard's button "Test" sends samples for an account that does not exist. */
    private static final String DASHBOARD = "0";

    private final Registry registry;
    private final Lookups lookups;
    private final InstantSource clock;

    Understanding(Registry registry, Lookups lookups, InstantSource clock) {
        this.registry = registry;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** What follows from it. */
    Mapped of(Item item) {
        if (item.entry().equals(DASHBOARD)) {
            return new Mapped.LeftOut(Counted.TEST);
        }
        return switch (item) {
            case Item.Strange _ -> new Mapped.LeftOut(Counted.UNKNOWN_FIELD);
            case Item.Talk talk -> self(talk, self -> letter(self, talk));
            case Item.Change change ->
                    switch (change.field()) {
                        case "comments", "live_comments" ->
                                self(change, self -> comment(self, change));
                        case "mentions" -> self(change, self -> mention(self, change));
                        default -> new Mapped.LeftOut(Counted.UNKNOWN_FIELD);
                    };
        };
    }

    private interface Knowing {
        Mapped of(Self self);
    }

    private Mapped self(Item item, Knowing then) {
        Optional<Self> self = registry.of(item.entry());
        if (self.isPresent()) {
            return then.of(self.get());
        }
        return registry.isSettled()
                ? new Mapped.LeftOut(Counted.UNKNOWN_ACCOUNT)
                : new Mapped.Later(Counted.UNSETTLED);
    }

    private Mapped comment(Self self, Item.Change change) {
        Optional<Remark> delivered = Remark.of(change.body(), change.at());
        if (delivered.isEmpty()) {
            return new Mapped.Unreadable("a comment without an id");
        }
        Remark comment = delivered.get();
        if (comment.lacksWords()) {
            switch (lookups.comment(self, comment.id())) {
                case Told.Known<Remark>(Remark told) -> comment = comment.or(told);
                case Told.NotNow<Remark> _ -> {
                    return new Mapped.Later(Counted.UNACKNOWLEDGED);
                }
                case Told.Gone<Remark> _ -> {
                    // It is gone, or without words: what was delivered is all there is.
                }
            }
        }
        return CommentMapping.said(
                self, comment, lookups.post(self, comment), clock.instant(), false);
    }

    private Mapped mention(Self self, Item.Change change) {
        Optional<String> comment = Nodes.text(change.body(), "comment_id");
        Optional<String> media = Nodes.text(change.body(), "media_id");
        if (comment.isEmpty() && media.isEmpty()) {
            return new Mapped.Unreadable("a mention of nothing");
        }
        Told<Mention> told =
                comment.map(id -> lookups.mentionedComment(self, id))
                        .orElseGet(() -> lookups.mentionedMedia(self, media.orElseThrow()));
        return switch (told) {
            case Told.NotNow<Mention> _ -> new Mapped.Later(Counted.UNACKNOWLEDGED);
            case Told.Gone<Mention> _ -> new Mapped.LeftOut(Counted.NOTHING);
            case Told.Known<Mention>(Mention mention) ->
                    comment.isPresent()
                            ? CommentMapping.said(
                                    self, mention.said(), mention.post(), clock.instant(), false)
                            : Mention.caption(self, mention, clock.instant());
        };
    }

    private Mapped letter(Self self, Item.Talk talk) {
        JsonNode body = talk.body();
        Optional<String> sender = Nodes.id(body, "sender");
        Optional<String> recipient = Nodes.id(body, "recipient");
        boolean own =
                sender.filter(self::is).isPresent() || Nodes.flag(body.path("message"), "is_echo");
        Optional<String> person = own ? recipient : sender;
        if (person.isEmpty()) {
            // Edits come beside the message itself, with nobody in them.
            return body.has("message_edit")
                    ? new Mapped.LeftOut(Counted.NOTHING)
                    : new Mapped.Unreadable("a message of nobody");
        }
        if (self.is(person.get())) {
            return new Mapped.LeftOut(Counted.NOTHING);
        }
        Instant at = Nodes.time(body, "timestamp").or(talk::at).orElseGet(clock::instant);
        return LetterMapping.of(
                new Letter(
                        self,
                        own,
                        person.get(),
                        own ? Optional.empty() : lookups.name(self, person.get()),
                        at,
                        talk.standby(),
                        false),
                body);
    }
}
