package dev.carrier.bench;

import dev.carrier.contracts.Json;
import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of many webhooks.
 *
 * @param perSecond deliveries
 * @param sent how many in all
 * @param acknowledged how many were answered with 200
 * @param events how many are in Kafka
 * @param took from the first byte sent to the answer, in milliseconds
 * @param cpuSeconds of this process meanwhile
 */
public record WebhookReport(
        int perSecond,
        int sent,
        int acknowledged,
        long events,
        Spread took,
        double cpuSeconds,
        Machine machine) {
    private static final double WANTED_MILLIS = 1000;

    /** Whether all were acknowledged, are in Kafka, and were so within a second (p99). */
    public boolean isWell() {
        return acknowledged == sent && events >= sent && took.at(99) < WANTED_MILLIS;
    }

    /** For people; its last line is the sum of it. */
    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "acknowledged: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms; cpu %.1f s%n",
                took.at(50),
                took.at(90),
                took.at(99),
                took.max(),
                cpuSeconds);
        out.printf("machine  %s%n", machine.line());
        out.println(line());
        out.flush();
    }

    /** The sum of it. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "bench: %d webhooks at %d/s, %d acknowledged at p99 %.1f ms, %d in Kafka",
                sent,
                perSecond,
                acknowledged,
                took.at(99),
                events);
    }

    /** For programs. */
    public ObjectNode json() {
        ObjectNode node =
                Json.mapper()
                        .createObjectNode()
                        .put("perSecond", perSecond)
                        .put("sent", sent)
                        .put("acknowledged", acknowledged)
                        .put("events", events)
                        .put("p50", took.at(50))
                        .put("p90", took.at(90))
                        .put("p99", took.at(99))
                        .put("max", took.max())
                        .put("cpuSeconds", cpuSeconds);
        node.set("machine", LatencyTable.json(machine));
        return node;
    }
}
