package dev.carrier.ingest.discord;

import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.Place;
import dev.carrier.runtime.Seal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the use of a command: announces an answer at once and publishes the event beside that. It
 * stands in no lane, so it waits for nothing but Kafka.
 */
final class Commanding {
    private static final Logger LOG = LoggerFactory.getLogger(Commanding.class);

    /** "Interaction tokens are valid for 15 minutes." */
    private static final Duration TOKEN_HOLDS = Duration.ofMinutes(15);

    /** How long Kafka may take before who waits is told that nothing comes. */
    private static final Duration KAFKA_TAKES = Duration.ofSeconds(5);

    /** The same while it was away before, so that Discord's 3 s suffice to say so. */
    private static final Duration WHILE_AWAY = Duration.ofMillis(1500);

    private static final long MANAGERS =
            Permission.getRaw(Permission.MANAGE_SERVER, Permission.ADMINISTRATOR);

    private final DiscordAccount account;
    private final Mapping mapping;
    private final Ownership ownership;
    private final EventWriter writer;
    private final Announcing announcing;
    private final Seal seal;
    private Optional<SlashCommandInteractionEvent> waiting = Optional.empty();

    Commanding(
            DiscordAccount account,
            Mapping mapping,
            Ownership ownership,
            EventWriter writer,
            Announcing announcing) {
        this.account = account;
        this.mapping = mapping;
        this.ownership = ownership;
        this.writer = writer;
        this.announcing = announcing;
        this.seal = new Seal(account.token().value());
    }

    /**
     * A use of a command, of which JDA does not say what Discord says the user may do here. On the
     * gateway's thread.
     */
    void used(SlashCommandInteractionEvent event) {
        waiting = Optional.of(event);
    }

    /** What Discord itself sent, which JDA reports right after. On the gateway's thread. */
    void raw(RawGatewayEvent raw) {
        if (raw.getType().equals("INTERACTION_CREATE")) {
            Optional<SlashCommandInteractionEvent> used = waiting;
            waiting = Optional.empty();
            boolean manages = manages(raw.getPayload());
            used.filter(event -> event.getId().equals(raw.getPayload().getString("id", "")))
                    .ifPresent(event ->
                            Thread.ofVirtual()
                                    .name("command-" + account.id())
                                    .start(() -> take(event, manages)));
        }
    }

    private static boolean manages(DataObject interaction) {
        long may =
                interaction
                        .optObject("member")
                        .map(member -> member.getLong("permissions", 0))
                        .orElse(0L);
        return (may & MANAGERS) != 0;
    }

    private void take(SlashCommandInteractionEvent event, boolean manages) {
        var to =
                new Announcing.To(
                        event.getId(),
                        event.getJDA().getSelfUser().getApplicationId(),
                        event.getToken());
        boolean ephemeral = !event.getName().equals(SlashCommands.ASK);
        if (event.isFromGuild() && !event.isFromAttachedGuild()) {
            noted(
                    announcing.sayAtOnce(
                            to, name(event) + " is not on this server: it has to be invited."));
            return;
        }
        try {
            if (!writer.isAway()) {
                noted(announcing.announce(to, ephemeral));
                if (!published(event, manages, KAFKA_TAKES)) {
                    noted(announcing.takeBack(to, ephemeral, away(event)));
                }
            } else if (published(event, manages, WHILE_AWAY)) {
                noted(announcing.announce(to, ephemeral));
            } else {
                noted(announcing.sayAtOnce(to, away(event)));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when Kafka does not take it in time: then it is given up. */
    private boolean published(SlashCommandInteractionEvent event, boolean manages, Duration atMost)
            throws InterruptedException {
        var written = new CompletableFuture<Boolean>();
        Thread writing =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                writer.write(
                                        List.of(
                                                EventWriter.toRecord(
                                                        account.id(), commanded(event, manages))));
                                written.complete(true);
                            } catch (InterruptedException givenUp) {
                                Thread.currentThread().interrupt();
                            } catch (RuntimeException problem) {
                                LOG.atError()
                                        .addKeyValue("account", account.id())
                                        .addKeyValue("interaction", event.getId())
                                        .addKeyValue("why", problem.getClass().getSimpleName())
                                        .log("a command could not be understood");
                                written.complete(false);
                            }
                        });
        if (!writing.join(atMost)) {
            writing.interrupt();
            LOG.atWarn()
                    .addKeyValue("account", account.id())
                    .addKeyValue("interaction", event.getId())
                    .log("Kafka does not take a command: who used it is told");
            return false;
        }
        return written.getNow(false);
    }

    private Event.Commanded commanded(SlashCommandInteractionEvent event, boolean manages)
            throws InterruptedException {
        Place in =
                event.isFromGuild()
                        ? Places.of(event.getGuildChannel())
                        : Places.dm(
                                Long.toUnsignedString(event.getChannelIdLong()),
                                Optional.of(event.getUser().getId()));
        Optional<GuildMessageChannel> channel =
                Optional.of(event.getChannel())
                        .filter(GuildMessageChannel.class::isInstance)
                        .map(GuildMessageChannel.class::cast);
        boolean owned = channel.filter(one -> ownership.owned(one.getGuild())).isPresent();
        SortedMap<String, String> options = new TreeMap<>();
        for (OptionMapping option : event.getOptions()) {
            options.put(option.getName(), option.getAsString());
        }
        return new Event.Commanded(
                EventId.discordCommanded(event.getId()),
                event.getTimeCreated().toInstant(),
                in,
                Authors.of(event.getUser(), Optional.ofNullable(event.getMember())),
                event.getName(),
                options,
                manages || ownership.isOwner(event.getUser().getIdLong()),
                new Interaction(
                        event.getJDA().getSelfUser().getApplicationId(),
                        seal.close(event.getToken()),
                        event.getTimeCreated().toInstant().plus(TOKEN_HOLDS)),
                List.of(mapping.hearing(in, owned, channel.flatMap(Barred::in))));
    }

    private void noted(CompletableFuture<Integer> answered) {
        answered.whenComplete((status, problem) -> {
            boolean taken = problem == null && status < 300;
            if (!taken) {
                LOG.atWarn()
                        .addKeyValue("account", account.id())
                        .addKeyValue("status", problem == null ? status : "no answer")
                        .log("Discord did not take the first word to a command");
            }
        });
    }

    private static String away(SlashCommandInteractionEvent event) {
        return name(event) + " cannot be reached just now. Please try again in a moment.";
    }

    private static String name(SlashCommandInteractionEvent event) {
        return event.getJDA().getSelfUser().getName();
    }
}
