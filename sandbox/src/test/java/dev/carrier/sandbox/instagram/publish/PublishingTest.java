package dev.carrier.sandbox.instagram.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.instagram.publish.Studio.Publisher;
import dev.carrier.sandbox.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a container to a post, over the Graph API. */
class PublishingTest {
    private static Studio studio;
    private static int accounts;

    private Publisher ada;

    @BeforeAll
    static void open() {
        studio = new Studio();
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    @BeforeEach
    void aNewAccount() {
        ada = studio.publisher("ada" + ++accounts);
        studio.instagram.set("imageProcessing", Duration.ZERO);
        studio.instagram.set("postsPerDay", 50);
        studio.instagram.set("containersPerDay", 400);
    }

    private String finished(Map<String, String> parameters) throws Exception {
        var made = ada.api().create(parameters);
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        var id = made.text("id");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ada.api().status(id)).isEqualTo("FINISHED"));
        return id;
    }

    @Test
    void anImageIsProcessedPublishedAndHasAPermalink() throws Exception {
        studio.instagram.set("imageProcessing", Duration.ofMinutes(1));
        var parameters = new HashMap<>(studio.picture("Hello"));
        parameters.put("is_ai_generated", "true");
        parameters.put("alt_text", "black");
        var container = ada.api().create(parameters).text("id");
        assertThat(ada.api().status(container)).isEqualTo("IN_PROGRESS");
        var early = ada.api().publish(container);
        assertThat(early.code()).isEqualTo(9007);
        assertThat(early.subcode()).isEqualTo(2207027);

        studio.instagram.advance(Duration.ofMinutes(1));
        assertThat(ada.api().status(container)).isEqualTo("FINISHED");
        var media = ada.api().publish(container).text("id");
        assertThat(media).isNotEmpty().isNotEqualTo(container);
        assertThat(ada.api().status(container)).isEqualTo("PUBLISHED");
        var seen = ada.api().get(media + "?fields=permalink,shortcode,caption,media_type,alt_text");
        assertThat(seen.text("permalink")).endsWith("/p/" + seen.text("shortcode") + "/");
        assertThat(seen.text("caption")).isEqualTo("Hello");
        assertThat(seen.text("alt_text")).isEqualTo("black");
        assertThat(studio.instagram.containers().of(ada.id()).getFirst().media()).contains(media);
        assertThat(studio.instagram.feed(ada.id())).hasSize(1);
    }

    @Test
    void whatIsUploadedByFtpBecomesAPost() throws Exception {
        var bytes = Pictures.jpeg(500, 500);
        var ftp = new FTPClient();
        ftp.connect("127.0.0.1", studio.host.plain());
        ftp.login(studio.host.user(), studio.host.password());
        ftp.enterLocalPassiveMode();
        ftp.setFileType(FTP.BINARY_FILE_TYPE);
        assertThat(ftp.storeFile("uploaded.jpg", new ByteArrayInputStream(bytes))).isTrue();
        ftp.disconnect();

        var url = studio.host.url().resolve("uploaded.jpg").toString();
        ada.api().publish(finished(Map.of("image_url", url, "caption", "uploaded")));
        assertThat(studio.instagram.feed(ada.id()).getFirst().caption()).isEqualTo("uploaded");
    }

    @Test
    void aContainerIsPublishedOnceHoweverOftenItIsAsked() throws Exception {
        var container = finished(studio.picture("once"));
        Callable<Api.Answer> publish = () -> ada.api().publish(container);
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = many.invokeAll(IntStream.range(0, 8).mapToObj(_ -> publish).toList());
            assertThat(answers)
                    .extracting(it -> it.get().status())
                    .containsOnlyOnce(200)
                    .contains(400);
        }
        var again = ada.api().publish(container);
        assertThat(again.code()).isEqualTo(24);
        assertThat(again.subcode()).isEqualTo(2207008);
        assertThat(ada.api().status(container)).isEqualTo("PUBLISHED");
        assertThat(studio.instagram.feed(ada.id())).hasSize(1);
    }

    @Test
    void whoeverLosesTheAnswerFindsItPublishedOnce() throws Exception {
        var container = finished(studio.picture("unknown"));
        studio.client.orders().at("instagram.graph").path("/media_publish$").dropAfter();
        assertThatThrownBy(() -> ada.api().publish(container)).isInstanceOf(IOException.class);
        assertThat(ada.api().status(container)).isEqualTo("PUBLISHED");
        assertThat(studio.instagram.feed(ada.id())).hasSize(1);
    }

    @Test
    void whatIsPublishedStaysWhenItsFileIsGone() throws Exception {
        var bytes = Pictures.jpeg(320, 320);
        var container = finished(Map.of("image_url", studio.file("gone.jpg", bytes)));
        Files.delete(studio.host.folder().resolve("gone.jpg"));
        var media = ada.api().publish(container).text("id");
        var url = URI.create(ada.api().get(media + "?fields=media_url").text("media_url"));
        try (var open = url.toURL().openStream()) {
            assertThat(open.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void aCarouselOfImagesAndAVideoCountsOnce() throws Exception {
        var one = finished(Map.of("image_url", studio.image(), "is_carousel_item", "true"));
        var film = studio.file("item.mp4", Film.good().bytes());
        var two =
                finished(
                        Map.of(
                                "media_type",
                                "VIDEO",
                                "video_url",
                                film,
                                "is_carousel_item",
                                "true"));
        assertThat(ada.api().publish(one).code()).isEqualTo(100);
        var parent =
                finished(
                        Map.of(
                                "media_type",
                                "CAROUSEL",
                                "children",
                                one + "," + two,
                                "caption",
                                "Two"));
        var media = ada.api().publish(parent).text("id");
        var seen = ada.api().get(media + "?fields=media_type,children%7Bmedia_type%7D");
        assertThat(seen.text("media_type")).isEqualTo("CAROUSEL_ALBUM");
        assertThat(seen.body().path("children").path("data"))
                .extracting(it -> Json.text(it, "media_type", ""))
                .containsExactly("IMAGE", "VIDEO");
        var limit = ada.api().get(ada.id() + "/content_publishing_limit?fields=quota_usage,config");
        var data = limit.body().path("data").path(0);
        assertThat(Json.number(data, "quota_usage")).hasValue(1);
        assertThat(Json.number(data.path("config"), "quota_total")).hasValue(50);
        assertThat(Json.number(data.path("config"), "quota_duration")).hasValue(86_400);
    }

    @Test
    void aCarouselTakesOnlyItemsThatAreFinished() throws Exception {
        var item = finished(Map.of("image_url", studio.image(), "is_carousel_item", "true"));
        var post = finished(studio.picture("a post of its own"));
        assertThat(carousel(item, post).code()).isEqualTo(100);
        assertThat(carousel(item, "1234").code()).isEqualTo(100);
        studio.instagram.set("imageProcessing", Duration.ofMinutes(1));
        var slow =
                ada.api()
                        .create(Map.of("image_url", studio.image(), "is_carousel_item", "true"))
                        .text("id");
        assertThat(carousel(item, slow).subcode()).isEqualTo(2207027);
    }

    private Api.Answer carousel(String... children) throws Exception {
        return ada.api()
                .create(Map.of("media_type", "CAROUSEL", "children", String.join(",", children)));
    }

    @Test
    void reelsAndStoriesArePublished() throws Exception {
        var film = studio.file("reel.mp4", Film.good().bytes());
        var cover = studio.file("cover.jpg", Pictures.jpeg(90, 160));
        var reel = finished(Map.of("media_type", "REELS", "video_url", film, "cover_url", cover));
        var story = finished(Map.of("media_type", "STORIES", "image_url", cover));
        var moving = finished(Map.of("media_type", "STORIES", "video_url", film));
        for (var container : new String[] {reel, story, moving}) {
            assertThat(ada.api().publish(container).status()).isEqualTo(200);
        }
        assertThat(studio.instagram.feed(ada.id()))
                .extracting("product")
                .containsExactlyInAnyOrder("REELS", "STORY", "STORY");
    }

    @Test
    void whatIsNotPublishedWithinADayExpires() throws Exception {
        var container = finished(studio.picture("late"));
        studio.instagram.advance(Duration.ofHours(24));
        assertThat(ada.api().status(container)).isEqualTo("EXPIRED");
        var refused = ada.api().publish(container);
        assertThat(refused.code()).isEqualTo(-2);
        assertThat(refused.subcode()).isEqualTo(2207020);
    }

    @Test
    void theQuotaIsCountedWhenPublishedAndFreeAgainAfterADay() throws Exception {
        studio.instagram.set("postsPerDay", 1);
        ada.api().publish(finished(studio.picture("first")));
        var second = finished(studio.picture("second"));
        var refused = ada.api().publish(second);
        assertThat(refused.code()).isEqualTo(9);
        assertThat(refused.subcode()).isEqualTo(2207042);
        assertThat(ada.api().status(second)).isEqualTo("FINISHED");
        studio.instagram.advance(Duration.ofHours(24));
        assertThat(ada.api().publish(finished(studio.picture("third"))).status()).isEqualTo(200);
    }

    @Test
    void anAccountMakesOnlySoManyContainersADay() throws Exception {
        studio.instagram.set("containersPerDay", 2);
        finished(studio.picture("1"));
        finished(studio.picture("2"));
        assertThat(ada.api().create(studio.picture("3")).subcode()).isEqualTo(2207042);
        studio.instagram.advance(Duration.ofHours(24));
        assertThat(ada.api().create(studio.picture("3")).status()).isEqualTo(200);
    }

    @Test
    void nobodyPublishesTheContainersOfAnother() throws Exception {
        var container = finished(studio.picture("mine"));
        var eve = studio.publisher("eve" + accounts);
        assertThat(eve.api().publish(container).subcode()).isEqualTo(2207008);
        assertThat(eve.api().get(container + "?fields=status_code").subcode()).isEqualTo(33);
    }

    @Test
    void containersEndAsTheyAreOrderedTo() throws Exception {
        var orders = studio.client.orders();
        orders.at("instagram.container").method("IMAGE").becomesError(2207082);
        orders.at("instagram.container").contains("gone").becomesExpired();
        var failed = ada.api().create(studio.picture("fails")).text("id");
        var gone = ada.api().create(studio.picture("gone")).text("id");
        var answer = ada.api().get(failed + "?fields=status_code,status");
        assertThat(answer.text("status_code")).isEqualTo("ERROR");
        assertThat(answer.text("status")).contains("2207082");
        assertThat(ada.api().status(gone)).isEqualTo("EXPIRED");

        var third = finished(studio.picture("third"));
        studio.instagram.containers().fails(third, 2207053);
        assertThat(ada.api().get(third + "?fields=status").text("status")).contains("2207053");
    }
}
