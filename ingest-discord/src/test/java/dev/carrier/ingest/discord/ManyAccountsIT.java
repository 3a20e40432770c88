package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.DiscordClient.NewBot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many accounts in one container. */
class ManyAccountsIT {
    private static final int ACCOUNTS = 20;

    /** One reads a connection and one writes to it. */
    private static final int THREADS_OF_A_CONNECTION = 2;

    /** What all share, and what others did meanwhile. */
    private static final int SHARED = 16;

    @Test
    void twentyAccountsHearInOneWorkerAndShareItsThreads() {
        try (var town = Town.quick()) {
            NewBot first = town.bot("First");
            NewBot[] bots =
                    IntStream.range(0, ACCOUNTS)
                            .mapToObj(number -> town.bot("Bot"))
                            .toArray(NewBot[]::new);
            try (var one = town.listen(first)) {
                assertThat(one.health().accounts()).hasSize(1);
                int before = threads();
                try (var many = town.listen(bots)) {
                    // Some that were there only to connect end a little later.
                    Town.soon()
                            .untilAsserted(() ->
                                    assertThat(threads() - before)
                                            .isLessThanOrEqualTo(
                                                    ACCOUNTS * THREADS_OF_A_CONNECTION + SHARED));
                    var said = town.discord.says(town.bob, town.cafe.general(), "hello all");
                    List.of(bots).forEach(bot -> town.soonSaid(bot, said.id()));
                    assertThat(many.health().accounts()).hasSize(ACCOUNTS);
                }
            }
        }
    }

    private static int threads() {
        return Thread.getAllStackTraces().size();
    }
}
