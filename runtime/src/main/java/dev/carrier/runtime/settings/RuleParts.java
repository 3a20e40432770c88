package dev.carrier.runtime.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Keys of the policy that have parts: one of them may be written, and stands for the rest. */
final class RuleParts {
    private static final Set<String> PARTED = Set.of("gather", "cooldown", "bots");

    private RuleParts() {}

    /**
     * The file with each {@code cooldown: 30s} and {@code bots: ours} spelled out: a plain time is
     * that of a person, a word or a list says who is allowed.
     */
    static Node.Keys spelled(Node.Keys file) {
        return with(
                file,
                "policy",
                policy ->
                        rules(
                                with(policy, "default", RuleParts::spelledOut),
                                RuleParts::spelledOut));
    }

    /** The policy in which a rule that says a part means the default for the rest. */
    static Node whole(Node policy) {
        return policy instanceof Node.Keys keys
                        && keys.nodes().get("default") instanceof Node.Keys defaults
                ? rules(policy, rule -> whole(rule, defaults))
                : policy;
    }

    private static Node spelledOut(Node ways) {
        Node timed =
                with(
                        ways,
                        "cooldown",
                        written ->
                                written instanceof Node.Scalar ? only("person", written) : written);
        return with(
                timed,
                "bots",
                written -> written instanceof Node.Keys ? written : only("allow", written));
    }

    private static Node.Keys only(String key, Node written) {
        Map<String, Node> parts = new LinkedHashMap<>();
        parts.put(key, written);
        return new Node.Keys(parts, written.at());
    }

    private static Node whole(Node rule, Node.Keys defaults) {
        Node whole = rule;
        for (String key : PARTED) {
            if (defaults.nodes().get(key) instanceof Node.Keys parts) {
                whole = with(whole, key, written -> Layers.merge(parts, written));
            }
        }
        return whole;
    }

    private static Node rules(Node policy, UnaryOperator<Node> change) {
        return with(
                policy,
                "rules",
                rules -> {
                    if (!(rules instanceof Node.Items items)) {
                        return rules;
                    }
                    List<Node> changed = new ArrayList<>();
                    items.nodes().forEach(rule -> changed.add(change.apply(rule)));
                    return new Node.Items(changed, items.at());
                });
    }

    private static Node.Keys with(Node.Keys node, String key, UnaryOperator<Node> change) {
        Map<String, Node> nodes = new LinkedHashMap<>(node.nodes());
        nodes.computeIfPresent(key, (_, value) -> change.apply(value));
        return new Node.Keys(nodes, node.at());
    }

    private static Node with(Node node, String key, UnaryOperator<Node> change) {
        return node instanceof Node.Keys keys ? with(keys, key, change) : node;
    }
}
