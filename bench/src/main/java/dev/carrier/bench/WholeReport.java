package dev.carrier.bench;

import dev.carrier.contracts.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that {@code ./carrier bench} measures.
 *
 * @param before the machine before anything was started, with its load
 * @param sections each of one Carrier
 * @param growth the same measurements of larger and smaller ones, to be read side by side
 * @param quick whether it was the short one
 * @param took all of it
 */
public record WholeReport(
        Machine before,
        List<Section> sections,
        List<Section> growth,
        boolean quick,
        Duration took) {
    /** What no answer may be. */
    public static final String LOST = "lost";

    /** Answers that stand twice. */
    public static final String DOUBLED = "doubled";

    public WholeReport {
        sections = List.copyOf(sections);
        growth = List.copyOf(growth);
    }

    /** Whether all was measured, and no message was lost or answered twice meanwhile. */
    public boolean isSound() {
        List<Finding> all =
                Stream.concat(sections.stream(), growth.stream())
                        .flatMap(one -> one.findings().stream())
                        .toList();
        boolean measured =
                sections.stream().noneMatch(one -> one.findings().isEmpty())
                        && growth.stream().noneMatch(one -> one.findings().isEmpty());
        return measured
                && all.stream()
                        .filter(one -> one.what().equals(LOST) || one.what().equals(DOUBLED))
                        .allMatch(one -> one.value() == 0);
    }

    /** The sum of it. */
    public String line() {
        List<Boolean> aims =
                sections.stream()
                        .flatMap(one -> one.findings().stream())
                        .flatMap(one -> one.met().stream())
                        .toList();
        return String.format(
                Locale.ROOT,
                "bench: %d of %d aims met%s, in %d min %d s, load before %.1f",
                aims.stream().filter(met -> met).count(),
                aims.size(),
                quick ? " (--quick says little)" : "",
                took.toMinutes(),
                took.toSecondsPart(),
                before.load());
    }

    /** For programs. */
    public ObjectNode json() {
        ObjectNode node =
                Json.mapper()
                        .createObjectNode()
                        .put("quick", quick)
                        .put("seconds", took.toMillis() / 1000.0);
        node.set("machine", LatencyTable.json(before));
        ArrayNode all = node.putArray("sections");
        sections.forEach(one -> all.add(one.json()));
        ArrayNode grown = node.putArray("growth");
        growth.forEach(one -> grown.add(one.json()));
        return node;
    }
}
