package dev.carrier.cli.demo;

import dev.carrier.cli.town.Town;
import dev.carrier.contracts.Outcome;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.ModelClient;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.SeenMessage;
import dev.carrier.sandbox.SignalsClient;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where the evening plays: people write on the sandbox, what happens is printed, and what the
 * script expects is kept for the count. One thread.
 */
final class Stage {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int WIDEST = 100;

    private final Town town;
    private final PrintWriter out;
    private final Duration patience;
    private final Duration gathering;
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> channels = new HashMap<>();
    private final List<Expected> expected = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private final Supplier<Outcomes> outcomes;

    /**
     * @param outcomes reads what the journal says now
     * @param patience how long an answer may take before the scene goes on without it
     * @param gathering how long Carrier waits for more before it answers
     */
    Stage(
            Town town,
            PrintWriter out,
            Supplier<Outcomes> outcomes,
            Duration patience,
            Duration gathering) {
        this.town = town;
        this.out = out;
        this.outcomes = outcomes;
        this.patience = patience;
        this.gathering = gathering;
        channels.put("general", town.guild().general());
    }

    /** Announces a scene and what the script says of it. */
    void scene(String title, String rule) {
        out.printf("%n%s%n  script: %s%n", title, rule);
        out.flush();
    }

    Duration gathering() {
        return gathering;
    }

    DiscordClient discord() {
        return town.client().discord();
    }

    OrdersClient orders() {
        return town.client().orders();
    }

    ModelClient model() {
        return town.client().model();
    }

    SignalsClient signals() {
        return town.client().signals();
    }

    String bot(String account) {
        return resident(account).bot().id();
    }

    String botName(String account) {
        return resident(account).bot().name();
    }

    /** A channel of the server by name, made when it is first named. */
    String channel(String name) {
        return channels.computeIfAbsent(name, made -> discord().channel(town.guild().id(), made));
    }

    /** A person by name, who joins the server when first named. */
    String person(String name) {
        return people.computeIfAbsent(
                name,
                made -> {
                    String id = discord().person(made);
                    discord().joins(id, town.guild().id());
                    return id;
                });
    }

    /** Somebody writes; it is printed as it happens. */
    SeenMessage says(String name, String where, String channel, String text) {
        SeenMessage said = discord().says(person(name), channel, text);
        print(where, name, text);
        return said;
    }

    /** The script's word on messages, for the count. */
    void expect(Expected one) {
        expected.add(one);
    }

    /** Waits for the answer that must come, and prints it. */
    void awaitAnswer(Expected one, String where) throws InterruptedException {
        expect(one);
        Optional<SeenMessage> answer =
                await(() ->
                        discord().messages(one.last().channel()).stream()
                                .filter(message -> message.author().equals(bot(one.by())))
                                .filter(one::isAbout)
                                .findFirst());
        answer.ifPresentOrElse(
                message -> {
                    print(where, botName(one.by()), message.content());
                    Latency.of(one, botName(one.by()), message, model().calls(), gathering)
                            .ifPresent(latency -> note("(" + latency + ")"));
                },
                () -> out.println("  … no answer yet"));
        out.flush();
    }

    /** Waits for the reaction that must come, and prints it. */
    void awaitReaction(Expected one, String where) throws InterruptedException {
        expect(one);
        Optional<String> emoji =
                await(() ->
                        message(one.last())
                                .flatMap(message ->
                                        message.reactions().entrySet().stream()
                                                .filter(it -> it.getValue().contains(bot(one.by())))
                                                .map(Map.Entry::getKey)
                                                .findFirst()));
        out.printf(
                "  #%s  %s reacts with %s%n",
                where, botName(one.by()), emoji.orElse("nothing yet"));
        out.flush();
    }

    /** Something that a scene itself saw to be wrong. */
    void wrong(String sentence) {
        wrong.add(sentence);
    }

    /** What scenes saw to be wrong. */
    List<String> wrongs() {
        return List.copyOf(wrong);
    }

    /** What the script expects so far. */
    List<Expected> expected() {
        return List.copyOf(expected);
    }

    Optional<SeenMessage> message(SeenMessage message) {
        return discord().messages(message.channel()).stream()
                .filter(it -> it.id().equals(message.id()))
                .findFirst();
    }

    /** Waits for something to be there. */
    <T> Optional<T> await(Supplier<Optional<T>> wanted) throws InterruptedException {
        Instant until = Instant.now().plus(patience);
        Optional<T> found = wanted.get();
        while (found.isEmpty() && Instant.now().isBefore(until)) {
            // The outside world is looked at, as a person would.
            Thread.sleep(LOOK);
            found = wanted.get();
        }
        return found;
    }

    /** How something on Instagram ended, once it has exactly one outcome. */
    Optional<Outcome> ended(String message) {
        return outcomes.get().onInstagram(message);
    }

    /** Prints what has come about, the first time that it is seen. */
    void once(String id, String text) {
        if (shown.add(id)) {
            note(line(text));
        }
    }

    /** A person's or character's words, on one line. */
    static String line(String text) {
        String line = text.replaceAll("\\s*\\n\\s*", " / ");
        return line.length() > WIDEST
                ? line.substring(0, WIDEST) + " … (" + text.length() + " characters)"
                : line;
    }

    void note(String text) {
        out.println("  " + text);
        out.flush();
    }

    private void print(String where, String name, String text) {
        out.printf("  #%s  %s: %s%n", where, name, line(text));
        out.flush();
    }

    private Town.Resident resident(String account) {
        Town.Resident resident = town.residents().get(account);
        if (resident == null) {
            throw new IllegalStateException("nobody plays " + account);
        }
        return resident;
    }
}
