package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Outcome;
import dev.carrier.faults.crew.Job;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.faults.town.Town;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Threads, files and reactions the whole way: a person, Discord, four processes, Discord. */
class BesidesWordsIT {
    @Test
    void adaOpensAThreadGoesOnThereHandsOverAFileAndReacts() {
        var quick = SandboxOptions.defaults().withIdentifyInterval(Duration.ofMillis(50));
        try (var town =
                new Town(
                        Path.of("target", "besides-words").toAbsolutePath(),
                        quick,
                        List.of("thread: true"))) {
            town.client().model().answers("tides", "The moon pulls.");
            String code = "print(1)\n".repeat(300);
            town.client().model().answers("program", "Here:\n```python\n" + code + "```");
            town.client().model().answers("thank you", "👍");
            String ida = town.person("Ida");
            town.crew().start(Job.onDiscord());

            var asked = town.discord().says(ida, town.cafe().general(), "@Ada how do tides work?");
            var first = awaits(town, asked.id(), said -> said.content().equals("The moon pulls."));
            // In her thread nobody needs to call her.
            town.discord().says(ida, asked.id(), "write a program that shows it");
            var second = awaits(town, asked.id(), said -> said.content().equals("Here:"));
            var thanks = town.discord().says(ida, asked.id(), "thank you so much");
            awaits(town, asked.id(), said -> !said.reactions().isEmpty());

            assertThat(town.discord().messages(town.cafe().general()))
                    .extracting(SeenMessage::id)
                    .containsExactly(asked.id());
            assertThat(first.authorName()).isEqualTo("Ada");
            assertThat(second.attachments()).containsExactly("code.py");
            var reacted =
                    town.discord().messages(asked.id()).stream()
                            .filter(said -> said.id().equals(thanks.id()))
                            .findFirst()
                            .orElseThrow();
            assertThat(reacted.reactions())
                    .isEqualTo(Map.of("👍", List.of(town.bots().get(Town.ADA).id())));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(Recorded.read(town.kafka()).outcomes())
                                    .extracting(Outcome::reason)
                                    .contains("mention", "thread", "thread, with a reaction"));
        }
    }

    private static SeenMessage awaits(Town town, String channel, Predicate<SeenMessage> wanted) {
        // The thread is not there before the answer is.
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(town.discord().messages(channel))
                                .as(town.crew()::tails)
                                .anyMatch(wanted));
        return town.discord().messages(channel).stream().filter(wanted).findFirst().orElseThrow();
    }
}
