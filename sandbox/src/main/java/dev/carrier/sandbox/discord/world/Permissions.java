package dev.carrier.sandbox.discord.world;

import java.util.Optional;

/**
 * What a user may do in a channel: the roles of the guild, then the overwrites of the channel (a
 * thread has its parent's).
 *
 * @see <a
 *     href="https://docs.discord.com/developers/topics/permissions#permission-overwrites">Overwrites</a>
 */
public final class Permissions {
    // "Timed out members will temporarily lose all permissions except VIEW_CHANNEL and
    // READ_MESSAGE_HISTORY."
    // https://docs.discord.com/developers/topics/permissions#permissions-for-timed-out-members
    private static final long WHILE_TIMED_OUT =
            Permission.VIEW_CHANNEL.bits() | Permission.READ_MESSAGE_HISTORY.bits();

    private Permissions() {}

    /**
     * Whether {@code user} may do {@code what} in {@code channel}; in a DM its two parties may do
     * everything.
     */
    public static boolean may(World world, long user, Channel channel, Permission what) {
        if (channel.kind() == Channel.Kind.DM) {
            return channel.recipients().contains(user);
        }
        return (in(world, user, channel) & what.bits()) != 0;
    }

    /** All bits that {@code user} has in {@code channel}; none outside its guild. */
    public static long in(World world, long user, Channel channel) {
        var guild = world.guildOf(channel);
        var member = guild.flatMap(g -> g.member(user));
        if (guild.isEmpty() || member.isEmpty()) {
            return 0;
        }
        var base = base(guild.get(), member.get());
        if (guild.get().owner() == user || (base & Permission.ADMINISTRATOR.bits()) != 0) {
            return -1L;
        }
        var ruling = channel.kind().thread() ? parent(world, channel).orElse(channel) : channel;
        var result = overwritten(base, ruling, guild.get(), member.get());
        if ((result & Permission.VIEW_CHANNEL.bits()) == 0) {
            return 0;
        }
        return timedOut(world, member.get()) ? result & WHILE_TIMED_OUT : result;
    }

    private static boolean timedOut(World world, Member member) {
        return member.timedOutUntil()
                .filter(until -> until.isAfter(world.clock().instant()))
                .isPresent();
    }

    private static Optional<Channel> parent(World world, Channel channel) {
        return channel.parent().isPresent()
                ? world.channel(channel.parent().getAsLong())
                : Optional.empty();
    }

    private static long base(Guild guild, Member member) {
        var bits = guild.role(guild.id()).map(Role::permissions).orElse(0L);
        for (var role : member.roles()) {
            bits |= guild.role(role).map(Role::permissions).orElse(0L);
        }
        return bits;
    }

    private static long overwritten(long base, Channel channel, Guild guild, Member member) {
        var bits = base;
        for (var over : channel.overwrites()) {
            if (over.target() == guild.id()) {
                bits = (bits & ~over.deny()) | over.allow();
            }
        }
        var allow = 0L;
        var deny = 0L;
        for (var over : channel.overwrites()) {
            if (over.role() && member.roles().contains(over.target())) {
                allow |= over.allow();
                deny |= over.deny();
            }
        }
        bits = (bits & ~deny) | allow;
        for (var over : channel.overwrites()) {
            if (!over.role() && over.target() == member.user().id()) {
                bits = (bits & ~over.deny()) | over.allow();
            }
        }
        return bits;
    }
}
