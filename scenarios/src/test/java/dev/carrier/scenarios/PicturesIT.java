package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Ids;
import dev.carrier.contracts.PromptPicture;
import dev.carrier.contracts.Result;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.SandboxOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures and files of text the whole way: a person, Discord, four processes, a model. */
class PicturesIT {
    @Test
    void adaSeesThePictureAndReadsTheFileThatAPersonSendsHer() throws IOException {
        byte[] cat = picture();
        var quick = SandboxOptions.defaults().withIdentifyInterval(Duration.ofMillis(50));
        try (var town = new Town(Path.of("target", "pictures").toAbsolutePath(), quick)) {
            town.client().model().answers("what is this", "A cat.");
            town.client().model().answers("what to buy", "Milk.");
            String ida = town.person("Ida");
            String cafe = town.cafe().general();
            town.crew().start(Job.onDiscord());

            town.discord().uploads(ida, cafe, "@Ada what is this?", "cat.png", "image/png", cat);
            awaits(town, 2);
            town.discord()
                    .uploads(
                            ida,
                            cafe,
                            "@Ada what to buy?",
                            "list.txt",
                            "text/plain",
                            "milk and bread".getBytes(StandardCharsets.UTF_8));
            awaits(town, 4);

            var calls = town.client().model().calls();
            assertThat(calls.getFirst().images()).containsExactly(Ids.sha256(cat));
            assertThat(calls.getLast().images()).isEmpty();
            var prompts =
                    Recorded.read(town.kafka()).results().stream()
                            .filter(Result.Thought.class::isInstance)
                            .map(result -> ((Result.Thought) result).prompt().getLast())
                            .toList();
            assertThat(prompts.getFirst().shown())
                    .extracting(PromptPicture::sha256)
                    .containsExactly(Ids.sha256(cat));
            assertThat(prompts.getLast().text()).contains("| milk and bread");
        }
    }

    private static void awaits(Town town, int messages) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(town.discord().messages(town.cafe().general()))
                                .as(town.crew()::tails)
                                .hasSize(messages));
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
