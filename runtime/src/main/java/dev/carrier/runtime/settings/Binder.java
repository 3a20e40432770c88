package dev.carrier.runtime.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.carrier.contracts.AccountId;
import dev.carrier.runtime.Nearest;
import dev.carrier.runtime.SetupProblem;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes records of nodes: a record's components are the keys that may stand there. Remembers what
 * it bound, for {@code ./carrier settings}. For one load, by one thread.
 */
final class Binder {
    private final Scalars scalars;
    private final List<Value> values = new ArrayList<>();
    private final Map<String, String> unset = new LinkedHashMap<>();

    Binder(Scalars scalars) {
        this.scalars = scalars;
    }

    List<Value> values() {
        return values;
    }

    Settings settings(Node.Keys tree) {
        return record(Settings.class, tree, "");
    }

    private <R extends Record> R record(Class<R> type, Node node, String path) {
        if (!(node instanceof Node.Keys keys)) {
            throw new SetupProblem(
                    "%s: %s must be keys and values, not one value".formatted(node.at(), path));
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> known =
                Arrays.stream(components)
                        .filter(one -> !one.isAnnotationPresent(NoKey.class))
                        .map(Binder::key)
                        .toList();
        keys.nodes()
                .forEach((key, value) -> {
                    if (!known.contains(key)) {
                        throw unknown(key, value, path, known);
                    }
                });
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] =
                    components[i].isAnnotationPresent(NoKey.class)
                            ? unset
                            : component(components[i], keys, path);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException(type + " cannot be made", problem);
        }
    }

    private Object component(RecordComponent component, Node.Keys keys, String path) {
        String key = key(component);
        String full = path.isEmpty() ? key : path + "." + key;
        Optional<Node> node = keys.get(key);
        if (node.isEmpty() && component.getType() != Optional.class) {
            throw new SetupProblem("%s: %s is missing".formatted(keys.at(), full));
        }
        return node.map(one -> value(component.getGenericType(), one, full))
                .orElse(Optional.empty());
    }

    private Object value(Type type, Node node, String path) {
        if (type instanceof ParameterizedType generic) {
            Type last =
                    generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == Optional.class) {
                return optional(last, node, path);
            }
            if (generic.getRawType() == List.class) {
                return list(last, node, path);
            }
            if (generic.getRawType() == SortedMap.class) {
                boolean accounts = generic.getActualTypeArguments()[0] == AccountId.class;
                return accounts ? accounts(last, node, path) : map(last, node, path);
            }
        }
        if (type instanceof Class<?> plain && plain.isRecord() && !scalars.reads(plain)) {
            return record(plain.asSubclass(Record.class), node, path);
        }
        return scalar((Class<?>) type, node, path);
    }

    private Object optional(Type type, Node node, String path) {
        if (node instanceof Node.Scalar scalar && scalar.text().isBlank()) {
            note(scalar, path);
            values.add(new Value(path, "", scalar.from()));
            return Optional.empty();
        }
        return Optional.of(value(type, node, path));
    }

    private List<Object> list(Type type, Node node, String path) {
        List<Object> items = new ArrayList<>();
        switch (node) {
            case Node.Items several -> {
                if (several.nodes().isEmpty()) {
                    values.add(new Value(path, "[]", several.at()));
                }
                for (Node item : several.nodes()) {
                    items.add(value(type, item, path + "[" + items.size() + "]"));
                }
            }
            case Node.Scalar one -> items.add(value(type, one, path));
            case Node.Keys one ->
                    throw new SetupProblem(one.at() + ": " + path + " must be a list, like [a, b]");
        }
        return List.copyOf(items);
    }

    private SortedMap<String, Object> map(Type type, Node node, String path) {
        if (!(node instanceof Node.Keys keys)) {
            throw new SetupProblem(
                    "%s: %s must be names with what belongs to them".formatted(node.at(), path));
        }
        if (keys.nodes().isEmpty()) {
            values.add(new Value(path, "{}", keys.at()));
        }
        TreeMap<String, Object> entries = new TreeMap<>();
        keys.nodes()
                .forEach((name, entry) -> entries.put(name, value(type, entry, path + "." + name)));
        return entries;
    }

    private SortedMap<AccountId, Object> accounts(Type type, Node node, String path) {
        TreeMap<AccountId, Object> accounts = new TreeMap<>();
        map(type, node, path)
                .forEach((name, account) -> accounts.put(new AccountId(name), account));
        return accounts;
    }

    private Object scalar(Class<?> type, Node node, String path) {
        if (!(node instanceof Node.Scalar scalar)) {
            throw new SetupProblem(
                    "%s: %s must be one value, %s"
                            .formatted(node.at(), path, scalars.expects(type)));
        }
        note(scalar, path);
        Object value = scalars.read(type, scalar, path);
        values.add(new Value(path, scalars.shown(value, scalar, path), scalar.from()));
        return value;
    }

    private void note(Node.Scalar scalar, String path) {
        scalar.missing()
                .ifPresent(variable -> {
                    boolean used = !path.startsWith("models.") && !path.startsWith("accounts.");
                    if (used) {
                        throw new SetupProblem(
                                "%s: %s needs %s, which is not set"
                                        .formatted(scalar.at(), path, variable),
                                "export "
                                        + variable
                                        + ", write it into .env, or give a default: ${"
                                        + variable
                                        + ":…}");
                    }
                    unset.put(path, variable);
                });
    }

    private static String key(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static SetupProblem unknown(String key, Node value, String path, List<String> known) {
        String where = path.isEmpty() ? "" : " in " + path;
        String hint = Nearest.hint(key, known);
        return new SetupProblem(
                "%s: there is no key '%s'%s%s"
                        .formatted(
                                value.at(),
                                key,
                                where,
                                hint.isEmpty() ? "; known are " + String.join(", ", known) : hint));
    }
}
