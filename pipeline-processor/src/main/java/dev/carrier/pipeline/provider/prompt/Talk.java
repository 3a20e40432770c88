package dev.carrier.pipeline.provider.prompt;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.PromptPicture;
import dev.carrier.pipeline.provider.enclosure.Enclosures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lines of talk as messages: {@code Author: text} of people, plain words of the character itself.
 * Pure; a line is a message or a part of one, never of two.
 */
final class Talk {
    private static final String USER = "user";
    private static final String ASSISTANT = "assistant";

    /** A prompt's author is at most this long, marks of ours included. */
    private static final int AUTHOR_LENGTH = 60;

    private final String name;
    private final AccountId account;
    private final Enclosures enclosures;
    private final Map<EventId, String> authors = new HashMap<>();

    /**
     * Of one character.
     *
     * @param known lines that replies may point to
     * @param enclosures what goes with the lines
     */
    Talk(String name, AccountId account, List<Line> known, Enclosures enclosures) {
        this.name = name;
        this.account = account;
        this.enclosures = enclosures;
        known.forEach(line -> authors.put(line.id(), author(line)));
    }

    /** Whether the character said it itself. */
    boolean own(Line line) {
        return line.account().filter(account::equals).isPresent();
    }

    /** A line with its author, the character's own too. */
    String spoken(Line line) {
        return named(line) + ": " + Plain.indented(said(line) + quoted(line));
    }

    /**
     * The lines as messages of alternating roles, as many models insist on: neighbours of one role
     * are one message. A line of its own at the beginning has nothing to answer; it must not occur.
     */
    List<PromptMessage> messages(List<Line> lines) {
        var messages = new ArrayList<PromptMessage>();
        for (Line line : lines) {
            String role = own(line) ? ASSISTANT : USER;
            String text = own(line) ? said(line) : spoken(line) + enclosed(line);
            var pictures = new ArrayList<PromptPicture>();
            if (!messages.isEmpty() && messages.getLast().role().equals(role)) {
                PromptMessage before = messages.removeLast();
                text = before.text() + "\n" + text;
                pictures.addAll(before.shown());
            }
            pictures.addAll(Enclosed.pictures(enclosures.of(line.id())));
            messages.add(
                    new PromptMessage(
                            role,
                            text,
                            Optional.of(List.copyOf(pictures)).filter(some -> !some.isEmpty())));
        }
        return messages;
    }

    /** The author's name; a stranger who goes by the character's name is told apart. */
    String author(Line line) {
        if (own(line)) {
            return name;
        }
        String author = Plain.name(line.name());
        return author.equalsIgnoreCase(Plain.name(name)) ? author + " (not you)" : author;
    }

    /** What it answers, where that stands nowhere else in the prompt. */
    private String quoted(Line line) {
        return line.quote()
                .filter(_ -> !line.replyTo().map(authors::containsKey).orElse(false))
                .map(quote ->
                        "\n[it answers what "
                                + Plain.name(quote.author())
                                + " wrote earlier: \""
                                + Plain.text(quote.text()).replace('\n', ' ')
                                + "\"]")
                .orElse("");
    }

    private String enclosed(Line line) {
        return enclosures.of(line.id()).stream()
                .map(one -> "\n" + Enclosed.told(one, author(line)))
                .map(Plain::indented)
                .collect(Collectors.joining());
    }

    private String named(Line line) {
        String author = author(line);
        String full =
                line.replyTo()
                        .map(authors::get)
                        .map(to -> author + " (replying to " + to.replace(" (not you)", "") + ")")
                        .orElse(author);
        return full.length() <= AUTHOR_LENGTH ? full : author;
    }

    private static String said(Line line) {
        String text = Plain.text(line.text());
        return text.isEmpty() ? "(something without words)" : text;
    }
}
