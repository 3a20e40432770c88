package dev.carrier.runtime.settings;

import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code .env}: {@code NAME=value}, {@code export NAME='value'}, {@code # comment}. */
final class DotEnvFile {
    private static final Pattern LINE =
            Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

    private DotEnvFile() {}

    /**
     * The variables of the file; none when there is no file.
     *
     * @throws SetupProblem when a line is none of the three; it is not quoted
     */
    static Map<String, String> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        Map<String, String> variables = new HashMap<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                var matcher = LINE.matcher(text);
                if (!matcher.matches()) {
                    throw new SetupProblem(".env:" + number + ": a line must read NAME=value");
                }
                variables.put(matcher.group(1), unquoted(matcher.group(2)));
            }
        } catch (IOException problem) {
            throw new SetupProblem(file + " cannot be read as UTF-8 text", problem);
        }
        return variables;
    }

    private static String unquoted(String value) {
        for (char quote : new char[] {'"', '\''}) {
            int end = value.indexOf(quote, 1);
            if (!value.isEmpty() && value.charAt(0) == quote && end > 0) {
                return value.substring(1, end);
            }
        }
        int comment = value.indexOf(" #");
        return (comment < 0 ? value : value.substring(0, comment)).strip();
    }
}
