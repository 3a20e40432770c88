package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Response;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A channel in which a thousand messages come within seconds: the character gathers, answers a few,
 * floods nobody, and each message has its outcome. The sandbox enforces Discord's own limits.
 */
class FloodIT {
    private static final int MESSAGES = 1000;
    private static final int PEOPLE = 50;
    private static final int CALLERS = 30;

    @TempDir static Path data;
    private static House house;
    private static List<String> people;
    private static String open;

    @BeforeAll
    static void open() throws InterruptedException {
        house = new House(SandboxOptions.defaults(), data, "version: 1");
        people = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            people.add(house.person("P" + number));
        }
        open = house.channel("open");
        house.open();
        CatchUpIT.awaitEnded(
                house,
                List.of(
                        house.discord.says(
                                people.getFirst(), house.town.guild().general(), "@Ada hello")));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aThousandMessagesAreAFewAnswersAndAThousandOutcomes() {
        String square = house.channel("square");
        long calls = house.client.model().count();
        List<SeenMessage> flood = new ArrayList<>();
        for (int number = 0; number < MESSAGES; number++) {
            String by = people.get(number % PEOPLE);
            boolean calling = number % PEOPLE < CALLERS && number / PEOPLE % 5 == 0;
            flood.add(house.discord.says(by, square, (calling ? "@Ada line " : "line ") + number));
        }
        CatchUpIT.awaitEnded(house, flood);
        // The last signs of a limit are set after it is decided that nothing is said.
        await().atMost(House.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(house.recorded().open()).isEmpty());

        Recorded recorded = house.recorded();
        List<SeenMessage> answers = house.spoken(square);
        // limits.perConversation: 6 turns in a minute, and writing takes less than two.
        assertThat(answers).hasSizeBetween(1, 12);
        assertThat(house.client.model().count() - calls).isLessThanOrEqualTo(12);
        assertThat(house.discord.stats().path("rateLimited")).isEmpty();
        assertThat(house.discord.counted("invalidRequests", "Ada")).isZero();
        assertThat(reactions(recorded, square)).isLessThanOrEqualTo(24);
        assertThat(answers)
                .extracting(SeenMessage::content)
                .containsExactlyElementsOf(decided(recorded, square));
        assertThat(answered(flood, answers)).isSorted();
    }

    /** What was to be said there, in the order of the decisions. */
    private static List<String> decided(Recorded recorded, String channel) {
        return recorded.says().stream()
                .filter(say -> say.in().channel().equals(channel))
                .map(Response.Say::text)
                .toList();
    }

    /** Which messages the answers answer. */
    private static List<Integer> answered(List<SeenMessage> flood, List<SeenMessage> answers) {
        List<String> ids = flood.stream().map(SeenMessage::id).toList();
        return answers.stream()
                .flatMap(answer -> answer.replyTo().stream())
                .map(ids::indexOf)
                .toList();
    }

    private static long reactions(Recorded recorded, String channel) {
        return recorded.responses().stream()
                .filter(one ->
                        one instanceof Response.React react && react.in().channel().equals(channel))
                .count();
    }
}
