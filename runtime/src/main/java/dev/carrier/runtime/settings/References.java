package dev.carrier.runtime.settings;

import dev.carrier.runtime.SetupProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces <code>${NAME}</code> and <code>${NAME:default}</code> in scalars: from the environment,
 * then from {@code .env}. A variable that is empty counts as unset.
 */
final class References {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

    /** A reference and nothing else, without a default: how a secret may be written. */
    private static final Pattern ONLY = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*:?}");

    private final Map<String, String> environment;
    private final Map<String, String> dotEnv;

    References(Map<String, String> environment, Map<String, String> dotEnv) {
        this.environment = environment;
        this.dotEnv = dotEnv;
    }

    static boolean only(String raw) {
        return ONLY.matcher(raw).matches();
    }

    /** The first variable that a text refers to; empty when it refers to none. */
    static String variable(String raw) {
        Matcher matcher = REFERENCE.matcher(raw);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The same text with every reference taken away, to see what is written out. */
    static String without(String raw) {
        return REFERENCE.matcher(raw).replaceAll("");
    }

    /** The same tree with its scalars replaced. */
    Node replace(Node node) {
        return switch (node) {
            case Node.Keys keys -> replace(keys);
            case Node.Items items -> {
                List<Node> replaced = new ArrayList<>();
                items.nodes().forEach(item -> replaced.add(replace(item)));
                yield new Node.Items(replaced, items.at());
            }
            case Node.Scalar scalar -> replace(scalar);
        };
    }

    Node.Keys replace(Node.Keys keys) {
        Map<String, Node> replaced = new LinkedHashMap<>();
        keys.nodes().forEach((key, value) -> replaced.put(key, replace(value)));
        return new Node.Keys(replaced, keys.at());
    }

    private Node.Scalar replace(Node.Scalar scalar) {
        String raw = scalar.raw();
        if (!raw.contains("${")) {
            return scalar;
        }
        if (without(raw).contains("${")) {
            throw new SetupProblem(
                    scalar.at() + ": a reference must read ${NAME} or ${NAME:default}");
        }
        Origin from = scalar.at();
        Optional<String> missing = Optional.empty();
        StringBuilder text = new StringBuilder();
        Matcher matcher = REFERENCE.matcher(raw);
        while (matcher.find()) {
            String name = matcher.group(1);
            String fallback = matcher.group(2);
            String value = "";
            if (!environment.getOrDefault(name, "").isEmpty()) {
                value = environment.getOrDefault(name, "");
                from = new Origin.Environment(name);
            } else if (!dotEnv.getOrDefault(name, "").isEmpty()) {
                value = dotEnv.getOrDefault(name, "");
                from = new Origin.DotEnv(name);
            } else if (fallback != null) {
                value = fallback;
            } else {
                missing = Optional.of(name);
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        matcher.appendTail(text);
        return new Node.Scalar(raw, text.toString(), scalar.at(), from, missing);
    }
}
