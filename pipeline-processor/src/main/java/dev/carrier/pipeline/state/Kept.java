package dev.carrier.pipeline.state;

import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the window keeps of files: where pictures and texts can be fetched, of the newest messages.
 * State is small, and an address of Discord takes three hundred bytes of it.
 */
final class Kept {
    private static final int OF_A_MESSAGE = 4;
    private static final int OF_A_WINDOW = 8;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_URL = 512;

    private Kept() {}

    /** Those that a model can be given; their descriptions stand in the text already. */
    static Optional<List<Attachment>> of(List<Attachment> files) {
        List<Attachment> kept =
                files.stream()
                        .filter(file -> file.claimsPicture() || file.claimsText())
                        .filter(file -> file.url().length() <= LONGEST_URL)
                        .limit(OF_A_MESSAGE)
                        .map(file ->
                                new Attachment(
                                        file.id(),
                                        named(file.name()),
                                        file.contentType().filter(type -> type.length() <= 100),
                                        file.bytes(),
                                        file.url(),
                                        Optional.empty()))
                        .toList();
        return Optional.of(kept).filter(some -> !some.isEmpty());
    }

    /** The window with the files of its newest messages only. */
    static List<Line> newest(List<Line> window) {
        int room = OF_A_WINDOW;
        List<Line> lines = new ArrayList<>(window);
        for (int at = lines.size() - 1; at >= 0; at--) {
            Line line = lines.get(at);
            int here = line.files().map(List::size).orElse(0);
            if (here > room) {
                lines.set(at, line.with(line.text(), Optional.empty()));
            }
            room = Math.max(0, room - here);
        }
        return lines;
    }

    /** The end of a name says what it is. */
    private static String named(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        String end = name.substring(name.length() - LONGEST_NAME + 1);
        return "…" + (Character.isLowSurrogate(end.charAt(0)) ? end.substring(1) : end);
    }
}
