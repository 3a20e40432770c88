package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostKind;
import dev.carrier.contracts.PostProgress;
import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What an account publishes, step by step: each step is a response, and only its delivery begins
 * the next. One post at a time; what waits for a quota waits here, and nothing else waits for it.
 */
final class Publishing {
    /** More than these do not wait: state stays small. */
    private static final int MOST = 8;

    private static final int LONGEST_CAPTION = 2200;

    /** A step that nobody carried out by then is not worth it any more as it is. */
    private static final Duration STEP_WITHIN = Duration.ofMinutes(15);

    private Publishing() {}

    static void ordered(Deciding deciding, Event.PostOrdered order) {
        deciding.place(order.in());
        for (AccountId account : Orders.fresh(deciding, order.id(), order.heardBy())) {
            Optional<String> refused = refused(deciding, account, order.post());
            if (refused.isPresent()) {
                Orders.failed(deciding, order.id(), account, refused.get());
                continue;
            }
            TurnId turn = Derived.turn(deciding.id(), account, order.id());
            PostInHand post =
                    PostInHand.ordered(order.id(), account, turn, deciding.now(), order.post());
            deciding.desk(desk(deciding).with(post));
            deciding.because(account + ": to be published");
        }
        goOn(deciding);
    }

    private static Optional<String> refused(Deciding deciding, AccountId account, Post post) {
        if (!deciding.policy().cast().containsKey(account)) {
            return Optional.of(Change.NOT_IN_THE_CAST);
        }
        if (desk(deciding).posts().size() >= MOST) {
            return Optional.of("more than %d posts wait already".formatted(MOST));
        }
        int items = post.items().size();
        boolean many = post.kind() == PostKind.CAROUSEL;
        if (many ? items < 2 || items > 10 : items != 1) {
            return Optional.of(
                    many
                            ? "a carousel has 2 to 10 items, not " + items
                            : "one file makes such a post, not " + items);
        }
        int caption = post.caption().map(text -> text.codePointCount(0, text.length())).orElse(0);
        return caption > LONGEST_CAPTION
                ? Optional.of(
                        "the caption has %d characters; Instagram takes %d"
                                .formatted(caption, LONGEST_CAPTION))
                : Optional.empty();
    }

    /** Begins what is due, if nothing is being done. */
    static void goOn(Deciding deciding) {
        Desk desk = desk(deciding);
        if (desk.busy().isPresent()) {
            return;
        }
        desk.next(deciding.now())
                .filter(post -> !post.waits(deciding.now()))
                .ifPresentOrElse(
                        post -> send(deciding, post),
                        () ->
                                desk.due()
                                        .ifPresentOrElse(
                                                due -> deciding.alarms().set(Alarm.PUBLISHING, due),
                                                () -> deciding.alarms().cancel(Alarm.PUBLISHING)));
    }

    private static void send(Deciding deciding, PostInHand post) {
        ResponseId id = Derived.response(post.turn(), post.at().step().name(), deciding.sequence());
        deciding.out(
                Output.of(
                        new Response.Publish(
                                id,
                                post.turn(),
                                deciding.place(),
                                post.account(),
                                post.at().step(),
                                post.at().item(),
                                post.post(),
                                post.progress(),
                                deciding.now(),
                                deciding.now().plus(STEP_WITHIN))));
        deciding.desk(desk(deciding).with(post.sent(id)));
        deciding.alarms().cancel(Alarm.PUBLISHING);
        deciding.alarms()
                .set(Alarm.STEP, deciding.now().plus(STEP_WITHIN).plus(Turns.NO_WORD_AFTER));
        deciding.because(post.account() + ": " + named(post));
    }

    static void stepped(Deciding deciding, Delivery.Stepped done) {
        Optional<PostInHand> awaiting = desk(deciding).awaiting(done.response());
        if (awaiting.isEmpty()) {
            deciding.because(done.account() + ": delivery noted");
            return;
        }
        deciding.alarms().cancel(Alarm.STEP);
        PostInHand post = awaiting.get();
        done.quota().ifPresent(quota -> deciding.desk(desk(deciding).told(quota)));
        switch (post.at().step()) {
            case PREPARE -> to(deciding, post, PublishStep.UPLOAD, done.progress());
            case UPLOAD -> to(deciding, post, PublishStep.VERIFY, done.progress());
            case VERIFY -> to(deciding, post, PublishStep.QUOTA, done.progress());
            case QUOTA -> planned(deciding, post, done.progress());
            case CREATE -> {
                deciding.desk(desk(deciding).containerMade(deciding.now()));
                create(deciding, post, done.progress());
            }
            case POLL -> polled(deciding, post, done);
            case PUBLISH -> {
                deciding.desk(desk(deciding).postPublished(deciding.now()));
                to(deciding, post, PublishStep.PERMALINK, done.progress());
            }
            case PERMALINK -> published(deciding, post, done.progress());
            case CLEAN_UP -> gone(deciding, post);
        }
        goOn(deciding);
    }

