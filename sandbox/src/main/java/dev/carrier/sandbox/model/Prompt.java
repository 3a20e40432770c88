package dev.carrier.sandbox.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the offline model was asked, understood.
 *
 * @param system the system messages, joined
 * @param persona the character in them
 * @param heard what people said, oldest first
 * @param said what the character said before, oldest first
 * @param images the pictures that people showed, oldest first
 * @param hash names this prompt: the same prompt has the same hash in every run
 */
public record Prompt(
        String system,
        Persona persona,
        List<Line> heard,
        List<String> said,
        List<Image> images,
        String hash) {
    public Prompt {
        images = List.copyOf(images);
        heard = List.copyOf(heard);
        said = List.copyOf(said);
    }

    /** Reads the messages of a request, in their order. */
    public static Prompt of(List<Message> messages) {
        var system = new StringBuilder();
        var heard = new ArrayList<Line>();
        var said = new ArrayList<String>();
        var images = new ArrayList<Image>();
        var digest = sha256();
        for (Message message : messages) {
            digest.update(
                    (message.role() + "\0" + message.text() + "\0")
                            .getBytes(StandardCharsets.UTF_8));
            images.addAll(message.images());
            switch (message.role()) {
                case "system", "developer" -> system.append(message.text()).append('\n');
                case "user" -> heard.addAll(Line.read(message.text()));
                case "assistant" -> said.add(message.text());
                default -> {
                    // What tools returned is no talk; the offline voice has no use for it.
                }
            }
        }
        String hash = HexFormat.of().formatHex(digest.digest(), 0, 8);
        return new Prompt(
                system.toString(),
                PersonaReader.read(system.toString()),
                heard,
                said,
                images,
                hash);
    }

    /** The newest line of a person; an empty line by nobody when nobody spoke. */
    public Line newest() {
        return heard.isEmpty() ? new Line("", "") : heard.getLast();
    }

    /**
     * A number that only depends on this prompt: what varies from answer to answer varies with it,
     * and stays the same in every run.
     *
     * @param use what it is for, so that two choices in one answer are independent
     * @param bound the number of possibilities, above 0
     * @return 0 (inclusive) to {@code bound} (exclusive)
     */
    public int pick(String use, int bound) {
        byte[] bytes = sha256().digest((use + hash).getBytes(StandardCharsets.UTF_8));
        return Math.floorMod(ByteBuffer.wrap(bytes).getInt(), bound);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
