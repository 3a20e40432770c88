package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.runtime.redis.Redis;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Where secrets are not, after a talk and a post; and where this machine listens meanwhile. */
interface PlantedSecretsCases {
    /** Said by a person: whatever is searched without finding it where it must be is no search. */
    String SAID = "marmalade-under-the-stairs";

    SecuredTown town();

    /** What the operator's command prints. */
    String types(String... words) throws IOException;

    @Test
    default void noSecretIsInATopicInRedisOrInWhatIsShown() throws Exception {
        var town = town();
        town.servers.refusals();
        var asked = town.discord.says(town.ida, town.cafe.general(), "@Ada beans? " + SAID);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(types("why", asked.id(), "--json")).contains("replied"));
        Path picture = Files.createTempFile(town.file.getParent(), "bees", ".png");
        ImageIO.write(
                new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        String posted = types("instagram", "post", picture.toString(), "--caption", SAID);
        assertThat(town.instagram.feed(town.bees.id()))
                .as(posted)
                .anyMatch(post -> post.caption().contains(SAID));

        Map<String, String> found = new TreeMap<>();
        found.putAll(Everywhere.topics(town.servers.administrator()));
        try (var redis =
                new Redis(
                        town.servers.url("administrator"),
                        Optional.of(town.servers.certificates.ca()))) {
            found.putAll(Everywhere.redis(redis.client()));
        }
        found.put("why", types("why", asked.id(), "--json"));
        found.put("replay", types("replay", "--verify", "--json"));
        found.put("settings", types("settings") + types("settings", "--json"));
        found.put("post", posted);
        for (URI health : town.healths) {
            for (String page : new String[] {"/metrics", "/health/ready", "/health/live"}) {
                found.put(health + page, got(health.resolve(page)));
            }
        }

        assertThat(town.servers.refusals()).isEqualTo("[]");
        assertThat(found.get("carrier.events")).contains(SAID);
        assertThat(found.get("carrier.journal")).contains("replied");
        assertThat(found.get("why")).contains(SAID);
        assertThat(found.get("replay")).contains("identical");
        assertThat(found.values()).anyMatch(it -> it.startsWith("c:1:{") && it.contains(SAID));
        town.secrets()
                .forEach((name, secret) ->
                        found.forEach((where, text) ->
                                assertThat(text.contains(secret))
                                        .as("%s is in %s", name, where)
                                        .isFalse()));
    }

    @Test
    default void nothingListensBeyondThisMachineUnlessToldTo() {
        assumeThat(Listening.isTold()).as("only Linux tells who listens").isTrue();

        assertThat(Listening.anywhere()).hasSizeGreaterThan(8);
        assertThat(Listening.beyondLoopback()).isEmpty();
    }

    private static String got(URI where) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(where).build(), BodyHandlers.ofString()).body();
        }
    }
}
