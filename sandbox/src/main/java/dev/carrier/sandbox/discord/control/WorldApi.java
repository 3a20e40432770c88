package dev.carrier.sandbox.discord.control;

import dev.carrier.sandbox.discord.world.Channel;
import dev.carrier.sandbox.discord.world.Guild;
import dev.carrier.sandbox.discord.world.Overwrite;
import dev.carrier.sandbox.discord.world.Rejected;
import dev.carrier.sandbox.discord.world.Stats;
import dev.carrier.sandbox.discord.world.Talk;
import dev.carrier.sandbox.discord.world.User;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** {@code /sandbox/discord/…}: people, bots, guilds, channels, DMs. */
public final class WorldApi {
    private final World world;
    private final Talk talk;
    private final Stats stats;
    private final Views views;

    /** The control API of {@code world}. */
    public WorldApi(World world, Talk talk, Stats stats, Views views) {
        this.world = world;
        this.talk = talk;
        this.stats = stats;
        this.views = views;
    }

    /** Adds its routes. */
    public void register(RoutesConfig routes) {
        Control.route(routes, HandlerType.POST, "/bots", this::bot);
        Control.route(routes, HandlerType.POST, "/people", this::person);
        Control.route(routes, HandlerType.PATCH, "/people/{user}", this::changePerson);
        Control.route(routes, HandlerType.POST, "/guilds", this::guild);
        Control.route(routes, HandlerType.PATCH, "/guilds/{guild}", this::changeGuild);
        Control.route(routes, HandlerType.POST, "/guilds/{guild}/members", this::join);
        Control.route(routes, HandlerType.DELETE, "/guilds/{guild}/members/{user}", this::leave);
        Control.route(routes, HandlerType.PATCH, "/guilds/{guild}/members/{user}", this::silence);
        Control.route(routes, HandlerType.POST, "/guilds/{guild}/roles", this::role);
        Control.route(
                routes,
                HandlerType.PUT,
                "/guilds/{guild}/members/{user}/roles/{role}",
                form -> roles(form, true));
        Control.route(
                routes,
                HandlerType.DELETE,
                "/guilds/{guild}/members/{user}/roles/{role}",
                form -> roles(form, false));
        Control.route(routes, HandlerType.POST, "/guilds/{guild}/channels", this::channel);
        Control.route(routes, HandlerType.PATCH, "/channels/{channel}", this::changeChannel);
        Control.route(routes, HandlerType.DELETE, "/channels/{channel}", this::deleteChannel);
        Control.route(
                routes,
                HandlerType.PUT,
                "/channels/{channel}/permissions/{target}",
                this::permissions);
        Control.route(routes, HandlerType.POST, "/channels/{channel}/threads", this::thread);
        Control.route(routes, HandlerType.POST, "/dms", this::dm);
        Control.route(routes, HandlerType.PUT, "/clock", this::clock);
        Control.route(routes, HandlerType.GET, "/world", _ -> views.world());
        Control.route(routes, HandlerType.GET, "/stats", _ -> stats.json());
    }

    private JsonNode clock(Form form) {
        world.behind(Duration.ofSeconds(form.id("behind")));
        return Json.object();
    }

    private JsonNode bot(Form form) {
        var bot =
                world.bot(
                        form.text("name"),
                        form.maybe("token"),
                        form.maybeId("owner"),
                        form.flag("privileged", true));
        form.ids("guilds").forEach(id -> world.join(guild(id), bot.id(), 0));
        return views.user(bot.user())
                .put("application", Long.toString(bot.id()))
                .put("token", bot.token());
    }

    private JsonNode person(Form form) {
        var person = world.person(form.text("name"));
        form.ids("guilds").forEach(id -> world.join(guild(id), person.id(), 0));
        return views.user(person);
    }

    private JsonNode changePerson(Form form) {
        var user = user(form.path("user"));
        world.takesDms(user.id(), form.flag("dms", true));
        return views.user(user);
    }

    private JsonNode guild(Form form) {
        var owner =
                form.maybeId("owner")
                        .orElseGet(() -> world.person("Owner of " + form.text("name")).id());
        var guild = world.guild(form.text("name"), user(owner).id());
        form.ids("members").forEach(id -> world.join(guild, user(id).id(), 0));
        var general = world.channel(guild, Channel.Kind.TEXT, "general", OptionalLong.empty());
        return views.guild(guild).put("general", Long.toString(general.id()));
    }

