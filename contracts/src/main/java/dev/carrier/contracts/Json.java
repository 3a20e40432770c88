package dev.carrier.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Canonical JSON: keys sorted, absent fields left out, instants in UTC as ISO-8601, UTF-8 without
 * white space. Equal values have equal bytes, so a hash of them means something. Thread-safe.
 */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(all ->
                            all.withValueInclusion(JsonInclude.Include.NON_ABSENT)
                                    .withContentInclusion(JsonInclude.Include.ALWAYS))
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    // A reader's exception must not quote what people wrote.
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    // Looking these up by reflection each time would cost more than the reading itself.
    private static final ClassValue<String> KIND =
            new ClassValue<>() {
                @Override
                protected String computeValue(Class<?> type) {
                    Kind kind = type.getAnnotation(Kind.class);
                    if (kind == null) {
                        throw new IllegalArgumentException(type + " has no kind");
                    }
                    return kind.value();
                }
            };

    private static final ClassValue<List<RecordComponent>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<RecordComponent> computeValue(Class<?> type) {
                    return List.of(type.getRecordComponents());
                }
            };

    private static final Map<Class<?>, Map<String, Class<?>>> KINDS = new ConcurrentHashMap<>();

    private Json() {}

    /** The mapper behind all of this, for trees and for plain records; not to be reconfigured. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Canonical bytes of a value of a topic, its {@code type} included. */
    public static byte[] write(Travels value) {
        return MAPPER.writeValueAsBytes(value instanceof Unread unread ? unread.body() : value);
    }

    /** Canonical bytes of any plain record or tree. */
    public static byte[] canonical(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * The value as a tree with its {@code type}; for an {@link Unread} one exactly what was read.
     */
    public static ObjectNode tree(Travels value) {
        if (value instanceof Unread unread) {
            return unread.body();
        }
        return MAPPER.valueToTree(value);
    }

    /**
     * Reads a value of a topic. Unknown fields are passed over; an unknown kind becomes the topic's
     * {@link Unread} record.
     *
     * @throws Unreadable when the bytes are no JSON object, have no {@code type}, or lack what
     *     their kind needs
     */
    public static <V extends Travels> V read(Topic<V> topic, byte[] bytes) {
        return read(topic.carries(), parse(bytes));
    }

    /** The same from a tree that was parsed before. */
    public static <V extends Travels> V read(Class<V> carries, ObjectNode tree) {
        String type = tree.path("type").asString("");
        if (type.isEmpty()) {
            throw new Unreadable("no type");
        }
        Class<?> kind = kinds(carries).get(type);
        try {
            if (kind == null) {
                return carries.cast(unread(carries, tree));
            }
            return carries.cast(complete(type, MAPPER.treeToValue(tree, kind)));
        } catch (JacksonException problem) {
            throw new Unreadable(type + ": " + brief(problem));
        }
    }

    /**
     * Reads any plain record from a tree.
     *
     * @throws Unreadable when it does not fit
     */
    public static <T> T plain(Class<T> type, JsonNode tree) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException problem) {
            throw new Unreadable(type.getSimpleName() + ": " + brief(problem));
        }
    }

    /**
     * The bytes as a JSON object.
     *
     * @throws Unreadable when they are none
     */
    public static ObjectNode parse(byte[] bytes) {
        try {
            if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException problem) {
            throw new Unreadable("not JSON: " + brief(problem));
        }
        throw new Unreadable("not a JSON object");
    }

    /** The kind under which a record type travels, such as {@code said.v1}. */
    public static String kindOf(Class<?> type) {
        return KIND.get(type);
    }

    /** The kinds of a sealed type, by name. */
    public static Map<String, Class<?>> kinds(Class<?> sealed) {
        return KINDS.computeIfAbsent(
                sealed,
                type -> {
                    Map<String, Class<?>> found = new TreeMap<>();
                    for (Class<?> one : type.getPermittedSubclasses()) {
                        if (!Unread.class.isAssignableFrom(one)) {
                            found.put(kindOf(one), one);
                        }
                    }
                    return Map.copyOf(found);
                });
    }

    /**
     * A record has all that its kind requires; what may be absent is an Optional or has a default.
     */
    private static Object complete(String type, Object value) {
        for (RecordComponent component : COMPONENTS.get(value.getClass())) {
            try {
                if (component.getAccessor().invoke(value) == null) {
                    throw new Unreadable(type + ": no " + component.getName());
                }
            } catch (ReflectiveOperationException problem) {
                throw new IllegalStateException(component + " is public", problem);
            }
        }
        return value;
    }

    private static Object unread(Class<?> sealed, ObjectNode tree) {
        for (Class<?> one : sealed.getPermittedSubclasses()) {
            if (Unread.class.isAssignableFrom(one)) {
                try {
                    Constructor<?> constructor = one.getDeclaredConstructor(ObjectNode.class);
                    return constructor.newInstance(tree);
                } catch (ReflectiveOperationException problem) {
                    throw new IllegalStateException(one + " takes its tree", problem);
                }
            }
        }
        throw new IllegalStateException(sealed + " has no record for unknown kinds");
    }

    private static String brief(JacksonException problem) {
        // The library's own message may quote the value, which may be what a person wrote.
        String where = problem.getPathReference();
        return problem.getClass().getSimpleName()
                + (where == null || where.isEmpty() ? "" : " at " + where);
    }
}
