package dev.carrier.pipeline.action;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.ThreadStart;
import dev.carrier.pipeline.state.Deciding;
import dev.carrier.pipeline.state.Trigger;
import dev.carrier.pipeline.state.Turn;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the policy wants it, who calls a character in a channel is answered in a thread. Pure. */
final class Threading {
    private static final int LONGEST_NAME = 60;

    private Threading() {}

    /** The thread of the message that called, if an answer belongs into one. */
    static Optional<ThreadStart> of(Deciding deciding, AccountId account, Turn turn) {
        boolean here =
                deciding.place().kind() == PlaceKind.CHANNEL
                        && deciding.ways().thread().orElse(false);
        String character = deciding.name(account);
        return turn.newestAddressed()
                .filter(message -> here && message.interaction().isEmpty())
                .map(Trigger::id)
                .map(message ->
                        new ThreadStart(
                                message,
                                deciding.window().stream()
                                        .filter(line -> line.id().equals(message))
                                        .map(Line::text)
                                        .map(text -> name(text, character))
                                        .findFirst()
                                        .orElse(character)));
    }

    /** What somebody said, without whom they said it to. */
    static String name(String text, String character) {
        String words =
                text.lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll("(?iu)@?\\b" + Pattern.quote(character) + "\\b[,:]?", "")
                        .replaceAll("\\s+", " ")
                        .strip();
        if (words.isEmpty()) {
            return character;
        }
        if (words.length() <= LONGEST_NAME) {
            return words;
        }
        String part = words.substring(0, LONGEST_NAME - 1);
        int space = part.lastIndexOf(' ');
        String kept = part.substring(0, space > LONGEST_NAME / 2 ? space : part.length());
        return (Character.isHighSurrogate(kept.charAt(kept.length() - 1))
                        ? kept.substring(0, kept.length() - 1)
                        : kept)
                + "…";
    }
}
