package dev.carrier.pipeline.state;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.Remedy;
import java.time.Instant;
import java.util.Optional;

/**
 * What is done when a step of publishing is not: what helps is tried, as often as it makes sense.
 */
final class PublishingTrouble {
    private PublishingTrouble() {}

    static void failed(Deciding deciding, Delivery.StepFailed failed) {
        Optional<PostInHand> awaiting = Publishing.desk(deciding).awaiting(failed.response());
        if (awaiting.isEmpty()) {
            deciding.because(failed.account() + ": delivery noted");
            return;
        }
        deciding.alarms().cancel(Alarm.STEP);
        PostInHand post = awaiting.get();
        if (post.ended()) {
            tidied(deciding, post, failed);
        } else if (post.at().step() == PublishStep.PERMALINK) {
            addressless(deciding, post, failed);
        } else {
            remedied(deciding, post, failed);
        }
        Publishing.goOn(deciding);
    }

    /** It is out, and nothing about its address makes that untrue, whatever the reason. */
    private static void addressless(
            Deciding deciding, PostInHand post, Delivery.StepFailed failed) {
        if (post.at().tries() >= 2) {
            Publishing.published(deciding, post, post.progress());
        } else {
            Instant again = Pauses.again(post.at().tries(), deciding.now());
            Publishing.held(deciding, post.again(again, failed.reason()));
        }
    }

    private static void remedied(Deciding deciding, PostInHand post, Delivery.StepFailed failed) {
        Instant now = deciding.now();
        switch (failed.remedy()) {
            case AGAIN, REFRESH_TOKEN -> {
                if (post.at().tries() + 1 >= Pauses.MOST_TRIES) {
                    end(deciding, post, failed.reason());
                } else {
                    Publishing.held(
                            deciding,
                            post.again(
                                    failed.retryAt()
                                            .orElseGet(() -> Pauses.again(post.at().tries(), now)),
                                    failed.reason()));
                }
            }
            case WAIT -> {
                Instant until = failed.retryAt().orElse(now.plus(Pauses.WAIT));
                if (now.isAfter(post.orderedAt().plus(Pauses.LONGEST))) {
                    end(deciding, post, failed.reason());
                } else if (post.at().step() == PublishStep.PUBLISH) {
                    // It may not be ready, or the quota may be used up by others: both are asked.
                    PostInHand asking =
                            post.next(PublishStep.POLL, Optional.empty(), post.progress());
                    Publishing.held(deciding, asking.held(until, failed.reason()));
                } else {
                    Publishing.held(deciding, post.held(until, failed.reason()));
                }
            }
            case NEW_CONTAINER -> anew(deciding, post, failed.reason());
            case STOP_ACCOUNT, DEAD_LETTER -> end(deciding, post, failed.reason());
        }
    }

    /** Of the step no word came: it is asked for again, and looks first what was done. */
    static void noWord(Deciding deciding) {
        Publishing.desk(deciding)
                .busy()
                .ifPresent(post ->
                        failed(
                                deciding,
                                new Delivery.StepFailed(
                                        post.at().pending().orElseThrow(),
                                        post.turn(),
                                        deciding.id(),
                                        post.account(),
                                        post.at().step(),
                                        post.at().item(),
                                        Remedy.AGAIN,
                                        "no word from the responder",
                                        Optional.empty(),
                                        deciding.now())));
    }

    static void anew(Deciding deciding, PostInHand post, String why) {
        if (post.remade() >= Pauses.MOST_REMADE) {
            end(deciding, post, why);
        } else {
            Publishing.held(
                    deciding, post.remade(Pauses.again(post.remade(), deciding.now()), why));
        }
    }

    private static void end(Deciding deciding, PostInHand post, String why) {
        Publishing.outcome(deciding, post, OutcomeKind.FAILED, "refused: " + why);
        boolean put = post.progress().media().stream().anyMatch(one -> one.url().isPresent());
        if (put) {
            deciding.desk(Publishing.desk(deciding).with(post.tidying()));
        } else {
            Publishing.gone(deciding, post);
        }
    }

    private static void tidied(Deciding deciding, PostInHand post, Delivery.StepFailed failed) {
        if (post.at().tries() + 1 >= Pauses.MOST_TRIES) {
            deciding.because(
                    post.account() + ": files are left where they were put: " + failed.reason());
            Publishing.gone(deciding, post);
        } else {
            Publishing.held(
                    deciding,
                    post.again(Pauses.again(post.at().tries(), deciding.now()), failed.reason()));
        }
    }
}
