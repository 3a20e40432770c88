package dev.carrier.runtime.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hash of the classes and resources of modules, whether they lie in jars or in folders. What a
 * jar says about its own making is left out.
 */
final class CodeHash {
    private CodeHash() {}

    static String of(Class<?>... modules) {
        String hashes =
                Arrays.stream(modules)
                        .map(CodeHash::place)
                        .distinct()
                        .map(CodeHash::ofPlace)
                        .sorted()
                        .collect(Collectors.joining(" "));
        return hex(digest().digest(hashes.getBytes(StandardCharsets.UTF_8))).substring(0, 16);
    }

    /** The whole hash of one module, a jar or a folder. */
    static String ofPlace(Path place) {
        try {
            return hash(Files.isDirectory(place) ? folder(place) : jar(place));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Path place(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalArgumentException(type + " is of the JDK");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static SortedMap<String, byte[]> folder(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, digest().digest(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static SortedMap<String, byte[]> jar(Path path) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (var entry : Collections.list(jar.entries())) {
                if (!entry.isDirectory()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(entry.getName(), digest().digest(in.readAllBytes()));
                    }
                }
            }
        }
        return files;
    }

    private static String hash(SortedMap<String, byte[]> files) {
        MessageDigest digest = digest();
        files.forEach((name, content) -> {
            if (!name.startsWith("META-INF/")) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
        });
        return hex(digest.digest());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
