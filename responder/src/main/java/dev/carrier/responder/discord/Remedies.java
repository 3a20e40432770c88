package dev.carrier.responder.discord;

import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import net.dv8tion.jda.api.Permission;

/**
 * What an operator reads when Discord refuses: what is wrong and what sets it right, with Discord's
 * code at the end. Names places, never what anyone wrote.
 *
 * @see <a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json">JSON
 *     error codes</a>
 */
final class Remedies {
    private Remedies() {}

    /**
     * The sentence for a JSON error code.
     *
     * @param needs what the attempt needs a permission for, should that be what is missing
     * @param meaning Discord's own words for a code that has no sentence here
     */
    static String of(int code, Place place, Permission needs, String meaning) {
        String here = where(place);
        String sentence =
                switch (code) {
                    case 10003 -> here + " was deleted";
                    case 10004 -> outside(place);
                    case 10008 -> "the message was deleted";
                    case 10014 -> "Discord does not know this emoji: let it use another";
                    case 20016 -> "slow mode in " + here + ": give it Manage Messages";
                    case 20028, 20029 -> "no more messages are taken in " + here + " for now";
                    case 40004 -> "Discord has switched sending off: try again later";
                    case 40005, 413 -> "it is too large for Discord: shorten what it sends";
                    case 401 -> "Discord refuses its token: set a new one and restart";
                    case 50001 -> missing(Permission.VIEW_CHANNEL, place);
                    case 50007 ->
                            "this person takes no direct messages from it: they have to allow"
                                    + " them in a server that both are in";
                    case 50278 -> "no server has both it and this person: they have to join one";
                    case 50008, 50024 -> "nobody can write in this kind of channel";
                    case 50013 -> missing(needs, place);
                    case 50083, 160005 -> locked(place);
                    case 90001 -> "its reaction is blocked: the author of the message blocked it";
                    case 160002 -> "may not reply in " + here + ": give it " + name(READ_BACK);
                    case 200000, 200001 ->
                            "AutoMod blocked it: exempt its role from the rule, or change what"
                                    + " the character says";
                    case 240000 -> "Discord's filter of harmful links blocked it";
                    default -> "Discord refuses: " + meaning;
                };
        return sentence + " (" + code + ")";
    }

    /** Whether the code is about the account in that place, and not about what it sends. */
    static boolean bars(int code) {
        return switch (code) {
            case 401, 10003, 10004, 50001, 50007, 50008, 50013, 50024, 50083, 50278, 160005 -> true;
            default -> false;
        };
    }

    private static final Permission READ_BACK = Permission.MESSAGE_HISTORY;

    /** What a missing permission keeps it from, and the permission's name in Discord's settings. */
    static String missing(Permission permission, Place place) {
        String verb =
                switch (permission) {
                    case VIEW_CHANNEL -> "cannot see ";
                    case MESSAGE_ADD_REACTION -> "may not react in ";
                    case MESSAGE_HISTORY -> "may not read back in ";
                    case MESSAGE_ATTACH_FILES -> "may not send files in ";
                    default -> "may not write in ";
                };
        return verb + where(place) + ": give it " + name(permission);
    }

    /** A thread that only moderators may bring back. */
    static String locked(Place place) {
        return where(place) + " is locked: unlock it, or give it Manage Threads";
    }

    /** A server that it is not, or no longer, in. */
    static String outside(Place place) {
        return "is not in " + server(place) + " any more: invite it again";
    }

    /** How an operator knows the place's server. */
    static String server(Place place) {
        return place.guildName().orElse("the server");
    }

    /** How an operator knows the place. */
    static String where(Place place) {
        if (place.kind() == PlaceKind.DM) {
            return "the direct message";
        }
        return place.kind() == PlaceKind.THREAD
                ? "the thread " + place.name().orElse(place.channel())
                : "#" + place.name().orElse(place.channel());
    }

    /** The name in Discord's settings, which is not always JDA's. */
    private static String name(Permission permission) {
        return permission == READ_BACK ? "Read Message History" : permission.getName();
    }
}
