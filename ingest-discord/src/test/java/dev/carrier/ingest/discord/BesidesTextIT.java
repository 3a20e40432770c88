package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.SeenMessage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What people send besides text, and what is no talk of people, over a real connection. */
class BesidesTextIT {
    @AutoClose private static final Ears ears = new Ears();
    private static final Town town = ears.town;
    private static final NewBot ada = ears.ada;

    private final String channel = town.channel("shelf");

    @Test
    void aStickerIsNamed() {
        assertThat(heard("'stickers': ['Waving cat']").text()).isEqualTo("[sticker: Waving cat]");
    }

    @Test
    void aServersOwnEmojiReadsByItsName() {
        assertThat(heard("'content': 'hi <:wave:123456789012345678> <a:dance:123456789012345679>'"))
                .extracting(Event.Said::text)
                .isEqualTo("hi :wave: :dance:");
    }

    @Test
    void aPollIsToldWithItsQuestionAndAnswers() {
        var said =
                heard(
                        "'content': 'vote!', 'poll': {'question': 'Which cake?',"
                                + " 'answers': ['carrot', 'lemon'], 'multiselect': true}");

        assertThat(said.text())
                .isEqualTo("vote!\n[poll: Which cake? carrot / lemon (several may be chosen)]");
    }

    @Test
    void aVoiceMessageIsToldWithItsLength() {
        var said =
                heard(
                        "'voice': true, 'attachments': [{'name': 'voice-message.ogg',"
                                + " 'contentType': 'audio/ogg', 'content': 'x', 'seconds': 3.9}]");

        assertThat(said.text()).isEqualTo("[voice message, 4 s]");
        assertThat(said.attachments()).extracting(Attachment::name).contains("voice-message.ogg");
    }

    @Test
    void aFileComesWithItsTypeAndItsAlternativeText() {
        var file =
                heard(
                                "'content': 'look', 'attachments': [{'name': 'cat.png',"
                                        + " 'contentType': 'image/png', 'content': 'x',"
                                        + " 'description': 'a cat on a sofa'}]")
                        .attachments()
                        .getFirst();

        assertThat(file.name()).isEqualTo("cat.png");
        assertThat(file.contentType()).contains("image/png");
        assertThat(file.description()).contains("a cat on a sofa");
    }

    @Test
    void whatIsPassedOnIsToldWithItsFilesAndStickers() {
        var elsewhere = town.channel("elsewhere");
        var original =
                writes(
                        elsewhere,
                        "'content': 'the news :) <:wave:123456789012345678>', 'stickers': ['Wow'],"
                                + " 'attachments': [{'name': 'page.txt', 'content': 'x'}]");

        var said = heard(forward(original));

        assertThat(said.text()).isEqualTo("[forwarded: the news :) :wave:\n[sticker: Wow]]");
        assertThat(said.attachments()).extracting(Attachment::name).containsExactly("page.txt");
        assertThat(said.replyTo()).isEmpty();
        assertThat(said.by().kind()).isEqualTo(AuthorKind.PERSON);
    }

    @Test
    void aBotsCardIsTold() {
        var said =
                heard(
                        "'webhook': true, 'name': 'Builds', 'embeds': [{'type': 'rich',"
                                + " 'title': 'Build 7', 'description': 'failed\\nagain',"
                                + " 'fields': [{'name': 'branch', 'value': 'main'}],"
                                + " 'footer': {'text': 'ten minutes'}}]");

        assertThat(said.by().kind()).isEqualTo(AuthorKind.WEBHOOK);
        assertThat(said.text())
                .isEqualTo("[embed: Build 7 | failed again | branch: main | ten minutes]");
    }

    @Test
    void ofAPreviewIsToldWhatTheTextDoesNotSay() {
        var link = "'content': 'Bread at https://example.org', 'embeds': [{'type': 'link',";

        assertThat(heard(link + "'title': 'Bread', 'description': 'How to bake'}]").text())
                .isEqualTo("Bread at https://example.org\n[embed: How to bake]");
        assertThat(heard(link + "'title': 'Bread'}]").text())
                .isEqualTo("Bread at https://example.org");
    }

    @Test
    void aPreviewThatComesLaterIsNoEditOfItsAuthor() {
        var link = writes(channel, "'content': 'Bread at https://example.org'");
        town.soonSaid(ada, link.id());
        town.discord.previews(link, "{\"type\": \"link\", \"description\": \"How to bake\"}");
        var edited = town.discord.edits(link, "Bread!");

        Town.soon().untilAsserted(() -> assertThat(of(Event.Edited.class)).hasSize(1));
        assertThat(edited.content()).isEqualTo("Bread!");
        assertThat(of(Event.Edited.class).getFirst().text()).startsWith("Bread!");
    }

    @Test
    void longCardsAreShortenedAndManyAreCounted() {
        var card = "{'type': 'rich', 'description': '" + "x".repeat(3000) + "'}";
        var said = heard("'embeds': [" + String.join(",", List.of(card, card, card, card)) + "]");

        assertThat(said.text().lines())
                .containsExactly(
                        "[embed: " + "x".repeat(299) + "…]",
                        "[embed: " + "x".repeat(299) + "…]",
                        "[embed: " + "x".repeat(299) + "…]",
                        "[embeds left out: 1]");
    }