    private JsonNode changeGuild(Form form) {
        var guild = guild(form.path("guild"));
        world.available(guild, form.flag("available", true));
        return views.guild(guild);
    }

    private JsonNode join(Form form) {
        var guild = guild(form.path("guild"));
        world.join(guild, user(form.id("user")).id(), form.maybeId("permissions").orElse(0));
        return views.guild(guild);
    }

    private JsonNode silence(Form form) {
        var guild = guild(form.path("guild"));
        var seconds = form.maybeId("timeout").orElse(0);
        world.timeOut(
                guild,
                form.path("user"),
                seconds > 0
                        ? Optional.of(world.clock().instant().plusSeconds(seconds))
                        : Optional.empty());
        return views.guild(guild);
    }

    private JsonNode role(Form form) {
        var role = world.role(guild(form.path("guild")), form.text("name"));
        return Json.object().put("id", Long.toString(role.id())).put("name", role.name());
    }

    private JsonNode roles(Form form, boolean has) {
        var guild = guild(form.path("guild"));
        var role =
                guild.role(form.path("role"))
                        .orElseThrow(() -> Rejected.with(404, 10011, "Unknown Role"));
        world.give(guild, user(form.path("user")).id(), role.id(), has);
        return views.guild(guild);
    }

    private JsonNode leave(Form form) {
        var guild = guild(form.path("guild"));
        world.leave(guild, form.path("user"));
        return views.guild(guild);
    }

    private JsonNode channel(Form form) {
        var kind =
                switch (form.maybe("type").orElse("text").toLowerCase(Locale.ROOT)) {
                    case "text" -> Channel.Kind.TEXT;
                    case "forum" -> Channel.Kind.FORUM;
                    case "category" -> Channel.Kind.CATEGORY;
                    default ->
                            throw Rejected.form(
                                    "type", "BASE_TYPE_CHOICES", "text, forum or category");
                };
        return views.channel(
                world.channel(
                        guild(form.path("guild")),
                        kind,
                        form.text("name"),
                        form.maybeId("parent")));
    }

    private JsonNode changeChannel(Form form) {
        var channel = channelAt(form);
        var renamed = channel.named(form.maybe("name").orElse(channel.name()));
        var changed =
                renamed.thread()
                        .map(state ->
                                renamed.with(
                                        new Channel.ThreadState(
                                                state.owner(),
                                                form.flag("archived", state.archived()),
                                                form.flag("locked", state.locked()),
                                                world.clock().instant(),
                                                state.members())))
                        .orElse(renamed);
        return views.channel(world.change(changed));
    }

    private JsonNode deleteChannel(Form form) {
        var channel = channelAt(form);
        world.close(channel);
        return views.channel(channel);
    }

    private JsonNode permissions(Form form) {
        var channel = channelAt(form);
        var target = form.path("target");
        var role = world.guildOf(channel).flatMap(g -> g.role(target)).isPresent();
        var allow = form.maybeId("allow").orElse(0);
        return views.channel(
                world.change(
                        channel.with(
                                new Overwrite(
                                        target, role, allow, form.maybeId("deny").orElse(0)))));
    }

    private JsonNode thread(Form form) {
        var parent = channelAt(form);
        var owner =
                form.maybeId("owner")
                        .orElseGet(() -> world.guildOf(parent).map(Guild::owner).orElse(0L));
        var from =
                form.maybeId("message").stream()
                        .boxed()
                        .findFirst()
                        .flatMap(id -> talk.find(parent.id(), id));
        return views.channel(talk.thread(parent, form.text("name"), user(owner), from));
    }

    private JsonNode dm(Form form) {
        var dm = world.dm(user(form.id("bot")).id(), user(form.id("person")).id());
        var node = Json.object().put("channel", Long.toString(dm.id()));
        return node.setAll(views.channel(dm));
    }

    private Channel channelAt(Form form) {
        return world.channel(form.path("channel")).orElseThrow(Rejected::unknownChannel);
    }

    private User user(long id) {
        return world.user(id).orElseThrow(() -> Rejected.with(404, 10013, "Unknown User"));
    }

    private Guild guild(long id) {
        return world.guild(id).orElseThrow(() -> Rejected.with(404, 10004, "Unknown Guild"));
    }
}
