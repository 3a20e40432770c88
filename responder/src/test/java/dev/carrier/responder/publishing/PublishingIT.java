package dev.carrier.responder.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Post;
import dev.carrier.contracts.PostKind;
import dev.carrier.contracts.PostProgress;
import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.Remedy;
import dev.carrier.sandbox.SeenContainer;
import dev.carrier.sandbox.SeenPost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps of publishing over Instagram's protocol: what is taken twice is published once. */
class PublishingIT {
    @TempDir Path folder;
    private Publisher publisher;

    @BeforeEach
    void start() {
        publisher = new Publisher(folder);
    }

    @AfterEach
    void stop() {
        publisher.close();
    }

    @Test
    void aPictureIsPublishedWithWhatBelongsToItAndNothingIsLeftBehind() throws Exception {
        Post post = publisher.pictures(PostKind.IMAGE, 1, 1080, 1080);

        PostProgress progress = publisher.upTo(PublishStep.CLEAN_UP, post, 1);

        SeenPost seen = only();
        assertThat(seen.caption()).isEqualTo(post.caption().orElseThrow());
        assertThat(seen.altText()).contains("a picture");
        assertThat(seen.aiGenerated()).isTrue();
        assertThat(progress.permalink()).contains(seen.permalink());
        assertThat(publisher.client.media().files()).isEmpty();
    }

    @Test
    void everyStepOfAPictureTakenTwiceIsTakenOnce() throws Exception {
        Post post = publisher.pictures(PostKind.IMAGE, 1, 1080, 1080);

        publisher.upTo(PublishStep.CLEAN_UP, post, 2);

        only();
        assertThat(publisher.instagram().containers().all()).hasSize(1);
    }

    @Test
    void everyStepOfACarouselTakenTwiceIsTakenOnce() throws Exception {
        Post post = publisher.pictures(PostKind.CAROUSEL, 3, 1080, 1350);

        publisher.upTo(PublishStep.CLEAN_UP, post, 2);

        assertThat(only().children()).hasSize(3);
        assertThat(publisher.instagram().containers().all()).hasSize(4);
        assertThat(publisher.client.media().files()).isEmpty();
    }

    @Test
    void aPostWhoseAnswerWasLostIsFoundAndNotPublishedAgain() throws Exception {
        Post post = publisher.pictures(PostKind.IMAGE, 1, 1080, 1080);
        PostProgress progress = publisher.upTo(PublishStep.POLL, post, 1);
        publisher
                .client
                .orders()
                .at("instagram.graph")
                .method("POST")
                .path("media_publish")
                .times(1)
                .dropAfter();

        var stepped =
                publisher.stepped(
                        publisher.step(post, PublishStep.PUBLISH, Optional.empty(), progress));

        assertThat(stepped.found()).isTrue();
        assertThat(stepped.progress().published()).contains(only().id());
    }

    @Test
    void withoutALedgerOnlyContainersAreMadeTwice() throws Exception {
        Post post = publisher.pictures(PostKind.IMAGE, 1, 1080, 1080);
        PostProgress verified = publisher.upTo(PublishStep.QUOTA, post, 1);
        var create = publisher.step(post, PublishStep.CREATE, Optional.empty(), verified);
        publisher.done(create);
        publisher.losesTheLedger();
        PostProgress created = publisher.done(create);
        publisher.finished(post, created);
        var publish = publisher.step(post, PublishStep.PUBLISH, Optional.empty(), created);
        publisher.done(publish);
        publisher.losesTheLedger();
        publisher.done(publish);

        only();
        assertThat(publisher.instagram().containers().all())
                .extracting(SeenContainer::status)
                .containsExactlyInAnyOrder("FINISHED", "PUBLISHED");
    }

    @Test
    void aSpoiltContainerAsksForANewOne() throws Exception {
        Post post = publisher.pictures(PostKind.IMAGE, 1, 1080, 1080);
        PostProgress progress = publisher.upTo(PublishStep.POLL, post, 1);
        publisher.instagram().containers().expires(progress.container().orElseThrow());

        var failed =
                publisher.fails(
                        publisher.step(post, PublishStep.PUBLISH, Optional.empty(), progress));

        assertThat(failed.remedy()).isEqualTo(Remedy.NEW_CONTAINER);
        assertThat(failed.reason()).contains("expired");
        assertThat(publisher.instagram().feed(publisher.account.id())).isEmpty();
    }

