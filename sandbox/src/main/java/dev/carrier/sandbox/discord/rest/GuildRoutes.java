package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.payload.ChannelPayload;
import dev.carrier.sandbox.discord.payload.GuildPayload;
import dev.carrier.sandbox.discord.payload.MemberPayload;
import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Guild;
import dev.carrier.sandbox.discord.world.Permission;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Answer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;

/**
 * Guilds and their members.
 *
 * @see <a href="https://docs.discord.com/developers/resources/guild">Guild resource</a>
 */
public final class GuildRoutes {
    private final GuildPayload guilds;
    private final ChannelPayload channels;

    /** Guilds as {@code guilds} writes them. */
    public GuildRoutes(GuildPayload guilds, ChannelPayload channels) {
        this.guilds = guilds;
        this.channels = channels;
    }

    /** Adds its routes. */
    public void register(Rest rest, RoutesConfig routes) {
        var kind = RateLimits.Kind.OTHER;
        var guild = "/guilds/{guild}";
        rest.route(routes, HandlerType.GET, "/users/@me/guilds", kind, this::mine);
        rest.route(
                routes,
                HandlerType.GET,
                guild,
                kind,
                call -> Answer.json(200, guilds.of(guild(call))));
        rest.route(routes, HandlerType.GET, guild + "/channels", kind, this::channels);
        rest.route(routes, HandlerType.GET, guild + "/threads/active", kind, this::threads);
        rest.route(routes, HandlerType.GET, guild + "/members", kind, GuildRoutes::members);
        rest.route(routes, HandlerType.GET, guild + "/members/{user}", kind, GuildRoutes::member);
    }

    private static Guild guild(Call call) {
        var guild =
                call.world()
                        .guild(call.id("guild"))
                        .orElseThrow(() -> Rejected.with(404, 10004, "Unknown Guild"));
        if (guild.member(call.bot().id()).isEmpty()) {
            throw Rejected.missingAccess();
        }
        return guild;
    }

    private Answer mine(Call call) {
        var list = Json.array();
        call.world().guildsOf(call.bot().id()).forEach(guild -> list.add(guilds.of(guild)));
        return Answer.json(200, list);
    }

    private Answer channels(Call call) {
        var list = Json.array();
        call.world().channels(guild(call)).forEach(c -> list.add(channels.of(c, call.bot().id())));
        return Answer.json(200, list);
    }

    private Answer threads(Call call) {
        var body = Json.object();
        var threads = body.putArray("threads");
        body.putArray("members");
        for (var parent : call.world().channels(guild(call))) {
            if (call.may(parent, Permission.VIEW_CHANNEL)) {
                call.world().threads(parent).stream()
                        .filter(t -> t.thread().filter(Channel.ThreadState::archived).isEmpty())
                        .forEach(t -> threads.add(channels.of(t, call.bot().id())));
            }
        }
        return Answer.json(200, body);
    }

    private static Answer members(Call call) {
        if (!call.bot().privileged()) {
            throw Rejected.missingAccess();
        }
        var list = Json.array();
        guild(call).members().forEach(member -> list.add(MemberPayload.of(member)));
        return Answer.json(200, list);
    }

    private static Answer member(Call call) {
        var member =
                guild(call)
                        .member(call.id("user"))
                        .orElseThrow(() -> Rejected.with(404, 10007, "Unknown Member"));
        return Answer.json(200, MemberPayload.of(member));
    }
}
