package dev.carrier.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.feed.SettingsWriter;
import dev.carrier.sandbox.SeenMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two characters in one server, heard by two workers, and a bot that answers everything. */
class SeveralCharactersIT {
    private static final String SPENT = "ignored(bot: budget spent (3 in 10m))";

    private static Household house;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        house = new Household("several-characters");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void twoCharactersAndAForeignBotFallSilentWithinTheirBudgetUntilAPersonWrites() {
        house.discord.echoes(house.echo.id(), "everything");
        house.discord.says(house.ida, house.arena, "@Ada @Juno what do you grow?");
        house.silent(house.arena);
        int ada = fellSilent("Ada", "ada", 0);
        int juno = fellSilent("Juno", "juno", 0);

        house.discord.says(house.ida, house.arena, "@Ada @Juno and what do you sell?");
        house.silent(house.arena);
        fellSilent("Ada", "ada", ada);
        fellSilent("Juno", "juno", juno);
        house.discord.echoes(house.echo.id(), "nothing");
    }

    /** Once to Ida and at most three times to the echo, whose last word is not answered. */
    private static int fellSilent(String name, String account, int before) {
        int said = house.said(name, house.arena).size();
        assertThat(said - before).isBetween(3, 4);
        List<String> ends =
                house.said("Echo", house.arena).stream()
                        .map(message -> house.ended(message, account))
                        .toList();
        assertThat(ends).contains(SPENT, "replied(mention)");
        // What it echoes of Ida and of the other character mentions, if at all, somebody else.
        assertThat(ends)
                .allMatch(end ->
                        List.of(SPENT, "replied(mention)", "ignored(bot: no literal mention)")
                                .contains(end));
        return said;
    }

    @Test
    void theOneWhoIsAddressedAnswersAndBothWhereBothAre() {
        String general = house.cafe.general();
        house.discord.says(house.ida, general, "@Juno how are you?");
        house.silent(general);
        assertThat(house.said("Juno", general)).hasSize(1);
        assertThat(house.said("Ada", general)).isEmpty();

        house.discord.says(house.ida, general, "@Ada and @Juno, good evening");
        house.silent(general);
        assertThat(house.said("Juno", general)).hasSize(2);
        assertThat(house.said("Ada", general)).hasSize(1);

        SeenMessage nobody = house.discord.says(house.ida, general, "it rains again");
        house.silent(general);
        assertThat(house.ended(nobody, "ada")).isEqualTo("ignored(not addressed)");
        assertThat(house.ended(nobody, "juno")).isEqualTo("ignored(not addressed)");
    }

    @Test
    void ofTheUnaddressedOneAnswersHoweverLateTheOtherHears() {
        for (int count = 1; count <= 4; count++) {
            // Every second message reaches Juno's worker only when its connection is back.
            if (count % 2 == 0) {
                house.client
                        .orders()
                        .at("discord.gateway")
                        .method("MESSAGE_CREATE")
                        .account("Juno")
                        .cut();
            }
            int before = spoken();
            house.discord.says(house.ida, house.parlour, "thought number " + count);
            house.silent(house.parlour);
            assertThat(spoken()).as("answers to message %s", count).isEqualTo(before + 1);
        }
    }

    private static int spoken() {
        return house.said("Ada", house.parlour).size() + house.said("Juno", house.parlour).size();
    }

    @Test
    void theOtherSpeaksWhereOneIsPausedButNotForIt() {
        String quiet = house.discord.channel(house.cafe.id(), "quiet");
        try (var writer = new SettingsWriter(house.running.infrastructure().kafka(), "test")) {
            try {
                writer.paused(List.of(new AccountId("ada")));
                askedUntil(quiet, "ignored(paused)");
                assertThat(house.said("Juno", quiet)).isEmpty();
                int before = house.said("Juno", house.parlour).size();
                house.discord.says(house.ida, house.parlour, "anybody there?");
                house.silent(house.parlour);
                assertThat(house.said("Juno", house.parlour)).hasSize(before + 1);
            } finally {
                writer.paused(List.of());
            }
            askedUntil(quiet, "replied(mention)");
        }
    }

    /** Ida asks Ada until it ends so: a pause travels by itself. */
    private static void askedUntil(String channel, String end) {
        await(end)
                .atMost(Duration.ofMinutes(3))
                .until(() -> {
                    SeenMessage said = house.discord.says(house.ida, channel, "@Ada hello?");
                    house.silent(channel);
                    return house.ended(said, "ada").equals(end);
                });
    }
}
