package dev.carrier.ingest.discord;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.MessageType;

/**
 * What <a
 * href="https://docs.discord.com/developers/resources/message#message-object-message-types">Discord
 * itself</a> tells in a channel: of the author, in words. Pure.
 */
final class SystemTalk {
    /** All others are Discord's own, also those that it will think of yet. */
    private static final Set<MessageType> WRITTEN =
            Set.of(
                    MessageType.DEFAULT,
                    MessageType.INLINE_REPLY,
                    MessageType.SLASH_COMMAND,
                    MessageType.CONTEXT_COMMAND);

    private static final int LONGEST = 300;

    private SystemTalk() {}

    static boolean isSystem(Message message) {
        return !WRITTEN.contains(message.getType());
    }

    /** It says what happened; who did it is the message's author. */
    static String line(Message message) {
        return "[" + Brief.line(told(message), LONGEST * 2) + "]";
    }

    private static String told(Message message) {
        String text = Brief.line(message.getContentDisplay(), LONGEST);
        return switch (message.getType()) {
            case GUILD_MEMBER_JOIN -> "joined the server";
            case CHANNEL_PINNED_ADD -> "pinned a message";
            case GUILD_MEMBER_BOOST -> "boosted the server" + (text.isEmpty() ? "" : ": " + text);
            case GUILD_BOOST_TIER_1, GUILD_BOOST_TIER_2, GUILD_BOOST_TIER_3 ->
                    "boosted the server to the next level";
            case THREAD_CREATED -> "began a thread: " + text;
            case THREAD_STARTER_MESSAGE -> "the thread begins from a message" + began(message);
            case POLL_RESULT -> "the poll ended" + result(message.getEmbeds());
            default -> {
                String type = message.getType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                yield text.isEmpty() ? type : type + ": " + text;
            }
        };
    }

    /** Not its text: whoever deletes it there must not find it kept here. */
    private static String began(Message starter) {
        var from = starter.getReferencedMessage();
        return from == null ? "" : " of " + from.getAuthor().getEffectiveName();
    }

    /**
     * <a
     * href="https://docs.discord.com/developers/resources/message#embed-fields-by-embed-type-poll-result-embed-fields">Fields</a>.
     */
    private static String result(List<MessageEmbed> embeds) {
        String question = field(embeds, "poll_question_text").map(it -> ": " + it).orElse("");
        String winner =
                field(embeds, "victor_answer_text")
                        .map(it -> " Most votes: " + it)
                        .orElse(question.isEmpty() ? "" : " No answer has most votes");
        String votes =
                field(embeds, "victor_answer_votes")
                        .flatMap(won ->
                                field(embeds, "total_votes")
                                        .map(all -> " (" + won + " of " + all + ")"))
                        .orElse("");
        return question + winner + votes;
    }

    private static Optional<String> field(List<MessageEmbed> embeds, String name) {
        return embeds.stream()
                .flatMap(embed -> embed.getFields().stream())
                .filter(field -> name.equals(field.getName()))
                .map(MessageEmbed.Field::getValue)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
