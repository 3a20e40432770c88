package dev.carrier.scenarios.containers;

import static org.awaitility.Awaitility.await;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * People who talk with Ada, each in a room of their own, and wait for an answer before they go on.
 */
final class Rooms implements AutoCloseable {
    /** What Ada says again of what she was asked. */
    static final Pattern MARK = Pattern.compile("mark-\\d{2}-\\d{2}");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final DiscordClient discord;
    private final List<Room> rooms = new ArrayList<>();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    private record Room(int number, String channel, String person) {}

    Rooms(DiscordClient discord, int number) {
        this.discord = discord;
        String guild = discord.world().path("guilds").path(0).path("id").asString();
        for (int i = 0; i < number; i++) {
            String person = discord.person("Guest" + i);
            discord.joins(person, guild);
            rooms.add(new Room(i, discord.channel(guild, "room-" + i), person));
        }
    }

    /** All begin; ends well when each has asked so often and was answered each time. */
    List<? extends Future<?>> talk(int questions) {
        return rooms.stream().map(room -> people.submit(() -> talk(room, questions))).toList();
    }

    private void talk(Room room, int questions) {
        for (int i = 0; i < questions; i++) {
            String mark = mark(room.number(), i);
            discord.says(room.person(), room.channel(), "@Ada what about " + mark + "?");
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> answers(room).stream().anyMatch(it -> it.contains(mark)));
        }
    }

    /** How many answers stand there, in all rooms. */
    long answered() {
        return rooms.stream().mapToLong(room -> answers(room).size()).sum();
    }

    /** The marks that were answered in each room, in order. */
    List<List<String>> heard() {
        return rooms.stream()
                .map(room ->
                        answers(room).stream()
                                .flatMap(answer -> MARK.matcher(answer).results())
                                .map(MatchResult::group)
                                .toList())
                .toList();
    }

    /** What {@link #heard} is when everything was answered once, and in order. */
    List<List<String>> asked(int questions) {
        return rooms.stream()
                .map(room ->
                        IntStream.range(0, questions)
                                .mapToObj(i -> mark(room.number(), i))
                                .toList())
                .toList();
    }

    private List<String> answers(Room room) {
        return discord.messages(room.channel()).stream()
                .filter(SeenMessage::bot)
                .map(SeenMessage::content)
                .toList();
    }

    private static String mark(int room, int question) {
        return "mark-%02d-%02d".formatted(room, question);
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
