package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Response;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where an operator sets no limits and everything is answered, at length: Discord's own limits
 * (five messages in five seconds and a channel, fifty requests a second) are still never run into.
 */
class PacedIT {
    private static final int WAVES = 4;
    private static final int LINES = 60;

    @Test
    void withoutLimitsOfOursDiscordNeverHasToRefuse(@TempDir Path data)
            throws InterruptedException {
        String yaml =
                """
                policy: { default: { answer: always, gather: { quiet: 100ms, atMost: 500ms }, deadline: 10m } }
                limits:
                  perPerson: { turns: 100000, every: 1h }
                  perConversation: { turns: 100000, every: 1h }
                """;
        try (var house = new House(SandboxOptions.defaults(), data, yaml)) {
            List<String> people = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                people.add(house.person("P" + number));
            }
            String square = house.channel("square");
            String side = house.channel("side");
            house.client.model().answersAtLength("long", 4500);
            house.open();
            for (int wave = 0; wave < WAVES; wave++) {
                List<SeenMessage> said = new ArrayList<>();
                for (int number = 0; number < LINES; number++) {
                    String by = people.get(number % people.size());
                    String where = number % 2 == 0 ? square : side;
                    said.add(house.discord.says(by, where, "a long line " + number));
                }
                CatchUpIT.awaitEnded(house, said);
            }

            Recorded recorded = house.recorded();
            assertThat(house.discord.stats().path("rateLimited")).isEmpty();
            assertThat(house.discord.counted("invalidRequests", "Ada")).isZero();
            for (String channel : List.of(square, side)) {
                assertThat(house.spoken(channel))
                        .extracting(message -> message.content().strip())
                        .hasSizeGreaterThan(5)
                        .containsExactlyElementsOf(decided(recorded, channel));
            }
        }
    }

    private static List<String> decided(Recorded recorded, String channel) {
        return recorded.says().stream()
                .filter(say -> say.in().channel().equals(channel))
                .map(Response.Say::text)
                .map(String::strip)
                .toList();
    }
}
