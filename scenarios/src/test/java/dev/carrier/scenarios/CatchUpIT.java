package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Result;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A downtime, from Discord to Discord: what was missed is judged by its age and what followed. */
class CatchUpIT {
    @Test
    void afterADowntimeTheYoungIsAnsweredTheOldRememberedAndTheSettledLeftAlone(@TempDir Path data)
            throws InterruptedException {
        var longAgo = SandboxOptions.defaults().withBehind(Duration.ofMinutes(15));
        try (var house = new House(longAgo, data, "version: 1")) {
            String bo = house.person("Bo");
            String cy = house.person("Cy");
            String general = house.town.guild().general();
            String quiet = house.channel("quiet");
            String dm = house.discord.dm(bo, house.ada());
            house.discord.says(bo, general, "@Ada before the first install");
            house.open();
            var before =
                    List.of(
                            house.discord.says(bo, quiet, "good evening"),
                            house.discord.says(bo, general, "good evening"),
                            house.discord.says(bo, dm, "good evening"));
            awaitEnded(house, before);
            house.leave();

            SeenMessage old = house.discord.says(cy, general, "@Ada is it still raining?");
            house.discord.behind(Duration.ofMinutes(7));
            SeenMessage ferry = house.discord.says(bo, general, "@Ada when does the ferry go?");
            house.discord.replies(cy, general, ferry.id(), "at nine, from pier two");
            List<SeenMessage> chat = new ArrayList<>();
            for (int line = 1; line <= 200; line++) {
                chat.add(house.discord.says(cy, general, "chat " + line));
            }
            SeenMessage taken = house.discord.says(bo, general, "@Ada never mind");
            house.discord.deletes(taken);
            SeenMessage thanks = house.discord.says(bo, general, "thanks Cy, I caught it");
            SeenMessage alone = house.discord.says(bo, dm, "are you there?");
            String young = house.channel("young");
            SeenMessage first = house.discord.says(bo, young, "@Ada what is this channel for?");
            String side = house.discord.thread(young, "side", bo);
            SeenMessage aside = house.discord.says(bo, side, "@Ada look here");
            house.client.model().staysSilent("thanks Cy", "already settled");
            house.discord.behind(Duration.ZERO);
            long signals = house.client.signals().last();
            long calls = house.client.model().count();

            house.open();
            awaitEnded(house, List.of(old, ferry, thanks, alone, first, aside));
            awaitEnded(house, chat);

            Recorded recorded = house.recorded();
            assertThat(House.outcomes(recorded, old)).containsExactly("ignored(too old)");
            assertThat(House.outcomes(recorded, ferry))
                    .containsExactly("ignored(silent: already settled)");
            assertThat(House.outcomes(recorded, thanks))
                    .containsExactly("ignored(silent: already settled)");
            assertThat(chat)
                    .allSatisfy(line ->
                            assertThat(House.outcomes(recorded, line))
                                    .containsExactly("ignored(not addressed)"));
            assertThat(House.outcomes(recorded, taken)).isEmpty();
            for (SeenMessage answered : List.of(alone, first, aside)) {
                assertThat(House.outcomes(recorded, answered)).allMatch(it -> it.startsWith("rep"));
                assertThat(house.spoken(answered.channel()))
                        .extracting(SeenMessage::replyTo)
                        .containsExactly(java.util.Optional.of(answered.id()));
            }
            assertThat(house.spoken(general)).isEmpty();
            assertThat(house.client.model().count() - calls).isEqualTo(4);
            assertThat(prompts(recorded))
                    .anySatisfy(prompt ->
                            assertThat(prompt)
                                    // Some pass before it is back.
                                    .containsPattern(
                                            "You were away: what Bo wrote is from [789] minutes ago")
                                    .contains("@Ada when does the ferry go?", "chat 200")
                                    .contains("If it is settled"));
            assertThat(house.client.signals().after(signals, Duration.ZERO))
                    .as("a channel whose last message is the cursor costs no request")
                    .noneMatch(it ->
                            it.method().equals("GET") && it.path().contains(quiet + "/messages"))
                    .anyMatch(it ->
                            it.method().equals("GET") && it.path().contains(general + "/messages"));
        }
    }

    private static List<String> prompts(Recorded recorded) {
        return recorded.results().stream()
                .filter(Result.Thought.class::isInstance)
                .map(it -> String.join("\n", texts((Result.Thought) it)))
                .toList();
    }

    private static List<String> texts(Result.Thought thought) {
        return thought.prompt().stream().map(one -> one.text()).toList();
    }

    static void awaitEnded(House house, List<SeenMessage> messages) {
        await().atMost(House.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    Recorded recorded = house.recorded();
                    assertThat(messages)
                            .allSatisfy(one ->
                                    assertThat(House.outcomes(recorded, one))
                                            .as(one.content())
                                            .hasSize(1));
                });
    }
}