    @Test
    void aContainerThatCannotBeReadForAWhileIsNotGivenUp() throws Exception {
        Post post = publisher.pictures(PostKind.IMAGE, 1, 1080, 1080);
        PostProgress progress = publisher.upTo(PublishStep.POLL, post, 1);
        publisher
                .client
                .orders()
                .at("instagram.graph")
                .method("GET")
                .path(progress.container().orElseThrow())
                .times(1)
                .graphError(100, 33);
        var publish = publisher.step(post, PublishStep.PUBLISH, Optional.empty(), progress);

        assertThat(publisher.fails(publish).remedy()).isEqualTo(Remedy.AGAIN);
        publisher.done(publish);

        only();
    }

    @Test
    void aFileThatInstagramCannotFetchIsTriedAgainAndPublishesNothing() throws Exception {
        Post post = publisher.pictures(PostKind.IMAGE, 1, 1080, 1080);
        PostProgress verified = publisher.upTo(PublishStep.QUOTA, post, 1);
        publisher.client.orders().at("media.fetch").times(1).status(503);
        var create = publisher.step(post, PublishStep.CREATE, Optional.empty(), verified);

        var failed = publisher.fails(create);

        assertThat(failed.remedy()).isEqualTo(Remedy.AGAIN);
        assertThat(failed.reason()).contains("2207052");
        publisher.done(create);
    }

    @Test
    void aUsedUpQuotaIsWaitedFor() throws Exception {
        publisher.instagram().set("postsPerDay", 1);
        publisher.upTo(PublishStep.PUBLISH, publisher.pictures(PostKind.IMAGE, 1, 1080, 1080), 1);
        Post second = publisher.pictures(PostKind.IMAGE, 1, 800, 800);
        PostProgress progress = publisher.upTo(PublishStep.POLL, second, 1);

        var quota =
                publisher.stepped(
                        publisher.step(second, PublishStep.QUOTA, Optional.empty(), progress));
        var failed =
                publisher.fails(
                        publisher.step(second, PublishStep.PUBLISH, Optional.empty(), progress));

        assertThat(quota.quota())
                .hasValueSatisfying(it -> assertThat(it.used()).isEqualTo(it.total()));
        assertThat(failed.remedy()).isEqualTo(Remedy.WAIT);
        assertThat(failed.reason()).contains("9/2207042");
        publisher.instagram().advance(Duration.ofHours(25));
    }

    @Test
    void aPictureOfAWrongShapeIsRefusedBeforeAnythingIsUploaded() throws Exception {
        Post post = publisher.pictures(PostKind.IMAGE, 1, 1200, 300);

        var failed =
                publisher.fails(
                        publisher.step(
                                post, PublishStep.PREPARE, Optional.empty(), PostProgress.NONE));

        assertThat(failed.remedy()).isEqualTo(Remedy.DEAD_LETTER);
        assertThat(failed.reason()).startsWith("picture-0-0.png ");
        assertThat(publisher.client.media().files()).isEmpty();
    }

    @Test
    void aFileThatIsGoneFromTheOutboxIsNamed() throws Exception {
        Post post = publisher.pictures(PostKind.IMAGE, 1, 1080, 1080);
        try (var files = java.nio.file.Files.list(folder.resolve("outbox"))) {
            for (Path file : files.toList()) {
                java.nio.file.Files.delete(file);
            }
        }

        var failed =
                publisher.fails(
                        publisher.step(
                                post, PublishStep.PREPARE, Optional.empty(), PostProgress.NONE));

        assertThat(failed.reason()).contains("picture-0-0.png is not in the outbox any more");
    }

    private SeenPost only() throws IOException {
        assertThat(publisher.instagram().feed(publisher.account.id())).hasSize(1);
        return publisher.instagram().feed(publisher.account.id()).getFirst();
    }
}
