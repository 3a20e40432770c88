package dev.carrier.responder.publishing;

import dev.carrier.contracts.ContainerStatus;
import dev.carrier.contracts.PostMedia;
import dev.carrier.contracts.PostProgress;
import dev.carrier.contracts.PublishingQuota;
import dev.carrier.contracts.Remedy;
import dev.carrier.contracts.Response;
import dev.carrier.instagram.ContainerState;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.PublishingLimit;
import dev.carrier.instagram.error.GraphError;
import dev.carrier.instagram.error.GraphProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps that Instagram takes part in. Thread-safe. */
final class Containers {
    private final ContainerLedger ledger;

    Containers(ContainerLedger ledger) {
        this.ledger = ledger;
    }

    Outcome quota(Response.Publish step, GraphClient client) {
        PublishingLimit limit = client.publishing().limit(account(step));
        return new Outcome.Done(
                step.progress(),
                Optional.empty(),
                Optional.of(
                        new PublishingQuota(limit.used(), limit.total(), limit.span().toSeconds())),
                false);
    }

    Outcome create(Response.Publish step, GraphClient client) {
        Optional<String> made = ledger.made(step.id());
        if (made.isPresent()) {
            return Outcome.found(with(step, made.get()));
        }
        String container = client.publishing().create(account(step), Forms.of(step));
        ledger.making(step.id(), container);
        return Outcome.done(with(step, container));
    }

    private static PostProgress with(Response.Publish step, String container) {
        PostProgress progress = step.progress();
        if (step.item().isEmpty()) {
            return progress.container(Optional.of(container));
        }
        int item = step.item().get();
        List<PostMedia> media = new ArrayList<>(progress.media());
        media.replaceAll(one -> one.item() == item ? one.in(Optional.of(container)) : one);
        return progress.media(media);
    }

    /** The whole, once there is one; else each of its items. The one that is least far counts. */
    Outcome poll(Response.Publish step, GraphClient client) {
        List<String> wanted =
                step.progress()
                        .container()
                        .map(List::of)
                        .orElseGet(() ->
                                step.progress().media().stream()
                                        .flatMap(one -> one.container().stream())
                                        .toList());
        ContainerStatus far = ContainerStatus.FINISHED;
        for (String container : wanted) {
            ContainerState state = client.publishing().state(container);
            ContainerStatus status = status(state);
            Optional<Outcome> spoilt = spoilt(state, status);
            if (spoilt.isPresent()) {
                return spoilt.get();
            }
            if (status == ContainerStatus.IN_PROGRESS) {
                far = status;
            } else if (status == ContainerStatus.PUBLISHED && wanted.size() == 1) {
                far = status;
            }
        }
        return Outcome.far(step.progress(), far);
    }

    /** A container is published once: whether it is, it tells itself. */
    Outcome publish(Response.Publish step, GraphClient client) {
        String container =
                step.progress()
                        .container()
                        .orElseThrow(() -> new IllegalStateException("nothing to publish"));
        ContainerState before = client.publishing().state(container);
        ContainerStatus status = status(before);
        Optional<Outcome> spoilt = spoilt(before, status);
        if (spoilt.isPresent()) {
            return spoilt.get();
        }
        return switch (status) {
            case PUBLISHED -> published(step, client);
            case IN_PROGRESS -> Outcome.failed(Remedy.WAIT, "Instagram still works on it");
            default -> out(step, client, container);
        };
    }

    private static Outcome out(Response.Publish step, GraphClient client, String container) {
        try {
            String media = client.publishing().publish(account(step), container);
            return Outcome.done(step.progress().published(media));
        } catch (GraphProblem problem) {
            if (problem.error().refused()) {
                throw problem;
            }
            // It may be out all the same.
            ContainerState after = client.publishing().state(container);
            if (status(after) == ContainerStatus.PUBLISHED) {
                return published(step, client);
            }
            throw problem;
        }
    }

    private static Outcome published(Response.Publish step, GraphClient client) {
        return Outcome.found(
                Feed.find(step, client).map(step.progress()::published).orElseGet(step::progress));
    }

    Outcome permalink(Response.Publish step, GraphClient client) {
        Optional<String> media = step.progress().published();
        if (media.isEmpty()) {
            return Outcome.done(step.progress());
        }
        return Outcome.done(
                client.publishing()
                        .address(media.get())
                        .permalink()
                        .map(step.progress()::permalink)
                        .orElseGet(step::progress));
    }

    /** What will not become anything any more, and what helps. */
    private static Optional<Outcome> spoilt(ContainerState state, ContainerStatus status) {
        return switch (status) {
            case ERROR -> {
                Optional<GraphError> why = state.error();
                boolean hopeless =
                        why.map(GraphError::remedy).filter(Remedy.DEAD_LETTER::equals).isPresent();
                yield Optional.of(
                        Outcome.failed(
                                hopeless ? Remedy.DEAD_LETTER : Remedy.NEW_CONTAINER,
                                why.map(GraphError::sentence)
                                        .orElse("Instagram could not process it")));
            }
            case EXPIRED ->
                    Optional.of(
                            Outcome.failed(
                                    Remedy.NEW_CONTAINER,
                                    "its container expired: it was not published within a day"));
            case IN_PROGRESS, FINISHED, PUBLISHED -> Optional.empty();
        };
    }

    private static ContainerStatus status(ContainerState state) {
        try {
            return ContainerStatus.valueOf(state.code());
        } catch (IllegalArgumentException unknown) {
            // Something new: it is looked at again, until that took too long.
            return ContainerStatus.IN_PROGRESS;
        }
    }

    static String account(Response.Publish step) {
        return step.in().channel();
    }
}