    @Test
    void anEditKeepsWhatElseIsShown() {
        var message =
                writes(
                        channel,
                        "'content': 'lok', 'stickers': ['Wow'],"
                                + " 'attachments': [{'name': 'cat.png', 'content': 'x'}]");
        town.discord.edits(message, "look");

        Town.soon().untilAsserted(() -> assertThat(of(Event.Edited.class)).hasSize(1));
        var edited = of(Event.Edited.class).getFirst();
        assertThat(edited.text()).isEqualTo("look\n[sticker: Wow]");
        assertThat(edited.attachments().orElseThrow())
                .extracting(Attachment::name)
                .containsExactly("cat.png");
    }

    @Test
    void whatDiscordItselfTellsIsNoTalkOfPeople() {
        var message = town.discord.says(town.bob, channel, "remember this");

        assertSystem("'system': 'joined'", "[joined the server]");
        assertSystem("'system': 'boosted'", "[boosted the server]");
        assertSystem("'system': 'pinned', 'about': '" + message.id() + "'", "[pinned a message]");
        assertSystem(
                "'system': 'poll_result', 'embeds': [{'type': 'poll_result', 'fields': ["
                        + "{'name': 'poll_question_text', 'value': 'Which cake?'},"
                        + "{'name': 'victor_answer_text', 'value': 'lemon'},"
                        + "{'name': 'victor_answer_votes', 'value': '3'},"
                        + "{'name': 'total_votes', 'value': '5'}]}]",
                "[the poll ended: Which cake? Most votes: lemon (3 of 5)]");
    }

    @Test
    void aThreadThatBeginsIsToldOnBothSides() {
        var from = town.discord.says(town.bob, channel, "who bakes?");
        var thread = town.discord.thread(from, "baking", town.bob);
        town.discord.thread(channel, "side talk", town.bob);

        Town.soon().untilAsserted(() -> assertThat(ears.in(thread)).hasSize(1));
        var starter = (Event.Said) ears.in(thread).getFirst();
        assertThat(starter.by().kind()).isEqualTo(AuthorKind.SYSTEM);
        assertThat(starter.text()).isEqualTo("[the thread begins from a message of Bob]");
        Town.soon()
                .untilAsserted(() ->
                        assertThat(of(Event.Said.class))
                                .filteredOn(it -> it.by().kind() == AuthorKind.SYSTEM)
                                .extracting(Event.Said::text)
                                .containsExactly("[began a thread: side talk]"));
    }

    @Test
    void whatIsDeletedAtOnceIsToldOneByOne() {
        var messages =
                IntStream.range(0, 30)
                        .mapToObj(i -> town.discord.says(town.bob, channel, "line " + i))
                        .toList();
        town.discord.deletes(channel, messages);

        Town.soon().untilAsserted(() -> assertThat(of(Event.Deleted.class)).hasSize(30));
        assertThat(of(Event.Deleted.class))
                .extracting(Event.Deleted::target)
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(it -> EventId.discordSaid(it.id())).toList());
    }

    @Test
    void fromTheHistoryItReadsTheSame() {
        ears.shut();
        var sticker = writes(channel, "'stickers': ['Waving cat']");
        var poll = writes(channel, "'poll': {'question': 'Tea?', 'answers': ['yes']}");
        var passedOn = writes(channel, forward(sticker));
        var joined = writes(channel, "'system': 'joined'");
        ears.open();

        assertThat(town.soonSaid(ada, sticker.id()).text()).isEqualTo("[sticker: Waving cat]");
        assertThat(town.soonSaid(ada, poll.id()).text()).isEqualTo("[poll: Tea? yes]");
        assertThat(town.soonSaid(ada, passedOn.id()).text())
                .isEqualTo("[forwarded: [sticker: Waving cat]]");
        assertThat(town.soonSaid(ada, joined.id()).by().kind()).isEqualTo(AuthorKind.SYSTEM);
    }

    private void assertSystem(String form, String text) {
        var said = heard(form);
        assertThat(said.by().kind()).isEqualTo(AuthorKind.SYSTEM);
        assertThat(said.by().name()).isEqualTo("Bob");
        assertThat(said.text()).isEqualTo(text);
        assertThat(said.replyTo()).isEqualTo(Optional.empty());
    }

    private static String forward(SeenMessage of) {
        return "'forward': {'channel': '" + of.channel() + "', 'message': '" + of.id() + "'}";
    }

    private Event.Said heard(String form) {
        return town.soonSaid(ada, writes(channel, form).id());
    }

    /** Bob writes what the form says, quoted once. */
    private static SeenMessage writes(String in, String form) {
        var whole = "{'author': '" + town.bob + "', " + form + "}";
        return town.discord.writes(in, whole.replace("\n", "\\n").replace('\'', '"'));
    }

    private <E extends Event> List<E> of(Class<E> kind) {
        return ears.in(channel, kind);
    }
}