    private static void planned(Deciding deciding, PostInHand post, PostProgress progress) {
        Optional<Planner.Hold> hold = Planner.hold(desk(deciding), post.post(), deciding.now());
        if (hold.isPresent()) {
            PostInHand asking = post.next(PublishStep.QUOTA, Optional.empty(), progress);
            held(deciding, asking.held(hold.get().until(), hold.get().why()));
        } else {
            create(deciding, post, progress);
        }
    }

    /** Of a carousel first each item, then the whole. */
    private static void create(Deciding deciding, PostInHand post, PostProgress progress) {
        boolean many = post.post().kind() == PostKind.CAROUSEL;
        Optional<Integer> missing =
                progress.media().stream()
                        .filter(one -> many && one.container().isEmpty())
                        .filter(one -> one.item() < post.post().items().size())
                        .map(one -> one.item())
                        .findFirst();
        if (progress.container().isPresent()) {
            to(deciding, post, PublishStep.POLL, progress);
        } else if (missing.isPresent()) {
            deciding.desk(desk(deciding).with(post.next(PublishStep.CREATE, missing, progress)));
        } else if (many && post.at().step() == PublishStep.CREATE) {
            to(deciding, post, PublishStep.POLL, progress);
        } else {
            to(deciding, post, PublishStep.CREATE, progress);
        }
    }

    private static void polled(Deciding deciding, PostInHand post, Delivery.Stepped done) {
        switch (done.status()
                .orElseThrow(() -> new IllegalStateException("a poll tells how far"))) {
            case FINISHED -> {
                if (done.progress().container().isPresent()) {
                    to(deciding, post, PublishStep.PUBLISH, done.progress());
                } else {
                    to(deciding, post, PublishStep.CREATE, done.progress());
                }
            }
            // Whatever was thought of it: it is out.
            case PUBLISHED -> to(deciding, post, PublishStep.PUBLISH, done.progress());
            case IN_PROGRESS -> {
                Optional<Instant> again = Pauses.poll(post, deciding.now());
                if (again.isPresent()) {
                    held(deciding, post.polled(done.progress(), deciding.now(), again.get()));
                } else {
                    PublishingTrouble.anew(deciding, post, "Instagram did not finish it in time");
                }
            }
            case EXPIRED -> PublishingTrouble.anew(deciding, post, "its container expired");
            case ERROR -> PublishingTrouble.anew(deciding, post, "Instagram could not process it");
        }
    }

    static void held(Deciding deciding, PostInHand post) {
        deciding.desk(desk(deciding).with(post));
        deciding.because(
                "%s: waits until %s (%s)"
                        .formatted(
                                post.account(),
                                post.at().until().map(Instant::toString).orElse("?"),
                                post.at().why().orElse("")));
    }

    private static void to(
            Deciding deciding, PostInHand post, PublishStep step, PostProgress progress) {
        deciding.desk(desk(deciding).with(post.next(step, Optional.empty(), progress)));
    }

    static void published(Deciding deciding, PostInHand post, PostProgress progress) {
        String where =
                progress.permalink().or(() -> progress.published().map("as "::concat)).orElse("");
        outcome(deciding, post, OutcomeKind.REPLIED, "published " + where);
        deciding.desk(
                desk(deciding)
                        .with(
                                post.next(PublishStep.CLEAN_UP, Optional.empty(), progress)
                                        .tidying()));
    }

    static void gone(Deciding deciding, PostInHand post) {
        deciding.desk(desk(deciding).without(post.turn()));
    }

    static void outcome(Deciding deciding, PostInHand post, OutcomeKind kind, String why) {
        deciding.outcome(post.order(), post.account(), kind, why, Optional.of(post.turn()));
        deciding.because(post.account() + ": " + why);
    }

    private static String named(PostInHand post) {
        String step = post.at().step().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return step + post.at().item().map(one -> " " + (one + 1)).orElse("");
    }

    static Desk desk(Deciding deciding) {
        return deciding.desk().orElse(Desk.EMPTY);
    }
}
