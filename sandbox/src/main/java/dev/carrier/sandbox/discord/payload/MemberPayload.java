package dev.carrier.sandbox.discord.payload;

import dev.carrier.sandbox.discord.world.Member;
import dev.carrier.sandbox.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A member of a guild.
 *
 * @see <a href="https://docs.discord.com/developers/resources/guild#guild-member-object">Guild
 *     member object</a>
 */
public final class MemberPayload {
    private MemberPayload() {}

    /** {@code member} with their user. */
    public static ObjectNode of(Member member) {
        var node = partial(member);
        node.set("user", UserPayload.of(member.user()));
        return node;
    }

    /** {@code member} without their user, as in messages. */
    public static ObjectNode partial(Member member) {
        var node = Json.object();
        node.putNull("nick").putNull("avatar");
        var roles = node.putArray("roles");
        member.roles().forEach(role -> roles.add(Long.toString(role)));
        node.put("joined_at", Times.of(member.joined())).putNull("premium_since");
        node.put("deaf", false).put("mute", false).put("flags", 0).put("pending", false);
        member.timedOutUntil()
                .ifPresentOrElse(
                        until -> node.put("communication_disabled_until", Times.of(until)),
                        () -> node.putNull("communication_disabled_until"));
        return node;
    }
}
