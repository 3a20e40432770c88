package dev.carrier.bench;

import dev.carrier.contracts.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was measured of one Carrier.
 *
 * @param title how it was set up
 * @param findings in the order in which they are shown
 * @param notes what a reader has to know of how they came about
 */
public record Section(String title, List<Finding> findings, List<String> notes) {
    public Section {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** One of which nothing can be said. */
    public static Section failed(String title, String why) {
        return new Section(title, List.of(), List.of("could not be measured: " + why));
    }

    /** For programs. */
    ObjectNode json() {
        ObjectNode node = Json.mapper().createObjectNode().put("title", title);
        ArrayNode all = node.putArray("findings");
        findings.forEach(one -> all.add(one.json()));
        ArrayNode said = node.putArray("notes");
        notes.forEach(said::add);
        return node;
    }
}
