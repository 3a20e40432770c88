package dev.carrier.sandbox.discord.control;

import dev.carrier.sandbox.discord.world.User;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns {@code @Name} into a mention, as Discord's own client does before it sends. */
final class MentionText {
    private MentionText() {}

    /**
     * {@code text} with the names of {@code users} turned into mentions; the longest name that fits
     * wins.
     */
    static String of(String text, List<User> users) {
        var result = text;
        var longestFirst =
                users.stream()
                        .sorted(Comparator.comparingInt((User u) -> u.name().length()).reversed())
                        .toList();
        for (var user : longestFirst) {
            var name =
                    Pattern.compile(
                            "(?<!\\w)@" + Pattern.quote(user.name()) + "(?![\\p{L}\\p{N}_])",
                            Pattern.CASE_INSENSITIVE);
            result =
                    name.matcher(result)
                            .replaceAll(Matcher.quoteReplacement("<@" + user.id() + ">"));
        }
        return result;
    }
}
