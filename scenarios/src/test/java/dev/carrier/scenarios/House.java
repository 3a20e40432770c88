package dev.carrier.scenarios;

import dev.carrier.cli.run.FreePorts;
import dev.carrier.cli.run.Progress;
import dev.carrier.cli.run.Running;
import dev.carrier.cli.town.Characters;
import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Outcome;
import dev.carrier.faults.judge.Recorded;
import dev.carrier.runtime.Parts;
import dev.carrier.runtime.settings.Settings;
import dev.carrier.runtime.settings.SettingsLoader;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SeenMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Carrier, whole, in this JVM, and a Discord that outlives it: it can leave, and come back to the
 * same data. Ada lives here.
 */
final class House implements AutoCloseable {
    static final AccountId ADA = new AccountId("ada");
    static final Duration PATIENCE = Duration.ofMinutes(2);

    final dev.carrier.cli.town.Town town;
    final SandboxClient client;
    final DiscordClient discord;
    private final Settings settings;
    private Optional<Parts> parts = Optional.empty();
    private Optional<Running> running = Optional.empty();

    /**
     * @param data for Kafka and Redis
     * @param yaml what is set otherwise than by default
     */
    House(SandboxOptions options, Path data, String yaml) {
        town =
                dev.carrier.cli.town.Town.start(
                        options, "Café", "Mara", List.of(Characters.one(Path.of(".."), "ada")));
        client = town.client();
        discord = client.discord();
        Map<String, String> own = new HashMap<>(town.settings());
        own.putAll(FreePorts.settings());
        own.put("data", data.toString());
        settings = SettingsLoader.parse(yaml, town.environment(Map.of()), own).settings();
    }

    /** Carrier starts; it listens and speaks when this returns. */
    void open() throws InterruptedException {
        Parts begun = new Parts();
        parts = Optional.of(begun);
        Running whole = Running.start(settings, begun, Progress.QUIET);
        running = Optional.of(whole);
        List<String> troubles = whole.awaitReady(PATIENCE);
        if (!troubles.isEmpty()) {
            throw new IllegalStateException(troubles.toString());
        }
    }

    /** Carrier, while it is there. */
    Running running() {
        return running.orElseThrow();
    }

    /** Carrier ends, as with Ctrl-C. */
    void leave() {
        parts.ifPresent(Parts::close);
        parts = Optional.empty();
    }

    /** A new person, who is in the server. */
    String person(String name) {
        String person = discord.person(name);
        discord.joins(person, town.guild().id());
        return person;
    }

    /** A new channel of the server. */
    String channel(String name) {
        return discord.channel(town.guild().id(), name);
    }

    /** Ada's user. */
    String ada() {
        return Objects.requireNonNull(town.residents().get("ada")).bot().id();
    }

    /** What Ada said there, oldest first. */
    List<SeenMessage> spoken(String channel) {
        return discord.messages(channel).stream()
                .filter(message -> message.author().equals(ada()))
                .toList();
    }

    /** What stands in the topics. */
    Recorded recorded() {
        return Recorded.read(running.orElseThrow().infrastructure().kafka());
    }

    /** How a message ended for Ada, as the journal says it: {@code ignored(too old)}. */
    static List<String> outcomes(Recorded recorded, SeenMessage message) {
        return recorded.outcomes().stream()
                .filter(one -> one.account().equals(ADA))
                .filter(one ->
                        one.event().value().equals(EventId.discordSaid(message.id()).value()))
                .map(House::told)
                .toList();
    }

    static String told(Outcome outcome) {
        return outcome.kind().name().toLowerCase(Locale.ROOT) + "(" + outcome.reason() + ")";
    }

    @Override
    public void close() {
        leave();
        town.close();
    }
}
