package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Address;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Quote;
import dev.carrier.sandbox.DiscordClient.NewBot;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What one account hears live, over a real connection. */
class HearingIT {
    @AutoClose private static final Ears ears = new Ears();
    private static final Town town = ears.town;
    private static final NewBot ada = ears.ada;

    private final String channel = town.channel("room");

    @Test
    void aMessageIsHeardOnceWithAllThatIsKnownOfIt() {
        var message = town.discord.says(town.bob, channel, "good morning");

        var said = town.soonSaid(ada, message.id());
        assertThat(said.text()).isEqualTo("good morning");
        assertThat(said.at()).isEqualTo(Snowflake.time(Long.parseLong(message.id())));
        assertThat(said.replyTo()).isEmpty();
        assertThat(said.by().name()).isEqualTo("Bob");
        assertThat(said.by().kind()).isEqualTo(AuthorKind.PERSON);
        assertThat(said.by().person()).isEqualTo(person(town.bob));
        assertThat(said.in().kind()).isEqualTo(PlaceKind.CHANNEL);
        assertThat(said.in().conversation().value()).isEqualTo("discord:channel:" + channel);
        assertThat(said.in().guild()).contains(town.cafe.id());
        assertThat(said.in().guildName()).contains("Cafe");
        assertThat(said.in().name()).contains("room");
        var hearing = said.heardBy().getFirst();
        assertThat(hearing.self()).isFalse();
        assertThat(hearing.owned()).isTrue();
        assertThat(hearing.late()).isFalse();
        assertThat(hearing.address()).isEmpty();
        assertThat(town.said(ada)).filteredOn(it -> it.id().equals(said.id())).hasSize(1);
    }

    @Test
    void aMentionReadsAsANameAndCountsAsAnAddress() {
        var message = town.discord.says(town.bob, channel, "hello @" + ada.name() + ", there?");

        var said = town.soonSaid(ada, message.id());
        assertThat(said.text()).isEqualTo("hello @" + ada.name() + ", there?");
        assertThat(said.heardBy().getFirst().address()).containsExactly(Address.MENTION);
    }

    @Test
    void aReplyPingsButIsNoMention() {
        var own = town.discord.says(ada.id(), channel, "I am here");
        var message = town.discord.replies(town.bob, channel, own.id(), "good");

        var said = town.soonSaid(ada, message.id());
        assertThat(said.replyTo()).contains(EventId.discordSaid(own.id()));
        assertThat(said.heardBy().getFirst().address()).containsExactly(Address.REPLY);
    }

    @Test
    void aReplyToSomebodyElseAddressesNobody() {
        var first = town.discord.says(town.bob, channel, "first");
        var message = town.discord.replies(town.bob, channel, first.id(), "second");

        var said = town.soonSaid(ada, message.id());
        assertThat(said.replyTo()).contains(EventId.discordSaid(first.id()));
        assertThat(said.quote()).contains(new Quote("Bob", "first"));
        assertThat(said.heardBy().getFirst().address()).isEmpty();
    }

    @Test
    void theNameAloneIsNoAddressOfThePlatform() {
        var message = town.discord.says(town.bob, channel, ada.name() + ", are you there?");

        assertThat(town.soonSaid(ada, message.id()).heardBy().getFirst().address()).isEmpty();
    }

    @Test
    void ownWordsAreHeardAsOwn() {
        var message = town.discord.says(ada.id(), channel, "I say");

        var said = town.soonSaid(ada, message.id());
        assertThat(said.heardBy().getFirst().self()).isTrue();
        assertThat(said.by().kind()).isEqualTo(AuthorKind.BOT);
    }

    @Test
    void botsAndWebhooksAreToldApart() {
        var other = town.bot("Other");
        var bots = town.discord.says(other.id(), channel, "beep");
        var hooks = town.discord.webhookSays(channel, "News", "it rains");

        assertThat(town.soonSaid(ada, bots.id()).by().kind()).isEqualTo(AuthorKind.BOT);
        var news = town.soonSaid(ada, hooks.id());
        assertThat(news.by().kind()).isEqualTo(AuthorKind.WEBHOOK);
        assertThat(news.by().name()).isEqualTo("News");
    }

    @Test
    void aFileComesWithItsMessage() {
        var message = town.discord.uploads(town.bob, channel, "look", "poem.txt", "roses");

        var file = town.soonSaid(ada, message.id()).attachments().getFirst();
        assertThat(file.name()).isEqualTo("poem.txt");
        assertThat(file.bytes()).isEqualTo(5);
        assertThat(file.url()).startsWith("http");
    }

    @Test
    void aThreadIsAPlaceOfItsOwnBelowItsChannel() {
        var thread = town.discord.thread(channel, "side talk", town.bob);
        var message = town.discord.says(town.bob, thread, "psst");

        var in = town.soonSaid(ada, message.id()).in();
        assertThat(in.kind()).isEqualTo(PlaceKind.THREAD);
        assertThat(in.channel()).isEqualTo(thread);
        assertThat(in.parent()).contains(channel);
        assertThat(in.name()).contains("side talk");
        assertThat(in.guild()).contains(town.cafe.id());
    }

