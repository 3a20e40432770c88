package dev.carrier.ingest.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.tree.MessageComponentTree;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.messages.MessagePoll;
import net.dv8tion.jda.api.entities.messages.MessageSnapshot;
import net.dv8tion.jda.api.entities.sticker.StickerItem;

/**
 * What a message says, in words: its text as people see it, then a line in brackets for whatever
 * else Discord shows there. Files are not in it: they go as attachments. Pure.
 */
final class Content {
    private static final int LONGEST_NAME = 100;

    private Content() {}

    static String of(Message message) {
        String text = message.getContentDisplay();
        var lines = new ArrayList<String>();
        if (SystemTalk.isSystem(message)) {
            lines.add(SystemTalk.line(message));
        } else {
            lines.add(text);
        }
        lines.addAll(shown(message.getComponentTree()));
        message.getMessageSnapshots().forEach(passedOn -> lines.add(forwarded(passedOn)));
        lines.addAll(stickers(message.getStickers()));
        if (message.getPoll() != null) {
            lines.add(poll(message.getPoll()));
        }
        if (message.isVoiceMessage()) {
            lines.add(voice(message.getAttachments()));
        }
        lines.addAll(Embeds.lines(message.getEmbeds(), text));
        return joined(lines.stream());
    }

    /** Discord does not say who wrote it. */
    private static String forwarded(MessageSnapshot snapshot) {
        String text = Brief.emoji(snapshot.getContentRaw());
        var lines = new ArrayList<String>();
        lines.add(text);
        lines.addAll(shown(snapshot.getComponentTree()));
        lines.addAll(stickers(snapshot.getStickers()));
        if (snapshot.getFlags().contains(Message.MessageFlag.IS_VOICE_MESSAGE)) {
            lines.add(voice(snapshot.getAttachments()));
        }
        lines.addAll(Embeds.lines(snapshot.getEmbeds(), text));
        if (lines.stream().allMatch(String::isBlank)) {
            lines.add(snapshot.getAttachments().isEmpty() ? "nothing to be seen" : "a file");
        }
        return "[forwarded: " + joined(lines.stream()) + "]";
    }

    private static List<String> shown(MessageComponentTree components) {
        return components.findAll(TextDisplay.class).stream()
                .map(display -> Brief.emoji(display.getContent()))
                .toList();
    }

    private static List<String> stickers(List<StickerItem> stickers) {
        return stickers.stream()
                .map(it -> "[sticker: " + Brief.line(it.getName(), LONGEST_NAME) + "]")
                .toList();
    }

    private static String poll(MessagePoll poll) {
        var answers =
                poll.getAnswers().stream()
                        .map(answer -> answer(answer, poll.isFinalizedVotes()))
                        .collect(Collectors.joining(" / "));
        String several = poll.isMultiAnswer() ? " (several may be chosen)" : "";
        return "[poll: "
                + Brief.line(Objects.toString(poll.getQuestion().getText(), ""), 300)
                + " "
                + answers
                + several
                + "]";
    }

    private static String answer(MessagePoll.Answer answer, boolean counted) {
        String text = Brief.line(Objects.toString(answer.getText(), ""), LONGEST_NAME);
        var emoji = answer.getEmoji();
        String shown = emoji == null ? text : Brief.emoji(emoji.getFormatted()) + " " + text;
        return counted ? shown + " (" + answer.getVotes() + ")" : shown;
    }

    private static String voice(List<Message.Attachment> spoken) {
        long seconds = Math.round(spoken.stream().mapToDouble(it -> it.getDuration()).sum());
        return "[voice message" + (seconds > 0 ? ", " + seconds + " s" : "") + "]";
    }

    private static String joined(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
