package dev.carrier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Json;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.SeenComment;
import dev.carrier.sandbox.SeenDm;
import dev.carrier.sandbox.SeenPost;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types, what is printed, and what stands on Instagram afterwards. */
class InstagramCommandIT {
    @TempDir static Path data;
    @TempDir static Path pictures;
    private static OnInstagram world;
    private static InstagramClient instagram;
    private static String ada;
    private static String media;

    @BeforeAll
    static void aWorld() throws Exception {
        world = new OnInstagram(data);
        instagram = world.instagram();
        ada = world.ada().id();
        media = instagram.feed(ada).getFirst().id();
    }

    @AfterAll
    static void itEnds() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void aPictureIsPublishedAndEachStepIsALine() throws Exception {
        String file = OnInstagram.picture(pictures, "bees.png", Color.ORANGE);

        Typed seen = world.types("post", file, "--caption", "Up before me.", "--alt", "A hive.");

        assertThat(seen.code()).as(seen.toString()).isZero();
        SeenPost post = instagram.feed(ada).getFirst();
        assertThat(seen.out().lines()).allMatch(line -> line.startsWith("sandbox: "));
        assertThat(seen.out())
                .containsSubsequence(
                        "order ",
                        "prepare ",
                        "image/jpeg 1080 x 1080",
                        "upload ",
                        "MB",
                        "verify ",
                        "container ",
                        "poll ",
                        "publish ",
                        "permalink ",
                        "done ",
                        post.permalink());
        assertThat(post.caption()).isEqualTo("Up before me.");
        assertThat(post.altText()).contains("A hive.");
        assertThat(post.aiGenerated()).isTrue();
    }

    @Test
    void severalPicturesAreACarousel() throws Exception {
        String one = OnInstagram.picture(pictures, "one.jpg", Color.BLUE);
        String two = OnInstagram.picture(pictures, "two.jpg", Color.GREEN);

        Typed seen = world.types("carousel", one, two, "--caption", "Two hives.", "--no-ai-label");

        assertThat(seen.code()).as(seen.toString()).isZero();
        assertThat(seen.out()).contains("container  1 of 2 made", "container  2 of 2 made");
        SeenPost post =
                instagram.feed(ada).stream()
                        .filter(it -> it.caption().equals("Two hives."))
                        .findFirst()
                        .orElseThrow();
        assertThat(post.children()).hasSize(2);
        assertThat(post.aiGenerated()).isFalse();
    }

    @Test
    void whatIsForLaterIsInTheQueueWithItsTime() throws Exception {
        String file = OnInstagram.picture(pictures, "later.jpg", Color.PINK);

        Typed seen = world.types("post", file, "--at", "+3h");

        assertThat(seen.code()).as(seen.toString()).isZero();
        assertThat(seen.out()).contains("not before", "./carrier instagram status");
        Typed status = world.types("status");
        assertThat(status.out())
                .contains("is @" + world.ada().username(), "image later.jpg", "ordered for then")
                .contains(", listens", "comments", "messages");
    }

    @Test
    void commentsAreShownWithTheirIdsAndHiddenOnesSaySo() {
        String bo = instagram.person("bo.reads");
        String comment = instagram.comment(bo, media, "How many hives are there?");

        Typed seen = world.types("comments", media);
        Typed hidden = world.types("hide", comment);

        assertThat(seen.code()).as(seen.toString()).isZero();
        assertThat(seen.out())
                .contains("sandbox: " + media + "  First light over Lantern Yard.")
                .contains("sandbox:   " + comment + "  bo.reads: How many hives are there?");
        assertThat(hidden.code()).as(hidden.toString()).isZero();
        assertThat(hidden.out()).contains("done       ordered: hide");
        assertThat(below(comment).hidden()).isTrue();
    }

