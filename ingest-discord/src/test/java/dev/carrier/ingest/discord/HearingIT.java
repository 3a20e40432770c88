package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.sandbox.DiscordClient.NewBot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one account hears live, over a real connection. */
class HearingIT {
    private static Town town;
    private static NewBot ada;
    private static IngestDiscord worker;

    @BeforeAll
    static void adaListens() {
        town = Town.quick();
        ada = town.bot("Ada");
        worker = town.listen(ada);
    }

    @AfterAll
    static void close() {
        worker.close();
        town.close();
    }

    @Test
    void aMessageIsHeardOnceWithAllThatIsKnownOfIt() {
        var message = town.discord.says(town.bob, town.cafe.general(), "good morning");

        var said = town.soonSaid(ada, message.id());
        assertThat(said.text()).isEqualTo("good morning");
        assertThat(said.at()).isEqualTo(Snowflake.time(Long.parseLong(message.id())));
        assertThat(said.by().name()).isEqualTo("Bob");
        assertThat(said.by().kind()).isEqualTo(AuthorKind.PERSON);
        assertThat(said.by().person().value()).isEqualTo("discord:user:" + town.bob);
        assertThat(said.in().kind()).isEqualTo(PlaceKind.CHANNEL);
        assertThat(said.in().conversation().value())
                .isEqualTo("discord:channel:" + town.cafe.general());
        assertThat(said.in().guild()).contains(town.cafe.id());
        assertThat(said.in().guildName()).contains("Cafe");
        assertThat(said.in().name()).contains("general");
        var hearing = said.heardBy().getFirst();
        assertThat(hearing.self()).isFalse();
        assertThat(hearing.owned()).isTrue();
        assertThat(hearing.late()).isFalse();
        assertThat(hearing.address()).isEmpty();
        assertThat(town.said(ada).stream().filter(it -> it.id().equals(said.id()))).hasSize(1);
    }
}
