package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.faults.crew.Job;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole way once: a person, Discord, four processes, Discord. */
class OneMessageIT {
    @Test
    void aPersonWhoMentionsAdaIsAnsweredOnceByAda() {
        var quick = SandboxOptions.defaults().withIdentifyInterval(Duration.ofMillis(50));
        try (var town = new Town(Path.of("target", "one-message").toAbsolutePath(), quick)) {
            town.client().model().answers("beans", "Seven, and one to spare.");
            String ida = town.person("Ida");
            town.crew().start(Job.onDiscord());

            var asked =
                    town.discord()
                            .says(ida, town.cafe().general(), "@Ada how many beans are there?");

            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() ->
                            assertThat(town.discord().messages(town.cafe().general()))
                                    .as(town.crew()::tails)
                                    .hasSize(2));
            var answer = town.discord().messages(town.cafe().general()).getLast();
            assertThat(answer.authorName()).isEqualTo("Ada");
            assertThat(answer.content()).isEqualTo("Seven, and one to spare.");
            assertThat(answer.replyTo()).contains(asked.id());
            assertThat(answer.nonce()).isPresent();
            assertThat(town.client().model().count()).isOne();
        }
    }
}
