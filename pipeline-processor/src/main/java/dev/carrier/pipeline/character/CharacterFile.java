package dev.carrier.pipeline.character;

import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.SettingsVersion.CharacterVersion;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A character's file, loaded: the version that travels and the persona in it.
 *
 * @param path where it was read
 * @param version the whole file, unknown keys included, with the text of its documents
 * @param character what prompts need of it
 * @param documents the documents that it names
 */
public record CharacterFile(
        Path path, CharacterVersion version, Character character, List<Path> documents) {

    /** A version travels as one record, which stays below 512 KB. */
    private static final int AT_MOST_BYTES = 400 * 1024;

    private static final int HASH_DIGITS = 16;

    public CharacterFile {
        documents = List.copyOf(documents);
    }

    /**
     * Loads a file.
     *
     * @throws CharacterProblem when it cannot be read, is no JSON, has no name, or holds a secret
     */
    public static CharacterFile load(Path path) {
        Located located = Located.read(text(path));
        if (located.broken().isPresent()) {
            var broken = located.broken().get();
            throw new CharacterProblem(
                    path
                            + " is broken at line "
                            + broken.at().line()
                            + ", column "
                            + broken.at().column()
                            + ": "
                            + broken.reason());
        }
        ObjectNode tree = located.tree().orElseThrow();
        try {
            List<Path> documents = Documents.resolve(path, tree);
            refuseSecrets(located, tree);
            Character character = CharacterReader.read(tree);
            return new CharacterFile(path, version(character.name(), tree), character, documents);
        } catch (CharacterProblem problem) {
            throw new CharacterProblem(path + ": " + problem.sentence());
        }
    }

    /**
     * The version of a file's content.
     *
     * @param file the whole content
     * @return its hash is the first 16 digits of SHA-256 over its canonical JSON
     * @throws CharacterProblem when it is too large for a record
     */
    public static CharacterVersion version(String name, JsonNode file) {
        byte[] canonical = Json.canonical(file);
        if (canonical.length > AT_MOST_BYTES) {
            throw new CharacterProblem(
                    "the character has "
                            + canonical.length / 1024
                            + " KB with its documents, at most "
                            + AT_MOST_BYTES / 1024
                            + " are possible: shorten it");
        }
        var hash = new CharacterHash(Ids.sha256(canonical).substring(0, HASH_DIGITS));
        return new CharacterVersion(hash, name, file);
    }

    static String text(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException problem) {
            throw new CharacterProblem(path + " is no text in UTF-8: save it as such");
        } catch (IOException problem) {
            throw new CharacterProblem(path + " cannot be read: is it there?");
        }
    }

    private static void refuseSecrets(Located located, JsonNode tree) {
        List<Secrets.Found> found = Secrets.in(tree);
        if (!found.isEmpty()) {
            var first = found.getFirst();
            throw new CharacterProblem(
                    "line "
                            + located.at(first.path()).line()
                            + " ("
                            + first.path()
                            + ") holds "
                            + first.what()
                            + ": put the value into .env and write ${NAME} here");
        }
    }
}