    @Test
    void aCommentIsAnsweredForEverybodyOrForItsAuthorAlone() {
        String cy = instagram.person("cy.asks");
        String comment = instagram.comment(cy, media, "What does the honey cost?");

        Typed open = world.types("reply", comment, "It is in the list below.");
        Typed quiet = world.types("reply", comment, "Seven a jar.", "--privately");

        assertThat(open.code()).as(open.toString()).isZero();
        assertThat(quiet.code()).as(quiet.toString()).isZero();
        assertThat(instagram.comments(media))
                .filteredOn(it -> it.text().equals("It is in the list below."))
                .singleElement()
                .extracting(it -> it.parent().orElse(""))
                .isEqualTo(comment);
        assertThat(instagram.thread(ada, cy)).extracting(SeenDm::text).contains("Seven a jar.");
        assertThat(instagram.comments(media))
                .extracting(SeenComment::text)
                .doesNotContain("Seven a jar.");
    }

    @Test
    void aMessageGoesToWhoHasWrittenAndToNobodyElse() {
        String di = world.acquainted("di.writes");
        String stranger = instagram.person("stranger");

        Typed sent = world.types("dm", "@di.writes", "By the way: market day is Saturday.");
        Typed refused = world.types("dm", stranger, "Buy honey!");
        Typed nobody = world.types("dm", "@who.is.this", "Hello?");

        assertThat(sent.code()).as(sent.toString()).isZero();
        assertThat(instagram.thread(ada, di))
                .extracting(SeenDm::text)
                .contains("By the way: market day is Saturday.");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("has not written within 24 hours");
        assertThat(instagram.thread(ada, stranger)).isEmpty();
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("no conversation with @who.is.this");
    }

    @Test
    void aMessageMayBeAFile() throws Exception {
        String cy = world.acquainted("cy.looks");
        Path plan = Files.writeString(pictures.resolve("plan.pdf"), "%PDF-1.4");

        Typed sent = world.types("dm", "@cy.looks", "--file", plan.toString());

        assertThat(sent.code()).as(sent.toString()).isZero();
        assertThat(instagram.thread(ada, cy))
                .filteredOn(one -> one.via().equals("api") && one.text().isEmpty())
                .singleElement()
                .satisfies(one -> assertThat(one.files()).hasSize(1));
    }

    @Test
    void limitsAndTokenAreToldForPeopleAndForPrograms() {
        Typed limits = world.types("limits");
        Typed json = world.types("limits", "--json");
        Typed token = world.types("token");

        assertThat(limits.out()).containsPattern("ada-ig: \\d+ of \\d+ posts published within");
        assertThat(limits.out()).containsPattern("containers  \\d+ of 400");
        var fields = Json.mapper().readTree(json.out());
        assertThat(fields.path("account").asString("")).isEqualTo("ada-ig");
        assertThat(fields.path("postsTotal").asInt()).isPositive();
        assertThat(fields.path("sandbox").asBoolean()).isTrue();
        assertThat(token.code()).as(token.toString()).isZero();
        assertThat(token.out()).contains("accepted as @" + world.ada().username(), "since ");
    }

    @Test
    void whatInstagramRefusesIsOneSentence() {
        Typed seen = world.types("reply", "17900000000000000", "Hello?");

        assertThat(seen.code()).isEqualTo(1);
        assertThat(seen.err()).startsWith("carrier: ").hasLineCount(1);
        Typed misspelt = world.types("limits", "--account", "ada");
        assertThat(misspelt.code()).isEqualTo(2);
        assertThat(misspelt.err()).contains("there is ada-ig");
    }

    @Test
    void whereNothingRunsASandboxStartsForTheCommand(@TempDir Path nowhere) {
        // The characters are beside it, and it names no account.
        String config = "../carrier.yaml.example";

        Typed seen =
                Typed.carrier(
                        "instagram", "comments", "--config", config, "--data", nowhere.toString());

        assertThat(seen.code()).as(seen.toString()).isZero();
        assertThat(seen.out().lines())
                .first()
                .asString()
                .startsWith("sandbox: no account is set and no ./carrier up runs on " + nowhere);
        assertThat(seen.out()).contains("First light over Lantern Yard.");
    }

    private static SeenComment below(String comment) {
        return await().atMost(OnInstagram.PATIENCE)
                .until(
                        () ->
                                instagram.comments(media).stream()
                                        .filter(it -> it.id().equals(comment))
                                        .findFirst()
                                        .orElseThrow(),
                        it -> it.hidden());
    }
}
