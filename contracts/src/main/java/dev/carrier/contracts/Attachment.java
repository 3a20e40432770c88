package dev.carrier.contracts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file that came with a message; the bytes stay where they are.
 *
 * @param id the platform's id of it
 * @param name its file name
 * @param contentType its media type as the platform says it
 * @param bytes its size
 * @param url where it can be fetched; may expire
 * @param description what it shows, in the words of whoever sent it
 */
public record Attachment(
        String id,
        String name,
        Optional<String> contentType,
        long bytes,
        String url,
        Optional<String> description) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 300;

    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/webp", "image/gif");
    private static final Set<String> PICTURE_ENDINGS = Set.of("png", "jpg", "jpeg", "webp", "gif");
    private static final Set<String> TEXTS =
            Set.of(
                    "application/json",
                    "application/xml",
                    "application/yaml",
                    "application/x-yaml",
                    "application/toml",
                    "application/javascript",
                    "application/x-javascript",
                    "application/typescript",
                    "application/sql",
                    "application/x-sh",
                    "application/x-ndjson");
    private static final Set<String> TEXT_ENDINGS =
            Set.of(
                    "txt",
                    "md",
                    "csv",
                    "tsv",
                    "json",
                    "jsonl",
                    "xml",
                    "yaml",
                    "yml",
                    "toml",
                    "ini",
                    "conf",
                    "cfg",
                    "env",
                    "log",
                    "properties",
                    "html",
                    "css",
                    "js",
                    "mjs",
                    "ts",
                    "tsx",
                    "jsx",
                    "java",
                    "kt",
                    "kts",
                    "scala",
                    "groovy",
                    "gradle",
                    "py",
                    "rb",
                    "go",
                    "rs",
                    "c",
                    "h",
                    "cc",
                    "cpp",
                    "hpp",
                    "cs",
                    "swift",
                    "php",
                    "pl",
                    "lua",
                    "r",
                    "jl",
                    "hs",
                    "ml",
                    "ex",
                    "exs",
                    "erl",
                    "clj",
                    "dart",
                    "sh",
                    "bash",
                    "zsh",
                    "ps1",
                    "bat",
                    "sql",
                    "graphql",
                    "proto",
                    "tex",
                    "srt",
                    "diff",
                    "patch");

    /** A message as it is told: its text, then a line for each of its files. */
    public static String told(String text, List<Attachment> files) {
        return Stream.concat(
                        Stream.of(text).filter(one -> !one.isBlank()),
                        files.stream().map(Attachment::told))
                .collect(Collectors.joining("\n"));
    }

    /** Whether it claims to be a picture of a kind that models can see. */
    public boolean claimsPicture() {
        return PICTURES.contains(type()) || (vague() && PICTURE_ENDINGS.contains(ending()));
    }

    /** Whether it claims to be text: by its type, or by its name where its type says nothing. */
    public boolean claimsText() {
        return !claimsPicture()
                && (type().startsWith("text/")
                        || TEXTS.contains(type())
                        || (vague() && TEXT_ENDINGS.contains(ending())));
    }

    private boolean vague() {
        return type().isEmpty() || type().equals("application/octet-stream");
    }

    private String type() {
        return contentType
                .map(it -> it.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private String ending() {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private String told() {
        String type = contentType.map(it -> ", " + it.split(";", 2)[0].strip()).orElse("");
        String shows =
                description.map(it -> ", showing: " + line(it, LONGEST_DESCRIPTION)).orElse("");
        return "[attached: " + line(name, LONGEST_NAME) + type + shows + "]";
    }

    private static String line(String text, int atMost) {
        String flat = text.strip().replaceAll("\\s+", " ");
        return flat.codePointCount(0, flat.length()) <= atMost
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, atMost - 1)) + "…";
    }
}
