package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.SeenMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history is read to its end, whatever happens on the way, and as it is by then. */
class HistoryTroubleIT {
    @AutoClose private static final Town town = Town.quick();

    private final NewBot ada = town.bot("Ada");
    private final String channel = town.channel("gap");

    @BeforeEach
    void adaWasThereBefore() {
        town.hearsOnce(ada, channel, "before");
    }

    @AfterEach
    void noMoreOrders() {
        town.client.orders().endAll();
    }

    @Test
    void aRateLimitInTheMiddleCostsNoLine() {
        var missed = missed(250);
        history().after(1).times(1).rateLimited(1);

        assertThat(heardAfterwards(missed)).containsExactlyElementsOf(missed);
    }

    @Test
    void anUnavailableDiscordInTheMiddleCostsNoLine() {
        var missed = missed(250);
        history().after(1).times(2).status(500);

        assertThat(heardAfterwards(missed)).containsExactlyElementsOf(missed);
    }

    @Test
    void aConnectionThatIsCutInTheMiddleCostsNoLine() {
        var missed = missed(250);
        history().after(2).times(1).dropAfter();

        assertThat(heardAfterwards(missed)).containsExactlyElementsOf(missed);
    }

    @Test
    void whatWasDeletedMeanwhileIsNotHeardAndItsNeighboursAre() {
        List<SeenMessage> said =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> town.discord.says(town.bob, channel, "missed " + i))
                        .toList();
        town.discord.deletes(said.get(2));
        town.discord.deletes(said.get(4));

        assertThat(heardAfterwards(List.of("", "", "")))
                .containsExactly("before", "missed 1", "missed 2", "missed 4");
    }

    @Test
    void whatWasEditedMeanwhileIsHeardAsItReadsNow() {
        var said = town.discord.says(town.bob, channel, "misled");
        town.discord.edits(said, "missed");

        assertThat(heardAfterwards(List.of("missed"))).containsExactly("before", "missed");
    }

    @Test
    void whatWasSaidInAThreadThatIsArchivedByNowIsHeardWhenItComesBack() {
        var thread = town.discord.thread(channel, "side", town.bob);
        town.hearsOnce(ada, thread, "in the thread");
        town.discord.says(town.bob, thread, "missed");
        town.discord.archive(thread, true, false);
        town.hearsOnce(ada, channel, "live");
        town.discord.says(town.bob, thread, "awake again");
        try (var _ = town.listen(ada)) {
            Town.soon().untilAsserted(() -> assertThat(town.texts(ada)).contains("awake again"));
        }

        assertThat(town.texts(ada).stream().filter(it -> !it.equals("before")))
                .contains("missed", "awake again")
                .doesNotHaveDuplicates();
    }

    /** What goes wrong with her questions for the history. */
    private OrdersClient.Draft history() {
        return town.client
                .orders()
                .at("discord.rest")
                .method("GET")
                .path(channel + "/messages")
                .account(ada.name());
    }

    private List<String> missed(int count) {
        var said = new ArrayList<>(List.of("before"));
        IntStream.rangeClosed(1, count)
                .mapToObj(i -> "missed " + i)
                .forEach(text -> {
                    town.discord.says(town.bob, channel, text);
                    said.add(text);
                });
        return said;
    }

    /** What the next worker makes of it: so many lines, or one more than that. */
    private List<String> heardAfterwards(List<String> expected) {
        try (var _ = town.listen(ada)) {
            Town.soon()
                    .untilAsserted(() ->
                            assertThat(town.texts(ada))
                                    .hasSizeGreaterThanOrEqualTo(expected.size()));
        }
        return town.texts(ada);
    }
}
