package dev.carrier.runtime.settings;

import dev.carrier.runtime.SetupProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lays the file over the defaults: key by key, a list as a whole. A model and an account have
 * defaults of their own, which depend on their provider and name.
 */
final class Layers {
    private static final Origin DEFAULT = new Origin.Default();

    private final References references;

    Layers(References references) {
        this.references = references;
    }

    /** The whole tree of settings; both layers have their references replaced. */
    Node.Keys over(Node.Keys file) {
        Map<String, Node> all = new LinkedHashMap<>();
        Node.Keys defaults = resource("defaults.yaml");
        Node.Keys merged = merge(defaults, RuleParts.spelled(file));
        for (String first : List.of("version", "timezone", "data")) {
            merged.get(first).ifPresent(node -> all.put(first, node));
        }
        Node models = file.get("models").orElseGet(() -> resource("models.yaml"));
        all.put("models", each(models, (_, model) -> merge(model(model), model)));
        Node accounts = file.get("accounts").orElseGet(() -> Node.Keys.none(DEFAULT));
        all.put(
                "accounts",
                each(accounts, (name, account) -> merge(account(name, account), account)));
        merged.nodes().forEach(all::putIfAbsent);
        all.computeIfPresent("policy", (_, policy) -> RuleParts.whole(policy));
        return new Node.Keys(all, file.at());
    }

    /** Lays one value at a path such as {@code http.ui}; the keys on its way are made. */
    static Node.Keys put(Node.Keys tree, String path, String value) {
        Origin option = new Origin.Option();
        int dot = path.indexOf('.');
        Map<String, Node> nodes = new LinkedHashMap<>(tree.nodes());
        if (dot < 0) {
            nodes.put(path, Node.Scalar.written(value, option));
        } else {
            String head = path.substring(0, dot);
            Node.Keys below =
                    nodes.get(head) instanceof Node.Keys keys ? keys : Node.Keys.none(option);
            nodes.put(head, put(below, path.substring(dot + 1), value));
        }
        return new Node.Keys(nodes, tree.at());
    }

    private interface Entry {
        Node of(String name, Node.Keys written);
    }

    private static Node each(Node node, Entry entry) {
        if (!(node instanceof Node.Keys keys)) {
            return node;
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        keys.nodes()
                .forEach((name, written) ->
                        nodes.put(
                                name,
                                written instanceof Node.Keys inner
                                        ? entry.of(name, inner)
                                        : written));
        return new Node.Keys(nodes, keys.at());
    }

    private Node.Keys model(Node.Keys written) {
        Node.Keys template = resource("model.yaml");
        boolean own = written.get("url").filter(Layers::hasText).isEmpty();
        String key =
                switch (text(merge(template, written), "provider").toLowerCase(Locale.ROOT)) {
                    case "anthropic" -> "${ANTHROPIC_API_KEY}";
                    case "openai" -> own ? "${OPENAI_API_KEY}" : "";
                    case "gemini" -> own ? "${GEMINI_API_KEY}" : "";
                    case "openrouter" -> own ? "${OPENROUTER_API_KEY}" : "";
                    default -> "";
                };
        // Somebody else's url is not given a provider's key by default.
        return with(template, "key", own ? key : "");
    }

    private Node.Keys account(String name, Node.Keys written) {
        Node.Keys template = resource("account.yaml");
        String platform = text(merge(template, written), "platform").strip();
        String variable =
                (platform.toUpperCase(Locale.ROOT) + "_TOKEN_" + name.toUpperCase(Locale.ROOT))
                        .replaceAll("[^A-Z0-9]", "_");
        template = with(template, "character", "characters/" + name + ".json");
        return with(template, "token", "${" + variable + "}");
    }

    private Node.Keys with(Node.Keys keys, String key, String raw) {
        Map<String, Node> nodes = new LinkedHashMap<>(keys.nodes());
        nodes.put(key, references.replace(Node.Scalar.written(raw, DEFAULT)));
        return new Node.Keys(nodes, keys.at());
    }

    static Node.Keys merge(Node.Keys below, Node.Keys above) {
        Map<String, Node> nodes = new LinkedHashMap<>(below.nodes());
        above.nodes()
                .forEach((key, value) ->
                        nodes.merge(key, value, (under, over) -> merge(under, over)));
        return new Node.Keys(nodes, above.at());
    }

    static Node merge(Node below, Node above) {
        if (below instanceof Node.Keys under && above instanceof Node.Keys over) {
            return merge(under, over);
        }
        // A number that is not known because its variable is not set stands as it would by default.
        if (below instanceof Node.Scalar under
                && above instanceof Node.Scalar over
                && over.missing().isPresent()) {
            return new Node.Scalar(
                    over.raw(), under.text(), over.at(), over.from(), over.missing());
        }
        return above;
    }

    private Node.Keys resource(String name) {
        try (InputStream in = Layers.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new SetupProblem(name + " is not in the jar", "build again");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return references.replace(YamlTree.read(name, text, _ -> DEFAULT));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static boolean hasText(Node node) {
        return node instanceof Node.Scalar scalar && !scalar.text().isBlank();
    }

    private static String text(Node.Keys keys, String key) {
        return keys.get(key)
                .filter(Layers::hasText)
                .map(node -> ((Node.Scalar) node).text())
                .orElse("");
    }
}
