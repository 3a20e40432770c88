package dev.carrier.bench;

import dev.carrier.contracts.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of many conversations at once.
 *
 * @param conversations messages that the sandbox accepted, one in each
 * @param modelTakes the model's own time for each
 * @param inFlight the most conversations at the same moment whose message was accepted and whose
 *     answer was not yet
 * @param calls the most calls that the model saw open at the same moment
 * @param writing from the first message accepted to the last
 * @param answering from the first message accepted to the last answer accepted
 * @param lost without an answer
 * @param doubled answers too many
 * @param cpuSeconds of this process, from the first message to the last answer
 */
public record FlightReport(
        int conversations,
        Duration modelTakes,
        long inFlight,
        long calls,
        Duration writing,
        Duration answering,
        int lost,
        int doubled,
        double cpuSeconds,
        Machine machine) {

    /** For people; its last line is the sum of it. */
    public void print(PrintWriter out) {
        out.printf(
                "written in %.1f s; model %.1f s a call; cpu %.1f s; doubled %d%n",
                seconds(writing), seconds(modelTakes), cpuSeconds, doubled);
        out.printf("machine  %s%n", machine.line());
        out.println(line());
        out.flush();
    }

    /** The sum of it. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "bench: %d conversations, %d in flight at once, %d calls of the model open together, all answered after %.1f s, %d lost",
                conversations,
                inFlight,
                calls,
                seconds(answering),
                lost);
    }

    /** For programs. */
    public ObjectNode json() {
        ObjectNode node =
                Json.mapper()
                        .createObjectNode()
                        .put("conversations", conversations)
                        .put("modelSeconds", seconds(modelTakes))
                        .put("inFlight", inFlight)
                        .put("callsOpen", calls)
                        .put("writingSeconds", seconds(writing))
                        .put("answeringSeconds", seconds(answering))
                        .put("lost", lost)
                        .put("doubled", doubled)
                        .put("cpuSeconds", cpuSeconds);
        node.set("machine", LatencyTable.json(machine));
        return node;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
