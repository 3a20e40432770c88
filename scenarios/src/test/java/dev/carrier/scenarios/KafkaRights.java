package dev.carrier.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/**
 * What {@code deploy/security/kafka-rights} says, read as {@code kafka-acls.sh} reads it; a line
 * with an option that is none of those used there is an error.
 */
public final class KafkaRights {
    /** The file itself. */
    public static final Path FILE = Path.of("..", "deploy", "security", "kafka-rights");

    private KafkaRights() {}

    /** The users that it makes. */
    public static List<String> users() {
        return lines("user ").map(words -> words.get(1)).toList();
    }

    /** The rights that it grants. */
    public static List<AclBinding> all() {
        return lines("allow ").flatMap(KafkaRights::granted).toList();
    }

    private static Stream<AclBinding> granted(List<String> words) {
        var options =
                IntStream.iterate(2, at -> at < words.size(), at -> at + 2)
                        .mapToObj(at -> List.of(words.get(at), words.get(at + 1)))
                        .toList();
        var pattern =
                new ResourcePattern(
                        type(one(options, name -> !isCommon(name)).getFirst()),
                        one(options, name -> !isCommon(name)).getLast(),
                        options.stream()
                                .filter(it -> it.getFirst().equals("--resource-pattern-type"))
                                .map(it -> PatternType.fromString(upper(it.getLast())))
                                .findFirst()
                                .orElse(PatternType.LITERAL));
        return options.stream()
                .filter(it -> it.getFirst().equals("--operation"))
                .map(it -> SecurityUtils.operation(it.getLast()))
                .map(operation -> binding(pattern, words.get(1), operation));
    }

    private static AclBinding binding(
            ResourcePattern pattern, String user, AclOperation operation) {
        return new AclBinding(
                pattern,
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }

    private static boolean isCommon(String option) {
        return List.of("--operation", "--resource-pattern-type").contains(option);
    }

    private static ResourceType type(String option) {
        return switch (option) {
            case "--topic" -> ResourceType.TOPIC;
            case "--group" -> ResourceType.GROUP;
            case "--transactional-id" -> ResourceType.TRANSACTIONAL_ID;
            default -> throw new IllegalStateException("not used here: " + option);
        };
    }

    private static List<String> one(List<List<String>> options, Predicate<String> which) {
        var found = options.stream().filter(it -> which.test(it.getFirst())).toList();
        if (found.size() != 1) {
            throw new IllegalStateException("one resource a line: " + options);
        }
        return found.getFirst();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static Stream<List<String>> lines(String command) {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> line.startsWith(command))
                    .map(line -> List.of(line.split(" ")));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
