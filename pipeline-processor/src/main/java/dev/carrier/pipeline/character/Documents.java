package dev.carrier.pipeline.character;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents that a character's file names under {@code knowledge} or {@code documents}. Their
 * text is put into the version, beside their path, so that a version says all by itself and a
 * changed document is a new version.
 */
final class Documents {
    static final String TEXT = "text";
    static final String FILES = "files";

    /** Together with its file a character must fit into one record (512 KB). */
    static final int AT_MOST_BYTES = 256 * 1024;

    private static final List<String> READABLE = List.of(".md", ".txt", ".json", ".csv");

    private final Path folder;
    private final List<Path> read = new ArrayList<>();
    private long bytes;

    private Documents(Path folder) {
        this.folder = folder;
    }

    /**
     * Puts the documents' text into the tree.
     *
     * @param file the character's file, for what paths are relative to
     * @param tree changed in place
     * @return the files that were read
     */
    static List<Path> resolve(Path file, ObjectNode tree) {
        var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        var documents = new Documents(folder.normalize());
        for (String field : List.of("knowledge", "documents")) {
            if (tree.path(field) instanceof ArrayNode entries) {
                entries.forEach(documents::take);
            }
        }
        return List.copyOf(documents.read);
    }

    private void take(JsonNode node) {
        if (!(node instanceof ObjectNode entry)) {
            return;
        }
        JsonNode directory = entry.path("directory");
        // v2 wraps: {"directory": {"path": …, "shared": …}} beside v1's {"directory": "…"}.
        Optional<String> all = Texts.one(directory.isObject() ? directory.path("path") : directory);
        if (all.isPresent()) {
            ArrayNode files = entry.putArray(FILES);
            for (Path one : within(inside(all.get()))) {
                files.addObject()
                        .put("path", folder.relativize(one).toString().replace('\\', '/'))
                        .put(TEXT, text(one));
            }
            return;
        }
        Texts.one(entry.path("path")).ifPresent(path -> entry.put(TEXT, text(inside(path))));
    }

    private Path inside(String named) {
        Path path = folder.resolve(named).normalize();
        if (!path.startsWith(folder)) {
            throw new CharacterProblem(
                    "the document "
                            + named
                            + " lies outside the folder of the character: move it beside the file");
        }
        return path;
    }

    private static List<Path> within(Path directory) {
        try (Stream<Path> found = Files.walk(directory, 4)) {
            return found.filter(Files::isRegularFile)
                    .filter(one ->
                            READABLE.stream()
                                    .anyMatch(end -> one.getFileName().toString().endsWith(end)))
                    .sorted()
                    .toList();
        } catch (IOException problem) {
            throw new CharacterProblem(
                    "the folder " + directory.getFileName() + " of documents cannot be read");
        }
    }

    private String text(Path path) {
        try {
            if (!path.toRealPath().startsWith(folder.toRealPath())) {
                throw new CharacterProblem(
                        "the document " + path.getFileName() + " leads outside the folder");
            }
            bytes += Files.size(path);
            if (bytes > AT_MOST_BYTES) {
                throw new CharacterProblem(
                        "the documents of the character are larger than "
                                + AT_MOST_BYTES / 1024
                                + " KB together, at "
                                + path.getFileName()
                                + ": shorten them, they travel with every version");
            }
            read.add(path);
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException problem) {
            throw new CharacterProblem(
                    "the document " + path.getFileName() + " is no text in UTF-8");
        } catch (IOException problem) {
            throw new CharacterProblem(
                    "the document " + folder.relativize(path) + " cannot be read: is it there?");
        }
    }
}
