package dev.carrier.cli.chat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.TurnId;
import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.SeenMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A person writes to the character in a DM, line by line. For one thread. */
final class Dialogue {
    /** Discord's: https://docs.discord.com/developers/resources/message#create-message */
    private static final int LONGEST = 2000;

    /** Longer than a turn's deadline: an outcome comes by then, whatever happens. */
    private static final long PATIENCE_SECONDS = 180;

    private final DiscordClient discord;
    private final String person;
    private final String bot;
    private final String channel;
    private final Outcomes outcomes;
    private final Screen screen;
    private final String name;
    private final Set<TurnId> told = ConcurrentHashMap.newKeySet();

    /**
     * @param person who writes
     * @param bot the character's user
     * @param name the character's
     */
    Dialogue(
            DiscordClient discord,
            String person,
            String bot,
            String channel,
            Outcomes outcomes,
            Screen screen,
            String name) {
        this.discord = discord;
        this.person = person;
        this.bot = bot;
        this.channel = channel;
        this.outcomes = outcomes;
        this.screen = screen;
        this.name = name;
    }

    /**
     * Writes what is read until {@code /quit} or the end, and waits for the open answers.
     *
     * @param inTurns waits for the answer to a line before it writes the next, as a file of lines
     *     wants it
     */
    void hold(BufferedReader lines, boolean inTurns) throws IOException, InterruptedException {
        List<CompletableFuture<Outcome>> open = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String text = line.strip();
            if (text.equals("/quit")) {
                break;
            }
            if (text.length() > LONGEST) {
                screen.note("(not sent: a message has at most " + LONGEST + " characters)");
            } else if (!text.isEmpty()) {
                CompletableFuture<Outcome> ended = write(text);
                open.add(ended);
                if (inTurns) {
                    await(ended);
                }
            }
        }
        for (CompletableFuture<Outcome> ended : open) {
            await(ended);
        }
    }

    private CompletableFuture<Outcome> write(String text) {
        SeenMessage said = discord.says(person, channel, text);
        return outcomes.of(EventId.discordSaid(said.id()))
                .whenComplete((outcome, problem) -> {
                    if (outcome != null) {
                        ended(outcome);
                    }
                });
    }

    private void ended(Outcome outcome) {
        discord.messages(channel).stream()
                .filter(message -> message.author().equals(bot))
                .forEach(message -> screen.message(message.id(), message.content()));
        boolean first = outcome.turn().map(told::add).orElse(true);
        switch (outcome.kind()) {
            case REPLIED -> {}
            case IGNORED -> {
                if (first) {
                    screen.note("(" + name + " stays silent: " + outcome.reason() + ")");
                }
            }
            case FAILED -> {
                if (first) {
                    screen.note("(" + name + " could not answer: " + outcome.reason() + ")");
                }
            }
        }
    }

    private void await(CompletableFuture<Outcome> ended) throws InterruptedException {
        try {
            ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            screen.note("(no answer within " + PATIENCE_SECONDS + " s; see the log)");
        } catch (ExecutionException problem) {
            throw new IllegalStateException("an outcome could not be shown", problem.getCause());
        }
    }
}
