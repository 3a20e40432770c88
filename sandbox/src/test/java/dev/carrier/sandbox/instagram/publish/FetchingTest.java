package dev.carrier.sandbox.instagram.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.instagram.publish.Studio.Publisher;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Instagram makes of the addresses it is given. */
class FetchingTest {
    private static final String META = "facebookexternalhit/1.1";

    private static Studio studio;
    private static Publisher ada;

    @BeforeAll
    static void open() {
        studio = new Studio();
        ada = studio.publisher("ada");
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    @AfterEach
    void allIsWellAgain() {
        studio.client.orders().endAll();
        studio.client.media().robots("User-agent: *\nDisallow:\n");
    }

    private static Api.Answer image(String url) throws Exception {
        return ada.api().create(Map.of("image_url", url));
    }

    private static void notFetched(Api.Answer answer) {
        assertThat(answer.code()).as(answer.toString()).isEqualTo(9004);
        assertThat(answer.subcode()).isEqualTo(2207052);
    }

    @Test
    void itComesWithItsOwnName() throws Exception {
        var before = studio.client.signals().last();
        assertThat(image(studio.image()).status()).isEqualTo(200);
        assertThat(studio.client.signals().after(before, Duration.ofSeconds(5)))
                .filteredOn(it -> it.where().equals("media.web"))
                .extracting("path", "account")
                .contains(tuple("/robots.txt", META), tuple("/media/good.jpg", META));
    }

    @Test
    void whatItCannotHaveIsNotFetched() throws Exception {
        var url = studio.image();
        var none = image(url + ".none");
        notFetched(none);
        assertThat(none.body().path("error").path("error_user_msg").asString())
                .endsWith(url + ".none");
        notFetched(image("http://127.0.0.1:1/a.jpg"));
        var web = studio.client.orders();
        web.at("media.web").account(META).path("good.jpg").status(403);
        notFetched(image(url));
        // More than once: an HTTP client asks again by itself when a connection ends.
        web.at("media.web").path("good.jpg").times(-1).dropBefore();
        notFetched(image(url));
        web.endAll();
        web.at("media.web").path("good.jpg").cutAfter(300);
        notFetched(image(url));
        web.at("media.web").path("good.jpg").altered(200, "Content-Type", "text/html");
        notFetched(image(url));
        studio.client.media().robots("User-agent: facebookexternalhit\nDisallow: /media/\n");
        notFetched(image(url));
    }

    @Test
    void aRedirectIsFollowedToWhateverIsThere() throws Exception {
        var url = studio.image();
        studio.file("viewer.html", "<html>".getBytes(UTF_8));
        var web = studio.client.orders();
        web.at("media.web").path("old.jpg").altered(302, "Location", url);
        assertThat(image(studio.host.url().resolve("old.jpg").toString()).status()).isEqualTo(200);
        web.at("media.web").path("old.jpg").altered(302, "Location", "/media/viewer.html");
        notFetched(image(studio.host.url().resolve("old.jpg").toString()));
    }

    @Test
    void itFailsAsOftenAsItIsTold() throws Exception {
        studio.client.orders().at("media.fetch").account("ada").times(2).status(500);
        notFetched(image(studio.image()));
        notFetched(image(studio.image()));
        assertThat(image(studio.image()).status()).isEqualTo(200);
    }

    @Test
    void aServerThatIsTooSlowIsNotWaitedFor() throws Exception {
        studio.instagram.set("fetchPatience", Duration.ofSeconds(1));
        studio.client.orders().at("media.web").path("good.jpg").slow(5000);
        var answer = image(studio.image());
        studio.instagram.set("fetchPatience", Duration.ofSeconds(20));
        assertThat(answer.code()).isEqualTo(-2);
        assertThat(answer.subcode()).isEqualTo(2207003);
    }

    @Test
    void imagesAreLookedAtWhileTheirContainerIsMade() throws Exception {
        var png = image(studio.file("a.png", Pictures.png(400, 400)));
        assertThat(png.code()).isEqualTo(36001);
        assertThat(png.subcode()).isEqualTo(2207005);
        var disguised = image(studio.file("b.jpg", Pictures.png(400, 400)));
        assertThat(disguised.code()).isEqualTo(36001);
        var high = image(studio.file("high.jpg", Pictures.jpeg(90, 160)));
        assertThat(high.code()).isEqualTo(36003);
        assertThat(high.subcode()).isEqualTo(2207009);
        var large =
                image(studio.file("large.jpg", Arrays.copyOf(Pictures.jpeg(400, 400), 9 << 20)));
        assertThat(large.code()).isEqualTo(36000);
        assertThat(large.subcode()).isEqualTo(2207004);
        assertThat(studio.instagram.containers().all())
                .noneMatch(it -> it.status().equals("ERROR") && it.kind().equals("IMAGE"));
    }

    @Test
    void videosAreLookedAtAfterwards() throws Exception {
        becomesError(
                Map.of("video_url", studio.file("v.mp4", Film.good().codec("vp09").bytes())),
                2207026);
        becomesError(Map.of("video_url", studio.host.url() + "none.mp4"), 2207052);
        var good = studio.file("good.mp4", Film.good().bytes());
        becomesError(Map.of("video_url", good, "thumb_offset", "5000"), 2207057);
        becomesError(
                Map.of("video_url", good, "cover_url", studio.file("c.png", Pictures.png(9, 16))),
                2207005);
    }

    private static void becomesError(Map<String, String> parameters, int subcode) throws Exception {
        var all = new HashMap<>(parameters);
        all.put("media_type", "REELS");
        var made = ada.api().create(all);
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(ada.api().get(made.text("id") + "?fields=status").text("status"))
                                .isEqualTo(
                                        "Error: Media upload has failed with error code "
                                                + subcode));
    }
}
