package dev.carrier.runtime.settings;

import dev.carrier.runtime.SetupProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML into nodes that know their line; a key that stands there without a value is left out.
 */
final class YamlTree {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final String name;
    private final IntFunction<Origin> origins;

    private YamlTree(String name, IntFunction<Origin> origins) {
        this.name = name;
        this.origins = origins;
    }

    /**
     * @param name of the file, for errors
     * @param origins from a line
     * @throws SetupProblem when it is no YAML, or no mapping
     */
    static Node.Keys read(String name, String text, IntFunction<Origin> origins) {
        YamlTree tree = new YamlTree(name, origins);
        try (JsonParser parser = YAML.createParser(text)) {
            return tree.root(parser);
        } catch (JacksonException problem) {
            throw tree.broken(problem);
        }
    }

    private Node.Keys root(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return Node.Keys.none(origins.apply(1));
        }
        if (first != JsonToken.START_OBJECT) {
            throw problem(line(parser), "the file must be keys and values, like 'version: 1'");
        }
        Node.Keys keys = keys(parser);
        if (parser.nextToken() != null) {
            throw problem(line(parser), "only one document may stand in the file");
        }
        return keys;
    }

    private Node.Keys keys(JsonParser parser) {
        Origin at = origins.apply(line(parser));
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int line = line(parser);
            Integer before = lines.putIfAbsent(key, line);
            if (before != null) {
                throw problem(
                        line, "'%s' stands there twice, first in line %d".formatted(key, before));
            }
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                nodes.put(key, value(parser, line));
            }
        }
        return new Node.Keys(nodes, at);
    }

    private Node value(JsonParser parser, int line) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw problem(line, "aliases (*name) are not supported, write the value out");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> keys(parser);
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (parser.currentToken() != JsonToken.VALUE_NULL) {
                        items.add(value(parser, line(parser)));
                    }
                }
                yield new Node.Items(items, origins.apply(line));
            }
            default -> Node.Scalar.written(parser.getString(), origins.apply(line));
        };
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private SetupProblem problem(int line, String sentence) {
        return new SetupProblem(name + ":" + line + ": " + sentence);
    }

    private SetupProblem broken(JacksonException problem) {
        // The parser's own message quotes the file, which may hold what nobody should read.
        if (problem.getCause() instanceof MarkedYamlEngineException marked) {
            int line = marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return problem(line, "this is not YAML: " + marked.getProblem());
        }
        var location = problem.getLocation();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        return problem(line, "this is not YAML; look at the indentation and the quotes");
    }
}
