package dev.carrier.ingest.discord;

import dev.carrier.contracts.Address;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How a message addresses an account, by Discord's own marks. A reply pings its author without
 * writing it, so only what stands in the text counts as a mention; in code it is no mark but a
 * quotation. Pure.
 */
final class Addressing {
    private static final Pattern CODE =
            Pattern.compile("```.*?(```|\\z)|`[^`\\n]*`", Pattern.DOTALL);

    private Addressing() {}

    /**
     * @param self the account's user
     * @param raw the text as Discord sends it, mentions <a
     *     href="https://docs.discord.com/developers/reference#message-formatting">by number</a>
     * @param mentionedRoles the roles that the message mentions
     * @param ownRoles the roles that the account has
     * @param repliesToSelf it is a reply to a message of the account
     */
    static SortedSet<Address> of(
            String self,
            String raw,
            Collection<String> mentionedRoles,
            Collection<String> ownRoles,
            boolean repliesToSelf) {
        Set<Address> out = EnumSet.noneOf(Address.class);
        String spoken = CODE.matcher(raw).replaceAll(" ");
        if (spoken.contains("<@" + self + ">") || spoken.contains("<@!" + self + ">")) {
            out.add(Address.MENTION);
        }
        if (mentionedRoles.stream().anyMatch(ownRoles::contains)) {
            out.add(Address.ROLE);
        }
        if (repliesToSelf) {
            out.add(Address.REPLY);
        }
        return new TreeSet<>(out);
    }
}
