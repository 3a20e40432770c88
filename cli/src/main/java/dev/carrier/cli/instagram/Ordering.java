package dev.carrier.cli.instagram;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Gives an order and tells what becomes of it until it is done, or until it has to wait long. */
final class Ordering {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(20);
    private static final Duration TIDY_WITHIN = Duration.ofSeconds(20);

    /** Nobody sits before a terminal for longer than this. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Session session;
    private final Lines lines;

    Ordering(Session session, Lines lines) {
        this.session = session;
        this.lines = lines;
    }

    /**
     * Does it.
     *
     * @return the exit code
     */
    int post(AccountId account, Event.PostOrdered order) throws InterruptedException {
        return follow(account, order.id(), order.in(), order, order.post().items().size());
    }

    /** The same for words. */
    int say(AccountId account, Event.SayOrdered order) throws InterruptedException {
        return follow(account, order.id(), order.in(), order, 0);
    }

    /** The same for something that is done with a comment. */
    int moderate(AccountId account, Event.ModerationOrdered order) throws InterruptedException {
        return follow(account, order.id(), order.in(), order, 0);
    }

    private int follow(AccountId account, EventId id, Place in, Event order, int items)
            throws InterruptedException {
        Story story =
                new Story(id, account, in.conversation(), items, session.settings().timezone());
        Thread farewell = Thread.ofPlatform().unstarted(() -> lines.note(session.afterwards()));
        try (Following following = new Following(session.kafka())) {
            story.recorded(following.write(in.conversation(), account, order));
            Runtime.getRuntime().addShutdownHook(farewell);
            try {
                return followed(following, story, order);
            } finally {
                forget(farewell);
            }
        }
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException ending) {
            // It is being said just now.
            return;
        }
    }

    private int followed(Following following, Story story, Event order) {
        Instant began = Instant.now();
        boolean wondered = false;
        while (story.outcome().isEmpty()) {
            following.read(story, LOOK).forEach(told -> lines.say(told.text(), told.fields()));
            if (!story.isTaken() && !wondered && Instant.now().isAfter(began.plus(TAKEN_WITHIN))) {
                wondered = true;
                lines.note(
                        "nobody has taken the order yet: it is recorded, and goes on when the workers"
                                + " run");
            }
            Optional<Instant> later = later(story, order);
            if (later.isPresent()) {
                return waits(later.get());
            }
        }
        Outcome outcome = story.outcome().get();
        lines.say(ended(outcome), fields(outcome));
        tidy(following, story);
        return outcome.kind() == OutcomeKind.REPLIED ? 0 : 1;
    }

    /** What is so far away that nobody waits for it here. */
    private static Optional<Instant> later(Story story, Event order) {
        Instant far = Instant.now().plus(LONG);
        Optional<Instant> ordered =
                order instanceof Event.PostOrdered post
                        ? post.post().notBefore()
                        : Optional.empty();
        return story.heldUntil()
                .or(() -> ordered.filter(_ -> story.isTaken()))
                .filter(until -> until.isAfter(far));
    }

    private int waits(Instant until) {
        String when = WHEN.format(until.atZone(session.settings().timezone()));
        lines.say(
                "waits      not before " + when + "; " + session.afterwards(),
                Lines.fields().put("step", "waits").put("until", until.toString()));
        return 0;
    }

    /** Workers of our own end with us: what they have put somewhere is to be taken away before. */
    private void tidy(Following following, Story story) {
        Instant until = Instant.now().plus(TIDY_WITHIN);
        while (session.worksItself() && !story.isTidy() && Instant.now().isBefore(until)) {
            following.read(story, LOOK).forEach(told -> lines.say(told.text(), told.fields()));
        }
    }

    private static String ended(Outcome outcome) {
        return switch (outcome.kind()) {
            case REPLIED -> "done       " + outcome.reason();
            case IGNORED -> "not done   " + outcome.reason();
            case FAILED -> "failed     " + outcome.reason();
        };
    }

    private static ObjectNode fields(Outcome outcome) {
        return Lines.fields()
                .put("step", outcome.kind() == OutcomeKind.REPLIED ? "done" : "failed")
                .put("what", outcome.reason())
                .put("order", outcome.event().value());
    }
}
