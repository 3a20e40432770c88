package dev.carrier.bench;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** The people who write, each message into the next channel. Thread-safe. */
final class Crowd {
    private static final Duration TICK = Duration.ofMillis(10);

    /** Connections to the sandbox at once, where all is written at once. */
    private static final int WRITERS = 32;

    /** Several crowds write to one model after another, which is asked by token what it took. */
    private static final AtomicInteger TOKENS = new AtomicInteger();

    private final Subject subject;
    private final DiscordClient discord;
    private final String person;
    private final List<String> channels;
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentLinkedQueue<Said> said = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    /**
     * @param person who writes; can read every channel
     * @param channels where they write, in turn
     */
    Crowd(Subject subject, String person, List<String> channels) {
        this.subject = subject;
        this.discord = subject.sandbox().discord();
        this.person = person;
        this.channels = channels;
    }

    /** Writes a message that mentions the character; returns when the sandbox has accepted it. */
    void say(Instant planned) {
        int number = next.getAndIncrement();
        String token = "no%07d".formatted(TOKENS.getAndIncrement());
        try {
            SeenMessage message =
                    discord.says(
                            person,
                            channels.get(number % channels.size()),
                            "@" + subject.botName() + " " + token + " how was the night?");
            said.add(new Said(token, planned, message));
        } catch (RuntimeException problem) {
            refused.incrementAndGet();
        }
    }

    /**
     * Writes so many messages as fast as the sandbox takes them; returns when it has taken or
     * refused the last.
     */
    void sayAll(int messages) throws InterruptedException {
        int before = attempted();
        Semaphore writers = new Semaphore(WRITERS);
        for (int i = 0; i < messages; i++) {
            writers.acquire();
            Thread.startVirtualThread(() -> {
                try {
                    say(Instant.now());
                } finally {
                    writers.release();
                }
            });
        }
        await(before + messages);
    }

    /** What was written so far. */
    List<Said> said() {
        return List.copyOf(said);
    }

    /** How many were written or refused so far. */
    int attempted() {
        return said.size() + refused.get();
    }

    /** Waits until so many were written or refused. */
    void await(int attempts) throws InterruptedException {
        while (attempted() < attempts) {
            Thread.sleep(TICK);
        }
    }

    /**
     * How many messages the sandbox did not take: they are not Carrier's fault, and not counted.
     */
    int refused() {
        return refused.get();
    }
}
