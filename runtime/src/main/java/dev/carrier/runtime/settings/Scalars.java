package dev.carrier.runtime.settings;

import dev.carrier.contracts.PersonId;
import dev.carrier.runtime.SetupProblem;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads single values. Relative paths start in a folder: that of the settings file. */
final class Scalars {
    private static final Map<Class<?>, String> EXPECTS =
            Map.of(
                    int.class, "a whole number",
                    boolean.class, "true or false",
                    Boolean.class, "true or false",
                    BigDecimal.class, "a number like 3.00",
                    Duration.class, "a time like 1.5s, 10m, 1h or 90d",
                    Size.class, "a size like 12KB",
                    ZoneId.class, "a time zone like Europe/Berlin or UTC",
                    URI.class, "an address like https://example.org/",
                    PersonId.class, "a person like discord:user:123456789012345678",
                    Secret.class, "a reference like ${NAME}");

    private final Path folder;
    private final Optional<Path> home;

    /**
     * @param home where characters are looked for that are not in the folder: Carrier's own
     */
    Scalars(Path folder, Optional<Path> home) {
        this.folder = folder;
        this.home = home;
    }

    boolean reads(Class<?> type) {
        return type == Integer.class || EXPECTS.containsKey(type);
    }

    String expects(Class<?> type) {
        Class<?> plain = type == Integer.class ? int.class : type;
        return type.isEnum() ? constants(type) : EXPECTS.getOrDefault(plain, "a text");
    }

    /** The value of a scalar that is there. */
    Object read(Class<?> type, Node.Scalar scalar, String path) {
        String text = scalar.text().strip();
        if (type == Secret.class) {
            return secret(scalar, path);
        }
        if (type == String.class) {
            return scalar.text();
        }
        try {
            return parsed(type, text).orElseThrow(() -> wrong(type, scalar, path));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw wrong(type, scalar, path);
        }
    }

    /** How a value is shown to people: what was written, but for secrets. */
    String shown(Object value, Node.Scalar scalar, String path) {
        if (value instanceof Secret || Secrecy.secret(path)) {
            return scalar.text().isEmpty() ? "not set" : "set";
        }
        return path.equals("redis.url") ? RedisSettings.hide(scalar.text()) : scalar.text();
    }

    private Optional<Object> parsed(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(one -> ((Enum<?>) one).name().equalsIgnoreCase(text))
                    .findFirst()
                    .map(one -> (Object) one);
        }
        if (type == int.class || type == Integer.class) {
            return Optional.of(Integer.parseInt(text));
        }
        if (type == boolean.class || type == Boolean.class) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
        if (type == BigDecimal.class) {
            return Optional.of(new BigDecimal(text)).map(number -> (Object) number);
        }
        if (type == Duration.class) {
            return Span.parse(text).map(span -> (Object) span);
        }
        if (type == Size.class) {
            return Size.parse(text).map(size -> (Object) size);
        }
        if (type == ZoneId.class) {
            return Optional.of(ZoneId.of(text));
        }
        if (type == Path.class) {
            return Optional.of(path(text));
        }
        if (type == URI.class) {
            URI uri = URI.create(text);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri);
        }
        if (type == PersonId.class) {
            return text.matches("[a-z]+:user:\\w+")
                    ? Optional.of(new PersonId(text))
                    : Optional.empty();
        }
        throw new IllegalStateException("no settings are of type " + type);
    }

    private Path path(String text) {
        Path own = folder.resolve(text).toAbsolutePath().normalize();
        Optional<Path> shipped = home.map(one -> one.resolve(text).toAbsolutePath().normalize());
        return text.startsWith("characters/")
                        && !Files.exists(own)
                        && shipped.filter(Files::exists).isPresent()
                ? shipped.orElse(own)
                : own;
    }

    private static Secret secret(Node.Scalar scalar, String path) {
        String raw = scalar.raw().strip();
        if (raw.isEmpty()) {
            return Secret.none(path);
        }
        if (!(scalar.at() instanceof Origin.Option) && !References.only(raw)) {
            throw Secrecy.literal(scalar, path);
        }
        Optional<String> given =
                Optional.of(scalar.text().strip())
                        .filter(text -> scalar.missing().isEmpty() && !text.isEmpty());
        return new Secret(given, path, References.variable(raw));
    }

    private SetupProblem wrong(Class<?> type, Node.Scalar scalar, String path) {
        // What came out of a variable may be a secret that was put into the wrong place.
        String written = scalar.raw().equals(scalar.text()) ? ", not '" + scalar.text() + "'" : "";
        return new SetupProblem(
                "%s: %s must be %s%s".formatted(scalar.at(), path, expects(type), written));
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
