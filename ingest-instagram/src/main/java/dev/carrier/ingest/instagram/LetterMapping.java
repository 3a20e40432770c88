package dev.carrier.ingest.instagram;

import dev.carrier.contracts.Address;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What comes into an inbox as an event. Pure.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/webhooks/examples">Examples</a>
 */
final class LetterMapping {
    private LetterMapping() {}

    /**
     * @param body one of {@code messaging}
     */
    static Mapped of(Letter letter, JsonNode body) {
        if (body.has("message")) {
            return message(letter, body.path("message"));
        }
        if (body.has("message_edit")) {
            return edited(letter, body.path("message_edit"));
        }
        if (body.has("reaction")) {
            return reacted(letter, body.path("reaction"));
        }
        if (body.has("postback")) {
            return pressed(letter, body.path("postback"));
        }
        if (body.has("read")) {
            return read(letter, body.path("read"));
        }
        // Referrals, opt-ins, handovers: somebody opened the inbox, nobody said anything.
        return new Mapped.LeftOut(Counted.NOTHING);
    }

    private static Mapped message(Letter letter, JsonNode message) {
        Optional<String> mid = Nodes.text(message, "mid");
        if (mid.isEmpty()) {
            return new Mapped.Unreadable("a message without an id");
        }
        return Nodes.flag(message, "is_deleted")
                ? deleted(letter, mid.get())
                : said(letter, mid.get(), message);
    }

    /** A message as the webhook sends it; also what was read of an inbox is put into that form. */
    static Mapped.Happened said(Letter letter, String mid, JsonNode message) {
        var id = Names.said(mid);
        JsonNode attachments = message.path("attachments");
        boolean mentioned =
                Nodes.list(attachments).stream()
                        .anyMatch(one -> Files.sort(one).equals("story_mention"));
        return new Mapped.Happened(
                id,
                letter.in(),
                new Event.Said(
                        id,
                        letter.at(),
                        letter.in(),
                        letter.by(),
                        Words.of(message, letter.self().username()),
                        Nodes.text(message.path("reply_to"), "mid").map(Names::said),
                        Files.of(mid, attachments),
                        letter.heard(mentioned ? Set.of(Address.MENTION) : Set.of())));
    }

    private static Mapped deleted(Letter letter, String mid) {
        var id = Names.event(mid, "deleted", "0");
        return new Mapped.Happened(
                id,
                letter.in(),
                new Event.Deleted(id, letter.at(), letter.in(), Names.said(mid), letter.heard()));
    }

    /** Meta sends edits that say nothing, sometimes beside the message itself. */
    private static Mapped edited(Letter letter, JsonNode edit) {
        Optional<String> mid = Nodes.text(edit, "mid");
        Optional<String> text = Nodes.text(edit, "text");
        String number = Nodes.text(edit, "num_edit").orElse("0");
        if (mid.isEmpty()) {
            return new Mapped.Unreadable("an edit without a message");
        }
        if (text.isEmpty() || number.equals("0")) {
            return new Mapped.LeftOut(Counted.NOTHING);
        }
        var id = Names.event(mid.get(), "edited", number);
        return new Mapped.Happened(
                id,
                letter.in(),
                new Event.Edited(
                        id,
                        letter.at(),
                        letter.in(),
                        letter.by(),
                        Names.said(mid.get()),
                        text.get(),
                        letter.heard(),
                        Optional.empty()));
    }

    private static Mapped reacted(Letter letter, JsonNode reaction) {
        Optional<String> mid = Nodes.text(reaction, "mid");
        if (mid.isEmpty()) {
            return new Mapped.Unreadable("a reaction without a message");
        }
        String action = Nodes.text(reaction, "action").orElse("react");
        String who = letter.own() ? letter.self().id() : letter.person();
        var id =
                Names.event(
                        mid.get(),
                        "reacted",
                        who + ":" + action + ":" + letter.at().toEpochMilli());
        return new Mapped.Happened(
                id,
                letter.in(),
                new Event.Reacted(
                        id,
                        letter.at(),
                        letter.in(),
                        letter.by(),
                        Names.said(mid.get()),
                        Nodes.text(reaction, "emoji")
                                .or(() -> Nodes.text(reaction, "reaction"))
                                .orElse(""),
                        !action.equals("unreact"),
                        letter.heard()));
    }

    /** Whoever presses a button says what is written on it. */
    private static Mapped pressed(Letter letter, JsonNode postback) {
        Optional<String> title =
                Nodes.text(postback, "title").or(() -> Nodes.text(postback, "payload"));
        if (title.isEmpty()) {
            return new Mapped.LeftOut(Counted.NOTHING);
        }
        EventId id =
                Names.said(
                        Nodes.text(postback, "mid")
                                .orElseGet(() ->
                                        "postback-"
                                                + letter.person()
                                                + "-"
                                                + letter.at().toEpochMilli()));
        return new Mapped.Happened(
                id,
                letter.in(),
                new Event.Said(
                        id,
                        letter.at(),
                        letter.in(),
                        letter.by(),
                        title.get(),
                        Optional.empty(),
                        List.of(),
                        letter.heard()));
    }

    private static Mapped read(Letter letter, JsonNode read) {
        Optional<String> mid = Nodes.text(read, "mid");
        String upTo =
                mid.orElseGet(() -> "until-" + letter.person() + "-" + letter.at().toEpochMilli());
        var id = Names.event(upTo, "read", upTo);
        return new Mapped.Happened(
                id,
                letter.in(),
                new Event.Read(
                        id,
                        letter.at(),
                        letter.in(),
                        letter.by(),
                        mid.map(Names::said),
                        letter.heard()));
    }
}
