package dev.carrier.pipeline.character;

/**
 * Something that the writer of a character should know.
 *
 * @param severity how bad it is
 * @param line of the file, counted from 1
 * @param column counted from 1
 * @param path of the value, such as {@code /bio/0}; empty for the whole file
 * @param what is the matter; quotes no secret
 * @param remedy what to do about it
 */
public record Finding(
        Severity severity, int line, int column, String path, String what, String remedy) {

    /** How bad it is. */
    public enum Severity {
        /** The character cannot be used. */
        ERROR,
        /** It works less well than its writer means. */
        WARNING,
        /** Carrier does without this part of the file. */
        NOTE
    }

    @Override
    public String toString() {
        return "line " + line + ": " + what + ": " + remedy;
    }
}
