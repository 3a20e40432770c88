package dev.carrier.ingest.discord;

import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;

/** Who wrote or did something on Discord. Pure. */
final class Authors {
    private Authors() {}

    /**
     * The author of a message.
     *
     * @param member the author in the server, where there is one
     */
    static Author of(Message message, Optional<Member> member) {
        return author(message.getAuthor(), member, kind(message));
    }

    /** A user who did something other than to write. */
    static Author of(User user, Optional<Member> member) {
        return author(user, member, user.isBot() ? AuthorKind.BOT : AuthorKind.PERSON);
    }

    /** Someone of whom Discord gave nothing but the number. */
    static Author unknown(String user) {
        return new Author(Places.person(user), user, AuthorKind.PERSON, List.of());
    }

    private static Author author(User user, Optional<Member> member, AuthorKind kind) {
        return new Author(
                Places.person(user.getId()),
                member.map(Member::getEffectiveName).orElseGet(user::getEffectiveName),
                kind,
                member.map(Member::getUnsortedRoles).stream()
                        .flatMap(roles -> roles.stream())
                        .map(ISnowflake::getId)
                        .sorted()
                        .toList());
    }

    private static AuthorKind kind(Message message) {
        if (SystemTalk.isSystem(message) || message.getAuthor().isSystem()) {
            return AuthorKind.SYSTEM;
        }
        // The answer of a bot to a slash command also comes through a webhook: its application's.
        if (message.isWebhookMessage() && message.getInteractionMetadata() == null) {
            return AuthorKind.WEBHOOK;
        }
        return message.getAuthor().isBot() ? AuthorKind.BOT : AuthorKind.PERSON;
    }
}
