package dev.carrier.sandbox.instagram.graph;

import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The fields of a kind of node. Fill it first, then it is safe for use by many threads.
 *
 * @param <N> the kind
 */
public final class Shape<N> {
    private final String type;
    private final List<Fields.Field> usual = new ArrayList<>();
    private final Map<String, Getter<N>> getters = new LinkedHashMap<>();
    private Predicate<N> told = _ -> true;
    private Set<String> always = Set.of();

    /** No fields yet of the node type {@code type}, such as IGComment. */
    public Shape(String type) {
        this.type = type;
    }

    /** Reads one field. */
    public interface Getter<N> {
        /** Its value, or empty if this node has none. */
        Optional<JsonNode> get(Call call, N node, Fields.Field field);
    }

    /** Adds a text. */
    public Shape<N> text(String name, Function<N, String> getter) {
        return field(name, (_, node, _) -> Optional.of(StringNode.valueOf(getter.apply(node))));
    }

    /** Adds a text that may be absent. */
    public Shape<N> maybe(String name, Function<N, Optional<String>> getter) {
        return field(name, (_, node, _) -> getter.apply(node).map(StringNode::valueOf));
    }

    /** Adds a field. */
    public Shape<N> field(String name, Getter<N> getter) {
        getters.put(name, getter);
        return this;
    }

    /** Says which fields are given when none is asked for. */
    public Shape<N> usual(String... names) {
        for (var name : names) {
            usual.add(new Fields.Field(name, Map.of(), Fields.NONE));
        }
        return this;
    }

    /** Of other nodes than these only so much is told. */
    public Shape<N> tellsAllOnly(Predicate<N> of, String... names) {
        told = of;
        always = Set.of(names);
        return this;
    }

    /**
     * The node with what was asked for, and always its id.
     *
     * @throws Rejected 100 if it has no such field
     */
    public ObjectNode write(Call call, N node, Fields fields) {
        var written = Json.object();
        boolean all = told.test(node);
        for (var field : fields.named().isEmpty() ? usual : fields.named()) {
            var getter = getters.get(field.name());
            if (getter == null) {
                throw Rejected.parameter(
                        "Tried accessing nonexisting field ("
                                + field.name()
                                + ") on node type ("
                                + type
                                + ")");
            }
            if (all || always.contains(field.name())) {
                getter.get(call, node, field).ifPresent(value -> written.set(field.name(), value));
            }
        }
        if (!written.has("id") && getters.containsKey("id")) {
            getters.get("id")
                    .get(call, node, new Fields.Field("id", Map.of(), Fields.NONE))
                    .ifPresent(value -> written.set("id", value));
        }
        return written;
    }
}
