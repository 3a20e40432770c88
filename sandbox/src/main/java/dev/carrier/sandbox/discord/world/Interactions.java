package dev.carrier.sandbox.discord.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commands of applications, and their use. Safe for use by many threads; under the world's monitor.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/receiving-and-responding">Receiving
 *     and responding</a>
 */
public final class Interactions {
    // "Interaction tokens are valid for 15 minutes"; "you must send an initial response within 3
    // seconds".
    private static final Duration TOKEN = Duration.ofMinutes(15);
    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final int LONGEST = 2000;

    private final World world;
    private final Talk talk;
    private final Map<Long, List<Command>> registered = new LinkedHashMap<>();
    private final Map<Long, Interaction> all = new LinkedHashMap<>();

    /** No command yet. */
    public Interactions(World world, Talk talk) {
        this.world = world;
        this.talk = talk;
    }

    /** The commands of an application. */
    public List<Command> commands(long application) {
        synchronized (world) {
            return registered.getOrDefault(application, List.of());
        }
    }

    /** Registers these in place of all others. */
    public List<Command> register(long application, List<ObjectNode> definitions) {
        synchronized (world) {
            var before = commands(application);
            var now = new ArrayList<Command>();
            for (var definition : definitions) {
                var name = definition.path("name").asString("");
                var id =
                        before.stream()
                                .filter(one -> one.name().equals(name))
                                .map(Command::id)
                                .findFirst()
                                .orElseGet(world::newId);
                now.add(new Command(id, name, definition));
            }
            registered.put(application, List.copyOf(now));
            return List.copyOf(now);
        }
    }

    /**
     * Somebody uses a command.
     *
     * @throws Rejected if the application has no such command
     */
    public Interaction use(
            Bot bot, Channel channel, User user, String command, Map<String, String> options) {
        synchronized (world) {
            var found =
                    commands(bot.id()).stream()
                            .filter(one -> one.name().equals(command))
                            .findFirst()
                            .orElseThrow(
                                    () -> Rejected.with(404, 10063, "Unknown application command"));
            var token = "aW50" + UUID.randomUUID().toString().replace("-", "");
            var used =
                    new Interaction(
                            world.newId(),
                            token + UUID.randomUUID().toString().replace("-", ""),
                            bot,
                            channel,
                            user,
                            found,
                            options,
                            Interaction.State.NEW,
                            false,
                            OptionalLong.empty(),
                            List.of(),
                            0,
                            false);
            all.put(used.id(), used);
            world.tell(new Happening.Used(used));
            return used;
        }
    }

    /** The use with this id. */
    public Optional<Interaction> find(long id) {
        synchronized (world) {
            return Optional.ofNullable(all.get(id));
        }
    }

    /** From now on its token is as if 15 minutes had passed. */
    public void expire(long id) {
        synchronized (world) {
            change(id, Interaction::ended);
        }
    }

    /**
     * The first answer: that there will be one, or the answer itself.
     *
     * @param content absent when it is only announced
     * @throws Rejected 10062 when it is unknown or comes later than 3 s, 40060 when it is the
     *     second
     */
    public void acknowledge(long id, String token, boolean ephemeral, Optional<String> content) {
        synchronized (world) {
            var used =
                    find(id).filter(one -> one.token().equals(token))
                            .orElseThrow(Interactions::unknown);
            if (used.state() != Interaction.State.NEW) {
                throw Rejected.with(400, 40060, "Interaction has already been acknowledged.");
            }
            if (world.clock().instant().isAfter(Snowflakes.at(id).plus(FIRST))) {
                throw unknown();
            }
            var state =
                    content.isPresent() ? Interaction.State.ANSWERED : Interaction.State.DEFERRED;
            var text = content.orElse("");
            checkLength(text);
            if (ephemeral) {
                var whisper = new Interaction.Whisper(world.newId(), text);
                change(
                        id,
                        one ->
                                one.with(
                                        state,
                                        true,
                                        OptionalLong.of(whisper.id()),
                                        List.of(whisper),
                                        0));
            } else {
                var message = talk.answer(used.channel(), used.bot().user(), text);
                change(
                        id,
                        one -> one.with(state, false, OptionalLong.of(message.id()), List.of(), 0));
            }
        }
    }

    /**
     * The use behind the address of an answer.
     *
     * @throws Rejected 50027 when the token does not hold any more, 10015 before the first answer
     */
    public Interaction at(long application, String token) {
        synchronized (world) {
            var used =
                    all.values().stream()
                            .filter(one -> one.token().equals(token))
                            .filter(one -> one.bot().id() == application)
                            .findFirst()
                            .orElseThrow(() -> Rejected.with(404, 10015, "Unknown Webhook"));
            Instant end = Snowflakes.at(used.id()).plus(TOKEN);
            if (used.expired() || world.clock().instant().isAfter(end)) {
                throw Rejected.with(401, 50027, "Invalid Webhook Token");
            }
            if (used.state() == Interaction.State.NEW) {
                throw Rejected.with(404, 10015, "Unknown Webhook");
            }
            return used;
        }
    }

    /** Replaces the text of a whisper. */
    public Interaction.Whisper whisper(Interaction of, long id, String content) {
        synchronized (world) {
            checkLength(content);
            if (of.whisper(id).isEmpty()) {
                throw Rejected.unknownMessage();
            }
            var changed = new Interaction.Whisper(id, content);
            change(
                    of.id(),
                    one ->
                            one.with(
                                    Interaction.State.ANSWERED,
                                    one.ephemeral(),
                                    one.original(),
                                    one.whispers().stream()
                                            .map(said -> said.id() == id ? changed : said)
                                            .toList(),
                                    one.edits() + 1));
            return changed;
        }
    }

    /** One more whisper. */
    public Interaction.Whisper whisper(Interaction of, String content) {
        synchronized (world) {
            checkLength(content);
            var fresh = new Interaction.Whisper(world.newId(), content);
            change(
                    of.id(),
                    one -> {
                        var said = new ArrayList<>(one.whispers());
                        said.add(fresh);
                        return one.with(
                                one.state(), one.ephemeral(), one.original(), said, one.edits());
                    });
            return fresh;
        }
    }

    /** Its original was edited in its channel. */
    public void answered(long id) {
        synchronized (world) {
            change(
                    id,
                    one ->
                            one.with(
                                    Interaction.State.ANSWERED,
                                    one.ephemeral(),
                                    one.original(),
                                    one.whispers(),
                                    one.edits() + 1));
        }
    }

    /** Its original is gone. */
    public void withdrawn(long id) {
        synchronized (world) {
            change(
                    id,
                    one ->
                            one.with(
                                    Interaction.State.ANSWERED,
                                    one.ephemeral(),
                                    OptionalLong.empty(),
                                    one.whispers(),
                                    one.edits()));
        }
    }

    private void change(long id, UnaryOperator<Interaction> how) {
        all.computeIfPresent(id, (_, used) -> how.apply(used));
    }

    private static void checkLength(String content) {
        if (content.codePointCount(0, content.length()) > LONGEST) {
            throw Rejected.form(
                    "content", "BASE_TYPE_MAX_LENGTH", "Must be 2000 or fewer in length.");
        }
    }

    private static Rejected unknown() {
        return Rejected.with(404, 10062, "Unknown interaction");
    }
}
