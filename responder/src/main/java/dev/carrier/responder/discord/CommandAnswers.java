package dev.carrier.responder.discord;

import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Unreadable;
import dev.carrier.responder.Spoken;
import dev.carrier.runtime.Seal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers of one account to commands: what stands there as "is thinking" is edited. Not by
 * JDA's client, which would write the address into its log when something goes wrong. Thread-safe.
 *
 * @see <a
 *     href="https://docs.discord.com/developers/interactions/receiving-and-responding#edit-original-interaction-response">Edit
 *     original interaction response</a>
 */
public final class CommandAnswers {
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    /** "Interaction tokens are valid for 15 minutes." */
    private static final Duration TOKEN_HOLDS = Duration.ofMinutes(15);

    /** The announcement may be on its way beside the answer, and Discord knows neither yet. */
    private static final Duration ANNOUNCED_BY_THEN = Duration.ofSeconds(10);

    private static final int UNKNOWN_MESSAGE = 10008;
    private static final int UNKNOWN_WEBHOOK = 10015;
    private static final Set<Integer> NOT_AWAITED = Set.of(UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, 50027);

    private final HttpClient http;
    private final String apiUrl;
    private final Seal seal;
    private final InstantSource clock;

    /**
     * @param http its owner closes it
     * @param apiUrl base of Discord's REST API, with a slash at its end
     * @param token of the account's bot: what seals its addresses
     */
    public CommandAnswers(HttpClient http, String apiUrl, String token, InstantSource clock) {
        this.http = http;
        this.apiUrl = apiUrl;
        this.seal = new Seal(token);
        this.clock = clock;
    }

    /** Makes one attempt; empty when Discord does not wait for this answer any more. */
    Optional<Spoken> answer(Interaction to, String text) {
        // Under another seal: the bot's token was reset since, and Discord knows the account anew.
        return seal.open(to.sealed()).flatMap(address -> edit(to, address, text));
    }

    private Optional<Spoken> edit(Interaction to, String address, String text) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        apiUrl
                                                + "webhooks/"
                                                + to.application()
                                                + "/"
                                                + address
                                                + "/messages/@original"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofByteArray(Json.canonical(body(text))))
                        .build();
        try {
            return judged(to, http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException problem) {
            // Its message may hold the address.
            return Optional.of(new Spoken.Unknown("Discord gave no answer: " + name(problem)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of(new Spoken.Unknown("interrupted"));
        }
    }

    private static ObjectNode body(String text) {
        ObjectNode body = Json.mapper().createObjectNode().put("content", text);
        body.putObject("allowed_mentions").putArray("parse").add("users");
        return body;
    }

    private Optional<Spoken> judged(Interaction to, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        JsonNode body = read(response.body());
        if (status == 200) {
            return Optional.of(sent(body));
        }
        if (status == 429) {
            return Optional.of(new Spoken.NotNow("Discord's rate limit of answers (429)"));
        }
        if (status < 400 || status >= 500 || status == 408) {
            return Optional.of(new Spoken.Unknown("Discord answered " + status));
        }
        int code = body.path("code").asInt(0);
        if (code == UNKNOWN_WEBHOOK && isYoung(to)) {
            return Optional.of(new Spoken.NotNow("the command is not announced yet"));
        }
        return NOT_AWAITED.contains(code)
                ? Optional.empty()
                : Optional.of(
                        new Spoken.Refused(
                                "Discord takes no such answer ("
                                        + (code > 0 ? code : status)
                                        + ")"));
    }

    private boolean isYoung(Interaction to) {
        return clock.instant().isBefore(to.expiresAt().minus(TOKEN_HOLDS).plus(ANNOUNCED_BY_THEN));
    }

    private Spoken sent(JsonNode message) {
        return new Spoken.Sent(
                message.path("id").asString(""),
                new PersonId("discord:user:" + message.path("author").path("id").asString("")),
                message.path("author").path("username").asString(""),
                time(message.path("edited_timestamp").asString("")).orElseGet(clock::instant));
    }

    private static Optional<Instant> time(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(text).toInstant());
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.parse(body);
        } catch (Unreadable noJson) {
            return Json.mapper().createObjectNode();
        }
    }

    private static String name(Exception problem) {
        return problem.getClass().getSimpleName();
    }
}
