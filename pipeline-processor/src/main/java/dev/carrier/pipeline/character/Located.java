package dev.carrier.pipeline.character;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of JSON with the line of each of its values. What is broken ends the reading, and says
 * where.
 *
 * @param tree what was read; empty if it is broken or no object
 * @param spots where each value stands, by its path such as {@code /bio/0}; the empty path is all
 * @param twice keys that an object has more than once, with the place of the later one
 * @param broken where and why reading ended
 */
record Located(
        Optional<ObjectNode> tree,
        Map<String, Spot> spots,
        Map<String, Spot> twice,
        Optional<Broken> broken) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

    /** Line and column, counted from 1. */
    record Spot(int line, int column) {
        static final Spot START = new Spot(1, 1);

        static Spot of(TokenStreamLocation location) {
            return new Spot(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
        }
    }

    /** Where reading ended, and the parser's reason. */
    record Broken(Spot at, String reason) {}

    /** Reads a text that may be anything. */
    static Located read(String text) {
        // Editors on Windows put a mark before the text; JSON has no place for it.
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var spots = new HashMap<String, Spot>();
        var twice = new HashMap<String, Spot>();
        try (JsonParser parser = MAPPER.createParser(json)) {
            if (parser.nextToken() == null) {
                return broken(Spot.START, "the file is empty", spots, twice);
            }
            spots.put("", Spot.of(parser.currentTokenLocation()));
            walk(parser, "", spots, twice);
            if (parser.nextToken() != null) {
                Spot after = Spot.of(parser.currentTokenLocation());
                return broken(after, "something follows after the end", spots, twice);
            }
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return new Located(Optional.of(object), spots, twice, Optional.empty());
            }
            return broken(Spot.START, "it is no object in braces", spots, twice);
        } catch (JacksonException problem) {
            TokenStreamLocation at = problem.getLocation();
            return broken(at == null ? Spot.START : Spot.of(at), reason(problem), spots, twice);
        }
    }

    /** Where a value stands, or the nearest that encloses it. */
    Spot at(String path) {
        for (String look = path; ; look = look.substring(0, look.lastIndexOf('/'))) {
            Spot spot = spots.get(look);
            if (spot != null) {
                return spot;
            }
            if (look.isEmpty()) {
                return Spot.START;
            }
        }
    }

    /** The file's values by their paths, in no order. */
    JsonNode value() {
        return tree.<JsonNode>map(found -> found).orElseGet(MAPPER::createObjectNode);
    }

    private static Located broken(
            Spot at, String reason, Map<String, Spot> spots, Map<String, Spot> twice) {
        return new Located(Optional.empty(), spots, twice, Optional.of(new Broken(at, reason)));
    }

    private static void walk(
            JsonParser parser, String path, Map<String, Spot> spots, Map<String, Spot> twice) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            List<String> seen = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                String inner = path + "/" + name;
                Spot at = Spot.of(parser.currentTokenLocation());
                if (seen.contains(name)) {
                    twice.put(inner, at);
                }
                seen.add(name);
                spots.put(inner, at);
                parser.nextToken();
                walk(parser, inner, spots, twice);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                spots.put(path + "/" + i, Spot.of(parser.currentTokenLocation()));
                walk(parser, path + "/" + i, spots, twice);
            }
        }
    }

    private static String reason(JacksonException problem) {
        String said = problem.getOriginalMessage();
        String first = said == null ? "it is no JSON" : said.lines().findFirst().orElse("");
        return first.length() > 160 ? first.substring(0, 160) + "…" : first;
    }
}
