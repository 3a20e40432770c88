package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;

import dev.carrier.contracts.ContainerStatus;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostItem;
import dev.carrier.contracts.PostKind;
import dev.carrier.contracts.PostMedia;
import dev.carrier.contracts.PostProgress;
import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.PublishingQuota;
import dev.carrier.contracts.Remedy;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.pipeline.state.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** An account's publishing under test, and a responder that does what it is told. */
final class Desktop {
    final Talk talk = Talk.in(Places.publishing(), Policies.defaults());
    private final Set<ResponseId> delivered = new HashSet<>();

    EventId order(String name, PostKind kind, int items) {
        Event.PostOrdered order = ordered(name, kind, items);
        talk.give(new Input.Heard(order));
        return order.id();
    }

    EventId orderFor(String name, Instant time) {
        Event.PostOrdered order = ordered(name, PostKind.IMAGE, 1, Optional.of(time));
        talk.give(new Input.Heard(order));
        return order.id();
    }

    Event.PostOrdered ordered(String name, PostKind kind, int items) {
        return ordered(name, kind, items, Optional.empty());
    }

    private Event.PostOrdered ordered(
            String name, PostKind kind, int items, Optional<Instant> notBefore) {
        List<PostItem> files =
                IntStream.range(0, items)
                        .mapToObj(item ->
                                new PostItem("f" + item + ".png", "bees.png", Optional.empty()))
                        .toList();
        return new Event.PostOrdered(
                EventId.of("instagram", name, "ordered", "0"),
                talk.now(),
                Places.publishing(),
                new Post(
                        kind,
                        files,
                        Optional.of("At work."),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        notBefore),
                List.of(new Hearing(ADA, false, new TreeSet<>(), true, true, false)));
    }

    /** The step that waits for its delivery. */
    Response.Publish pending() {
        return open().orElseThrow();
    }

    PublishStep step() {
        return pending().step();
    }

    boolean idle() {
        return open().isEmpty();
    }

    private Optional<Response.Publish> open() {
        return talk.all(Response.Publish.class).stream()
                .filter(one -> !delivered.contains(one.id()))
                .reduce((_, last) -> last);
    }

    /** Does steps until one of this kind is next. */
    void until(PublishStep step) {
        while (step() != step) {
            done();
        }
    }

    /** Does all there is to do; gives what was done. */
    List<String> stepsUntilIdle() {
        List<String> steps = new ArrayList<>();
        while (!idle()) {
            steps.add(step() + pending().item().map(item -> " " + item).orElse(""));
            done();
        }
        return steps;
    }

    private void done() {
        switch (step()) {
            case POLL -> polled(ContainerStatus.FINISHED);
            case QUOTA -> quota(new PublishingQuota(1, 50, 86_400));
            default -> stepped(Optional.empty(), Optional.empty());
        }
    }

    void polled(ContainerStatus status) {
        stepped(Optional.of(status), Optional.empty());
    }

    void quota(PublishingQuota quota) {
        stepped(Optional.empty(), Optional.of(quota));
    }

    private void stepped(Optional<ContainerStatus> status, Optional<PublishingQuota> quota) {
        Response.Publish step = pending();
        delivered.add(step.id());
        talk.give(
                new Input.Delivered(
                        new Delivery.Stepped(
                                step.id(),
                                step.turn(),
                                step.in().conversation(),
                                step.account(),
                                step.step(),
                                step.item(),
                                after(step),
                                status,
                                quota,
                                talk.now(),
                                false)));
    }

    void failed(Remedy remedy, String reason) {
        Response.Publish step = pending();
        delivered.add(step.id());
        talk.give(
                new Input.Delivered(
                        new Delivery.StepFailed(
                                step.id(),
                                step.turn(),
                                step.in().conversation(),
                                step.account(),
                                step.step(),
                                step.item(),
                                remedy,
                                reason,
                                Optional.empty(),
                                talk.now())));
    }

    private static PostProgress after(Response.Publish step) {
        PostProgress before = step.progress();
        return switch (step.step()) {
            case PREPARE ->
                    before.media(
                            IntStream.range(0, step.post().items().size())
                                    .mapToObj(Desktop::prepared)
                                    .toList());
            case UPLOAD ->
                    before.media(
                            before.media().stream()
                                    .map(one -> one.at("https://media.example/" + one.file()))
                                    .toList());
            case CREATE ->
                    step.item()
                            .map(item ->
                                    before.media(
                                            before.media().stream()
                                                    .map(one ->
                                                            one.item() == item
                                                                    ? one.in(
                                                                            Optional.of(
                                                                                    "17" + item))
                                                                    : one)
                                                    .toList()))
                            .orElseGet(() -> before.container(Optional.of("179")));
            case PUBLISH -> before.published("180");
            case PERMALINK -> before.permalink("https://www.instagram.com/p/x/");
            case VERIFY, QUOTA, POLL, CLEAN_UP -> before;
        };
    }

    private static PostMedia prepared(int item) {
        return new PostMedia(
                item,
                "f" + item + ".jpg",
                "image/jpeg",
                1234,
                Optional.of(1080),
                Optional.of(1080),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
