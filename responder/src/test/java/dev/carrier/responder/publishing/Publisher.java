package dev.carrier.responder.publishing;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.ContainerStatus;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostItem;
import dev.carrier.contracts.PostKind;
import dev.carrier.contracts.PostProgress;
import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.pace.Pace;
import dev.carrier.responder.media.MediaHost;
import dev.carrier.responder.media.prepare.Preparation;
import dev.carrier.responder.media.web.FolderHost;
import dev.carrier.responder.media.web.PublicUrls;
import dev.carrier.runtime.dispatch.Leash;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.InstagramClient.NewAccount;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Publishes step by step on the sandbox, as the processor asks for it; a step can be taken again,
 * as by a responder after a crash.
 */
final class Publisher implements AutoCloseable {
    private static final AccountId ADA = new AccountId("ada");
    private static final Leash OURS =
            new Leash() {
                @Override
                public boolean inherited() {
                    return false;
                }

                @Override
                public boolean ours() {
                    return true;
                }

                @Override
                public Instant heldSince() {
                    return Instant.now();
                }

                @Override
                public Duration left() {
                    return Duration.ofMinutes(2);
                }
            };

    final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    final SandboxClient client = new SandboxClient(sandbox.base());
    final NewAccount account = instagram().account("ada.keeps.bees");
    private final Map<ResponseId, String> made = new ConcurrentHashMap<>();
    private final Path outbox;
    private final PublishingSteps steps;
    private int number;

    Publisher(Path folder) {
        outbox = folder.resolve("outbox");
        var there = client.media().host();
        MediaHost host =
                new FolderHost(there.folder(), new PublicUrls(there.url(), Duration.ofSeconds(30)));
        var preparation = new Preparation(folder.resolve("work"));
        var graph =
                new GraphClient(
                        sandbox.instagramApi(),
                        "v26.0",
                        account::token,
                        Pace.NONE,
                        GraphClient.http());
        steps =
                new PublishingSteps(
                        id -> Optional.of(graph).filter(_ -> id.equals(ADA)),
                        new PostFiles(
                                outbox,
                                (file, shown, use) -> preparation.prepare(file, shown, use, false),
                                Optional.of(host)),
                        ledger(),
                        Clock.systemUTC());
    }

    InstagramClient instagram() {
        return client.instagram();
    }

    /** Nobody remembers which containers were made. */
    void losesTheLedger() {
        made.clear();
    }

    private ContainerLedger ledger() {
        return new ContainerLedger() {
            @Override
            public Optional<String> made(ResponseId step) {
                return Optional.ofNullable(made.get(step));
            }

            @Override
            public void making(ResponseId step, String container) {
                made.put(step, container);
            }
        };
    }

    /** An order of so many pictures of this size. */
    Post pictures(PostKind kind, int many, int width, int height) throws IOException {
        Files.createDirectories(outbox);
        List<PostItem> items = new ArrayList<>();
        for (int item = 0; item < many; item++) {
            String name = "picture-" + number + "-" + item + ".png";
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            image.setRGB(item, number % height, 0xFFCC00);
            ImageIO.write(image, "png", outbox.resolve(name).toFile());
            items.add(new PostItem(name, name, Optional.of("a picture")));
        }
        number += 1;
        return new Post(
                kind,
                items,
                Optional.of("Number " + number),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty());
    }

    Response.Publish step(
            Post post, PublishStep step, Optional<Integer> item, PostProgress progress) {
        number += 1;
        return new Response.Publish(
                new ResponseId("r-" + number),
                new TurnId("t-1"),
                new Place(
                        Place.instagramPublishing(account.id()),
                        "instagram",
                        PlaceKind.PUBLISHING,
                        account.id(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(account.id()),
                        Optional.of(account.username()),
                        Optional.empty(),
                        Optional.empty()),
                ADA,
                step,
                item,
                post,
                progress,
                Instant.now(),
                Instant.now().plusSeconds(900));
    }

    Delivery take(Response.Publish step) throws InterruptedException {
        return steps.take(step, OURS);
    }

    /** The step, which must succeed. */
    PostProgress done(Response.Publish step) throws InterruptedException {
        return stepped(step).progress();
    }

    Delivery.Stepped stepped(Response.Publish step) throws InterruptedException {
        return switch (take(step)) {
            case Delivery.Stepped stepped -> stepped;
            case Delivery.StepFailed failed ->
                    throw new AssertionError(step.step() + ": " + failed.reason());
            case Delivery other -> throw new AssertionError(other);
        };
    }

    Delivery.StepFailed fails(Response.Publish step) throws InterruptedException {
        return switch (take(step)) {
            case Delivery.StepFailed failed -> failed;
            case Delivery other -> throw new AssertionError(other);
        };
    }

    /** All steps up to one, each taken {@code times} times. */
    PostProgress upTo(PublishStep last, Post post, int times) throws InterruptedException {
        PostProgress progress = PostProgress.NONE;
        for (PublishStep step : PublishStep.values()) {
            if (step == PublishStep.CREATE && post.kind() == PostKind.CAROUSEL) {
                for (int item : IntStream.range(0, post.items().size()).toArray()) {
                    progress = taken(step(post, step, Optional.of(item), progress), times);
                }
                finished(post, progress);
            }
            progress =
                    step == PublishStep.POLL
                            ? finished(post, progress)
                            : taken(step(post, step, Optional.empty(), progress), times);
            if (step == last) {
                break;
            }
        }
        return progress;
    }

    private PostProgress taken(Response.Publish step, int times) throws InterruptedException {
        PostProgress progress = step.progress();
        for (int time = 0; time < times; time++) {
            progress = done(step);
        }
        return progress;
    }

    /** Looks until the containers are finished. */
    PostProgress finished(Post post, PostProgress progress) throws InterruptedException {
        ContainerStatus status = ContainerStatus.IN_PROGRESS;
        while (status == ContainerStatus.IN_PROGRESS) {
            status =
                    stepped(step(post, PublishStep.POLL, Optional.empty(), progress))
                            .status()
                            .orElseThrow();
        }
        return progress;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
