package dev.carrier.pipeline.provider.enclosure;

import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of the messages that a step answers, and of those that they reply to: the newest
 * pictures and texts, fetched all at once within a few seconds. Thread-safe.
 */
public final class Enclosing {
    /** How many pictures a model is shown. */
    public static final int PICTURES = 4;

    /** How large the file of a picture may be, in bytes. */
    public static final int LARGEST_PICTURE = 5 << 20;

    /** How much text of files a model is given, in bytes of UTF-8, all together. */
    public static final int TEXT = 32 << 10;

    /** Of a larger file of text not even the beginning is fetched. */
    private static final int LARGEST_TEXT = 1 << 20;

    private static final int TEXTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FileClient client;
    private final Duration patience;

    /** Of a client that its owner closes. */
    public Enclosing(FileClient client) {
        this(client, PATIENCE);
    }

    Enclosing(FileClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    /**
     * What goes with a step. Blocks for ten seconds at most, however slow the files are.
     *
     * @param sees the model that is to answer can see pictures
     * @throws InterruptedException at once when the work is to stop
     */
    public Enclosures of(Step.Think step, boolean sees) throws InterruptedException {
        List<Wanted> wanted = wanted(step, sees);
        long end = System.nanoTime() + patience.toNanos();
        Map<EventId, List<Enclosure>> byMessage = new HashMap<>();
        Map<String, Picture> pictures = new HashMap<>();
        int room = TEXT;
        try {
            for (Wanted one : wanted) {
                Enclosure enclosure = one.made(end, room, pictures);
                if (enclosure instanceof Enclosure.Read read) {
                    room -= read.text().getBytes(StandardCharsets.UTF_8).length;
                }
                byMessage.computeIfAbsent(one.message(), _ -> new ArrayList<>()).add(enclosure);
            }
        } finally {
            // Whatever is still on its way after an interrupt is of no use to anybody.
            wanted.forEach(Wanted::drop);
        }
        return new Enclosures(byMessage, pictures);
    }

    private List<Wanted> wanted(Step.Think step, boolean sees) {
        Set<EventId> messages = messages(step);
        LinkedHashMap<String, Wanted> chosen = new LinkedHashMap<>();
        int pictures = 0;
        int texts = 0;
        // The newest are chosen first, and stand in the order in which they came.
        for (Line line : step.window().reversed()) {
            if (messages.contains(line.id())) {
                for (Attachment file : line.files().orElse(List.of()).reversed()) {
                    boolean picture = file.claimsPicture();
                    int before = picture ? pictures++ : texts++;
                    chosen.putFirst(file.id(), wanted(line.id(), file, before, picture, sees));
                }
            }
        }
        return List.copyOf(chosen.values());
    }

    private Wanted wanted(
            EventId message, Attachment file, int before, boolean picture, boolean sees) {
        Optional<String> left =
                picture
                        ? noPicture(file, before, sees)
                        : file.bytes() > LARGEST_TEXT
                                ? Optional.of("it is too large")
                                : before >= TEXTS
                                        ? Optional.of("others came after it")
                                        : Optional.empty();
        return left.map(why -> Wanted.not(message, file, why))
                .orElseGet(() ->
                        Wanted.of(
                                message,
                                file,
                                client.begin(
                                        file.url(), picture ? LARGEST_PICTURE : LARGEST_TEXT)));
    }

    private static Optional<String> noPicture(Attachment file, int before, boolean sees) {
        if (!sees) {
            return Optional.of("you cannot see pictures");
        }
        if (file.bytes() > LARGEST_PICTURE) {
            return Optional.of("it is too large");
        }
        return before >= PICTURES ? Optional.of("others came after it") : Optional.empty();
    }

    private static Set<EventId> messages(Step.Think step) {
        Set<EventId> messages = new HashSet<>(step.triggers());
        step.window().stream()
                .filter(line -> step.triggers().contains(line.id()))
                .flatMap(line -> line.replyTo().stream())
                .forEach(messages::add);
        return messages;
    }
}
