package dev.carrier.sandbox.discord.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which mentions in a text may ping.
 *
 * @param users empty set and {@code allUsers} false: nobody
 * @see <a
 *     href="https://docs.discord.com/developers/resources/message#allowed-mentions-object">Allowed
 *     mentions</a>
 */
public record AllowedMentions(
        boolean allUsers,
        boolean allRoles,
        boolean everyone,
        Set<Long> users,
        Set<Long> roles,
        boolean repliedUser) {
    private static final Pattern USER = Pattern.compile("<@!?(\\d{1,19})>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d{1,19})>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)\\b");

    /** What holds when a message says nothing: all of them. */
    public static AllowedMentions all() {
        return new AllowedMentions(true, true, true, Set.of(), Set.of(), true);
    }

    /**
     * Whom {@code content} pings; {@code repliedTo} is the author of the message that it answers.
     */
    Mentions in(String content, Optional<User> repliedTo, boolean mayPingEveryone) {
        var pinged = new LinkedHashSet<Long>();
        for (var id : ids(USER, content)) {
            if (allUsers || users.contains(id)) {
                pinged.add(id);
            }
        }
        if (repliedUser) {
            repliedTo.map(User::id).ifPresent(pinged::add);
        }
        var roleIds =
                ids(ROLE, content).stream().filter(id -> allRoles || roles.contains(id)).toList();
        return new Mentions(
                List.copyOf(pinged),
                roleIds,
                everyone && mayPingEveryone && EVERYONE.matcher(content).find());
    }

    private static List<Long> ids(Pattern pattern, String content) {
        var found = new ArrayList<Long>();
        pattern.matcher(content)
                .results()
                .forEach(m -> found.add(Long.parseUnsignedLong(m.group(1))));
        return found;
    }
}
