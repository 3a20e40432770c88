package dev.carrier.ingest.instagram;

import dev.carrier.contracts.Json;
import dev.carrier.instagram.DirectMessage;
import dev.carrier.instagram.Messages;
import dev.carrier.instagram.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks for the messages of a conversation, of which Instagram shows the newest 20. Reactions, edits
 * and that something was read or unsent are not found this way.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/conversations-api">Conversations
 *     API</a>
 */
final class InboxMessages {
    private InboxMessages() {}

    /**
     * @param late whether what was written then is found late
     */
    static Harvest of(
            Messages graph,
            Self self,
            String conversation,
            Selection selection,
            Predicate<Instant> late) {
        List<DirectMessage> all = graph.newest(conversation);
        List<Mapped.Happened> found = new ArrayList<>();
        all.stream()
                .filter(message -> message.at().filter(selection::takes).isPresent())
                .sorted(Comparator.comparing(message -> message.at().orElseThrow()))
                .forEach(message ->
                        letter(self, message, late)
                                .map(letter ->
                                        LetterMapping.said(letter, message.id(), form(message)))
                                .ifPresent(found::add));
        return new Harvest(found, all.stream().flatMap(one -> one.at().stream()).toList());
    }

    private static Optional<Letter> letter(
            Self self, DirectMessage message, Predicate<Instant> late) {
        Instant at = message.at().orElseThrow();
        Optional<Who> from = message.from().filter(who -> !who.id().isBlank());
        boolean own =
                from.filter(who -> self.is(who.id()) || self.isNamed(who.username())).isPresent();
        Optional<Who> person =
                own ? message.to().stream().filter(who -> !self.is(who.id())).findFirst() : from;
        return person.filter(who -> !who.id().isBlank())
                .map(who ->
                        new Letter(self, own, who.id(), who.username(), at, false, late.test(at)));
    }

    /** As a webhook would have brought it. */
    private static JsonNode form(DirectMessage message) {
        ObjectNode node = Json.mapper().createObjectNode().put("text", message.text());
        ArrayNode files = node.putArray("attachments");
        message.files().forEach(file -> add(files, file.sort(), file.url()));
        message.story().ifPresent(url -> add(files, "story_mention", url));
        if (message.toStory()) {
            node.putObject("reply_to").putObject("story");
        }
        return node.put("is_unsupported", message.unsupported());
    }

    private static void add(ArrayNode files, String sort, String url) {
        files.addObject().put("type", sort).putObject("payload").put("url", url);
    }
}
