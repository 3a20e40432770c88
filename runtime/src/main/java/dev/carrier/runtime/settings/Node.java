package dev.carrier.runtime.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a settings file that knows where it stands. */
sealed interface Node {
    /** The file and line, or what stands in for them. */
    Origin at();

    /**
     * @param raw as written
     * @param text with its references replaced
     * @param from where the text came from: a variable, or {@code at}
     * @param missing the variable that the raw text needs and that is not set
     */
    record Scalar(String raw, String text, Origin at, Origin from, Optional<String> missing)
            implements Node {
        static Scalar written(String raw, Origin at) {
            return new Scalar(raw, raw, at, at, Optional.empty());
        }
    }

    record Items(List<Node> nodes, Origin at) implements Node {}

    /** Keys in the order of the file; not to be changed once built. */
    record Keys(Map<String, Node> nodes, Origin at) implements Node {
        static Keys none(Origin at) {
            return new Keys(new LinkedHashMap<>(), at);
        }

        Optional<Node> get(String key) {
            return Optional.ofNullable(nodes.get(key));
        }
    }
}
