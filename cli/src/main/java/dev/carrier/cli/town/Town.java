package dev.carrier.cli.town;

import dev.carrier.pipeline.character.CharacterFile;
import dev.carrier.runtime.SetupProblem;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.InstagramClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The sandbox, a server on it, and a bot for each character: an outside world of our own. It is
 * handed to Carrier as any operator's would be: by settings and environment variables. Not
 * thread-safe.
 */
public final class Town implements AutoCloseable {
    private static final Duration BETWEEN_IDENTIFIES = Duration.ofMillis(250);

    /**
     * Leave to identify is given at the start of connecting, which takes now longer, now shorter.
     */
    private static final Duration WITH_ROOM = BETWEEN_IDENTIFIES.multipliedBy(4);

    private final Sandbox sandbox;
    private final SandboxClient client;
    private final String host;
    private final DiscordClient.NewGuild guild;
    private final Map<String, String> around;
    private final Map<String, Resident> residents = new LinkedHashMap<>();
    private Optional<InstagramSide> instagram = Optional.empty();

    private Town(
            Sandbox sandbox,
            String host,
            DiscordClient.NewGuild guild,
            Map<String, String> around) {
        this.sandbox = sandbox;
        this.client = new SandboxClient(sandbox.base());
        this.host = host;
        this.guild = guild;
        this.around = Map.copyOf(around);
    }

    /** A character that lives here. */
    public record Resident(String account, CharacterFile character, DiscordClient.NewBot bot) {}

    /**
     * Starts it.
     *
     * @param port 0 takes a free one
     * @param guild the server's name
     * @param host who owns the server and the bots
     * @param characters who lives there
     * @throws SetupProblem when the port is in use
     */
    public static Town start(int port, String guild, String host, List<CharacterFile> characters) {
        return start(SandboxOptions.defaults().withPort(port), guild, host, characters);
    }

    /** The same where more is said of the sandbox than its port. */
    public static Town start(
            SandboxOptions options, String guild, String host, List<CharacterFile> characters) {
        return start(options, guild, host, characters, Map.of());
    }

    /**
     * The same where tokens are known before it starts.
     *
     * @param around an environment; a bot whose token is there has that one, the others new ones
     */
    public static Town start(
            SandboxOptions options,
            String guild,
            String host,
            List<CharacterFile> characters,
            Map<String, String> around) {
        Sandbox sandbox = sandbox(options);
        DiscordClient discord = new SandboxClient(sandbox.base()).discord();
        String owner = discord.person(host);
        Town town = new Town(sandbox, owner, discord.guild(guild, owner), around);
        characters.forEach(town::moveIn);
        return town;
    }

    private static Sandbox sandbox(SandboxOptions options) {
        try {
            return Sandbox.start(options.withIdentifyInterval(BETWEEN_IDENTIFIES));
        } catch (JavalinBindException taken) {
            throw new SetupProblem(
                    "port " + options.port() + " of the sandbox is in use",
                    "stop what uses it, or set http.sandbox to another (0 takes a free one)");
        }
    }

    /** The account's name of a character: its file's name. */
    public static String account(Path file) {
        String name =
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("character");
        return name.replaceAll("\\.json$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]", "-");
    }

    /** Where it is, for a browser. */
    public URI page() {
        return sandbox.base();
    }

    /** What people do there. */
    public SandboxClient client() {
        return client;
    }

    /** The person who owns the server and the bots. */
    public String host() {
        return host;
    }

    /** The server. */
    public DiscordClient.NewGuild guild() {
        return guild;
    }

    /** Who lives there, by account. */
    public Map<String, Resident> residents() {
        return Map.copyOf(residents);
    }

    /**
     * The account that has one on Instagram, too, where nobody says which: Ada's, if she is there.
     */
    public String first() {
        return residents.containsKey("ada")
                ? "ada"
                : residents.keySet().stream().sorted().findFirst().orElseThrow();
    }

    /** What Carrier has to be told to live there: path of a setting to its value. */
    public Map<String, String> settings() {
        Map<String, String> told = new HashMap<>();
        told.put("platforms.discord.url", sandbox.discordApi().toString());
        told.put("platforms.discord.identifySpacing", WITH_ROOM.toMillis() + "ms");
        told.put("models.offline.provider", "openai");
        told.put("models.offline.model", "offline-voice");
        told.put("models.offline.url", sandbox.model().toString());
        told.put("models.offline.sees", "true");
        residents.forEach((account, resident) -> {
            String prefix = "accounts." + account + ".";
            told.put(prefix + "platform", "discord");
            told.put(prefix + "character", resident.character().path().toAbsolutePath().toString());
            told.put(prefix + "model", "offline");
        });
        instagram.ifPresent(side -> told.putAll(side.settings(character(side))));
        return told;
    }

    /** The environment in which it has to be told so: the bots' tokens, under their usual names. */
    public Map<String, String> environment(Map<String, String> around) {
        Map<String, String> all = new HashMap<>(around);
        residents.forEach(
                (account, resident) -> all.put(variable(account), resident.bot().token()));
        instagram.ifPresent(side -> all.putAll(side.secrets()));
        return all;
    }

    /**
     * Gives one who lives here an account on Instagram as well, and a media host to publish from;
     * before the settings are asked for.
     *
     * @param account the one's account on Discord; that on Instagram is named {@code ACCOUNT-ig}
     */
    public void onInstagram(String account) {
        instagram =
                Optional.of(
                        InstagramSide.open(
                                client, sandbox.instagramApi(), resident(account), around));
    }

    /** That account; empty where nobody is on Instagram. */
    public Optional<InstagramClient.NewAccount> onInstagram() {
        return instagram.map(InstagramSide::who);
    }

    /** Has Instagram call there. Whoever is called must listen already, and prove it. */
    public void webhook(URI address) {
        instagram.ifPresent(side -> side.calls(client, address));
    }

    private String resident(String account) {
        if (!residents.containsKey(account)) {
            throw new IllegalArgumentException(account + " does not live here");
        }
        return account;
    }

    private Path character(InstagramSide side) {
        return Optional.ofNullable(residents.get(side.account().replaceFirst("-ig$", "")))
                .orElseThrow()
                .character()
                .path();
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private void moveIn(CharacterFile character) {
        String account = account(character.path());
        DiscordClient discord = client.discord();
        DiscordClient.NewBot bot =
                discord.bot(
                        character.character().name(),
                        Optional.ofNullable(around.get(variable(account))),
                        Optional.of(host),
                        true);
        discord.joins(bot.id(), guild.id());
        residents.put(account, new Resident(account, character, bot));
    }

    private static String variable(String account) {
        return "DISCORD_TOKEN_" + account.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
