package dev.carrier.instagram.pace;

import dev.carrier.contracts.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * How much of what it may an account has used, from the headers of an answer: {@code X-App-Usage:
 * {"call_count":28,"total_time":25,"total_cputime":25}} and {@code X-Business-Use-Case-Usage:
 * {"178…":[{"type":"instagram","call_count":12,…, "estimated_time_to_regain_access":0}]}}.
 *
 * @param percent the highest of all; calls are refused at 100. Empty when no header says any
 * @param regain how long a block lasts; zero: none
 */
public record Usage(Optional<Integer> percent, Duration regain) {
    /** No header. */
    public static final Usage NONE = new Usage(Optional.empty(), Duration.ZERO);

    private static final Duration LONGEST = Duration.ofHours(24);

    /** From the values of the two headers; what cannot be read is passed over. */
    public static Usage of(Optional<String> app, Optional<String> business) {
        Optional<JsonNode> ofApp = app.flatMap(Usage::read);
        Optional<JsonNode> ofBusiness = business.flatMap(Usage::read);
        Optional<Integer> percent =
                Stream.concat(ofApp.stream(), ofBusiness.stream().flatMap(Usage::uses))
                        .flatMap(use ->
                                Stream.of("call_count", "total_time", "total_cputime")
                                        .map(name -> use.path(name))
                                        .filter(JsonNode::isNumber)
                                        .map(JsonNode::intValue))
                        .max(Integer::compare);
        int minutes =
                ofBusiness.stream()
                        .flatMap(Usage::uses)
                        .mapToInt(use -> use.path("estimated_time_to_regain_access").asInt(0))
                        .max()
                        .orElse(0);
        Duration regain = Duration.ofMinutes(Math.max(0, minutes));
        return new Usage(percent, regain.compareTo(LONGEST) > 0 ? LONGEST : regain);
    }

    private static Stream<JsonNode> uses(JsonNode business) {
        return business.properties().stream()
                .map(Map.Entry::getValue)
                .flatMap(list -> list.valueStream());
    }

    private static Optional<JsonNode> read(String header) {
        try {
            return Optional.of(Json.mapper().readTree(header)).filter(JsonNode::isObject);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