    @Test
    void aDmIsHeardAndSaysWhetherThePersonIsAMemberOfTheOwnersServer() {
        var stranger = town.discord.person("Stranger");
        var strangers = town.discord.dm(stranger, ada.id());
        var bobs = town.discord.dm(town.bob, ada.id());
        var unknown = town.discord.says(stranger, strangers, "hey");
        var known = town.discord.says(town.bob, bobs, "psst");

        var fromBob = town.soonSaid(ada, known.id());
        assertThat(fromBob.in().kind()).isEqualTo(PlaceKind.DM);
        assertThat(fromBob.in().partner()).contains(person(town.bob));
        assertThat(fromBob.in().guild()).isEmpty();
        assertThat(fromBob.heardBy().getFirst().member()).isTrue();
        assertThat(fromBob.heardBy().getFirst().owned()).isFalse();
        assertThat(town.soonSaid(ada, unknown.id()).heardBy().getFirst().member()).isFalse();
    }

    @Test
    void ownWordsInADmHaveThePartnerToo() {
        var dm = town.discord.dm(town.bob, ada.id());
        var asked = town.discord.says(town.bob, dm, "how are you?");
        town.soonSaid(ada, asked.id());
        var answer = town.discord.says(ada.id(), dm, "fine");

        assertThat(town.soonSaid(ada, answer.id()).in().partner()).contains(person(town.bob));
    }

    @Test
    void aServerOfSomebodyElseIsNotOwned() {
        var eve = town.discord.person("Eve");
        var elsewhere = town.discord.guild("Elsewhere", eve);
        town.discord.joins(ada.id(), elsewhere.id());
        var message = town.discord.says(eve, elsewhere.general(), "welcome");

        assertThat(town.soonSaid(ada, message.id()).heardBy().getFirst().owned()).isFalse();
    }

    @Test
    void anEditComesWithTheWholeNewTextAndEachEditIsAnother() {
        var message = town.discord.says(town.bob, channel, "helo");
        town.discord.edits(message, "hello");
        town.discord.edits(message, "hello @" + ada.name());

        Town.soon().untilAsserted(() -> assertThat(of(Event.Edited.class)).hasSize(2));
        var edits = of(Event.Edited.class);
        assertThat(edits)
                .extracting(Event.Edited::text)
                .containsExactly("hello", "hello @" + ada.name());
        assertThat(edits).allMatch(it -> it.target().equals(EventId.discordSaid(message.id())));
        assertThat(edits).extracting(Event.Edited::id).doesNotHaveDuplicates();
        assertThat(edits.getLast().heardBy().getFirst().address()).containsExactly(Address.MENTION);
    }

    @Test
    void whatIsDeletedIsToldAfterWhatWasSaid() {
        var message = town.discord.says(town.bob, channel, "oops");
        town.discord.deletes(message);

        Town.soon().untilAsserted(() -> assertThat(of(Event.Deleted.class)).hasSize(1));
        assertThat(of(Event.Deleted.class).getFirst().target())
                .isEqualTo(EventId.discordSaid(message.id()));
        assertThat(ears.in(channel).stream().map(it -> (Object) it.getClass()).toList())
                .containsExactly(Event.Said.class, Event.Deleted.class);
    }

    @Test
    void reactionsAreToldWhenSetAndWhenTaken() {
        var message = town.discord.says(town.bob, channel, "nice?");
        town.discord.reacts(town.bob, message, "👍");
        town.discord.unreacts(town.bob, message, "👍");

        Town.soon().untilAsserted(() -> assertThat(of(Event.Reacted.class)).hasSize(2));
        var reactions = of(Event.Reacted.class);
        assertThat(reactions).extracting(Event.Reacted::added).containsExactly(true, false);
        assertThat(reactions).allMatch(it -> it.emoji().equals("👍"));
        assertThat(reactions).allMatch(it -> it.by().name().equals("Bob"));
        assertThat(reactions).allMatch(it -> it.target().equals(EventId.discordSaid(message.id())));
    }

    @Test
    void whoKeepsTypingIsToldOnceInAWhile() {
        for (int i = 0; i < 5; i++) {
            town.discord.types(town.bob, channel);
        }
        var message = town.discord.says(town.bob, channel, "done");

        town.soonSaid(ada, message.id());
        assertThat(of(Event.Typed.class)).hasSizeBetween(1, 2);
        assertThat(of(Event.Typed.class).getFirst().by().person()).isEqualTo(person(town.bob));
    }

    @Test
    void inADirectMessageTheCharactersOwnTypingIsNotThePersons() {
        var dm = town.discord.dm(town.bob, ada.id());
        town.soonSaid(ada, town.discord.says(town.bob, dm, "hello").id());
        town.discord.types(ada.id(), dm);
        town.discord.types(town.bob, dm);

        town.soonSaid(ada, town.discord.says(town.bob, dm, "still there?").id());
        assertThat(town.heard(ada, Event.Typed.class))
                .filteredOn(it -> it.in().channel().equals(dm))
                .extracting(it -> it.by().person())
                .containsExactly(person(town.bob));
    }

    @Test
    void tenMessagesAtOnceStayInOrder() {
        for (int i = 0; i < 10; i++) {
            town.discord.says(town.bob, channel, "line " + i);
        }

        Town.soon().untilAsserted(() -> assertThat(of(Event.Said.class)).hasSize(10));
        assertThat(of(Event.Said.class))
                .extracting(Event.Said::text)
                .containsExactly(
                        "line 0", "line 1", "line 2", "line 3", "line 4", "line 5", "line 6",
                        "line 7", "line 8", "line 9");
    }

    private <E extends Event> List<E> of(Class<E> kind) {
        return ears.in(channel, kind);
    }

    private static PersonId person(String user) {
        return new PersonId("discord:user:" + user);
    }
}
