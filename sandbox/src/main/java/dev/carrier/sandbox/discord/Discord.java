package dev.carrier.sandbox.discord;

import dev.carrier.sandbox.discord.control.CommandApi;
import dev.carrier.sandbox.discord.control.EchoApi;
import dev.carrier.sandbox.discord.control.GatewayApi;
import dev.carrier.sandbox.discord.control.LiveApi;
import dev.carrier.sandbox.discord.control.TalkApi;
import dev.carrier.sandbox.discord.control.Views;
import dev.carrier.sandbox.discord.control.WorldApi;
import dev.carrier.sandbox.discord.gateway.Admission;
import dev.carrier.sandbox.discord.gateway.Gateway;
import dev.carrier.sandbox.discord.gateway.Timing;
import dev.carrier.sandbox.discord.payload.ChannelPayload;
import dev.carrier.sandbox.discord.payload.GuildPayload;
import dev.carrier.sandbox.discord.payload.MessagePayload;
import dev.carrier.sandbox.discord.rest.Cdn;
import dev.carrier.sandbox.discord.rest.ChannelRoutes;
import dev.carrier.sandbox.discord.rest.CommandRoutes;
import dev.carrier.sandbox.discord.rest.GatewayRoutes;
import dev.carrier.sandbox.discord.rest.GuildRoutes;
import dev.carrier.sandbox.discord.rest.InteractionRoutes;
import dev.carrier.sandbox.discord.rest.MessageRoutes;
import dev.carrier.sandbox.discord.rest.ReactionRoutes;
import dev.carrier.sandbox.discord.rest.Rest;
import dev.carrier.sandbox.discord.rest.Sizes;
import dev.carrier.sandbox.discord.rest.UserRoutes;
import dev.carrier.sandbox.discord.world.Interactions;
import dev.carrier.sandbox.discord.world.Stats;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.http.Part;
import dev.carrier.sandbox.orders.Orders;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Duration;

/** The sandbox's Discord: one world, its REST API and its gateway. */
public final class Discord implements Part {
    private final World world;
    private final Talk talk;
    private final Stats stats = new Stats();
    private final MessagePayload messages;
    private final ChannelPayload channels;
    private final GuildPayload guilds;
    private final Interactions interactions;
    private final Admission admission;
    private final GatewayRoutes gatewayRoutes;
    private final Rest rest;
    private final Gateway gateway;
    private final Views views;
    private final LiveApi live;
    private final Orders orders;
    private final EchoApi echoes;

    /** A Discord in which there is nobody yet. */
    public Discord(
            Orders orders,
            Clock clock,
            Duration behind,
            Timing timing,
            Duration nonceExpiry,
            Sizes sizes) {
        this.orders = orders;
        this.world = new World(clock, behind);
        this.talk = new Talk(world, nonceExpiry);
        this.interactions = new Interactions(world, talk);
        this.messages = new MessagePayload(world, talk);
        this.channels = new ChannelPayload(world, talk);
        this.guilds = new GuildPayload(world, channels);
        this.admission = new Admission(timing.identifyInterval());
        this.gatewayRoutes = new GatewayRoutes(admission);
        this.rest = new Rest(world, talk, stats, orders, sizes);
        this.gateway =
                new Gateway(world, stats, orders, timing, admission, messages, channels, guilds);
        this.views = new Views(world);
        this.live = new LiveApi(world, views);
        this.echoes = new EchoApi(world, talk);
    }

    /** Who and what exists; whoever shows it live listens here. */
    public World world() {
        return world;
    }

    /** What was written. */
    public Talk talk() {
        return talk;
    }

    /** What clients did. */
    public Stats stats() {
        return stats;
    }

    @Override
    public void register(RoutesConfig routes) {
        gatewayRoutes.register(rest, routes);
        new MessageRoutes(messages, stats).register(rest, routes);
        new ReactionRoutes().register(rest, routes);
        new ChannelRoutes(channels, messages).register(rest, routes);
        new GuildRoutes(guilds, channels).register(rest, routes);
        new UserRoutes(channels).register(rest, routes);
        new CommandRoutes(interactions).register(rest, routes);
        new InteractionRoutes(interactions, talk, messages).register(rest, routes);
        rest.unknown(routes);
        gateway.register(routes);
        new WorldApi(world, talk, stats, views).register(routes);
        new TalkApi(world, talk, views).register(routes);
        new Cdn(world, talk, orders).register(routes);
        new CommandApi(world, talk, interactions).register(routes);
        new GatewayApi(admission).register(routes);
        live.register(routes);
        echoes.register(routes);
    }

    @Override
    public void started(String authority) {
        gatewayRoutes.gatewayAt("ws://" + authority + "/gateway");
        messages.filesAt("http://" + authority);
        gateway.started(authority);
    }

    @Override
    public void close() {
        echoes.close();
        live.close();
        gateway.close();
    }
}
