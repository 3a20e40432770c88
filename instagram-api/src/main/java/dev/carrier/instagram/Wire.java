package dev.carrier.instagram;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Remedy;
import dev.carrier.instagram.error.ErrorTable;
import dev.carrier.instagram.error.GraphError;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.instagram.error.Trouble;
import dev.carrier.instagram.pace.Gate;
import dev.carrier.instagram.pace.Lane;
import dev.carrier.instagram.pace.Pace;
import dev.carrier.instagram.pace.Urgency;
import dev.carrier.instagram.pace.Usage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Makes one call: its turn, its token, its answer. The token goes in a header and nowhere else, and
 * is taken out of whatever Instagram says. Redirects are not followed: they would carry it along.
 * Thread-safe; blocks.
 */
final class Wire {
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

    private final HttpClient http;
    private final TokenSource tokens;
    private final Pace pace;
    private final Urgency urgency;
    private final Duration patience;

    /**
     * @param tokens the account's, asked for before each call
     * @param patience how long a call may wait for its turn
     */
    Wire(HttpClient http, TokenSource tokens, Pace pace, Urgency urgency, Duration patience) {
        this.http = http;
        this.tokens = tokens;
        this.pace = pace;
        this.urgency = urgency;
        this.patience = patience;
    }

    Wire with(Urgency other, Duration patienceThen) {
        return new Wire(http, tokens, pace, other, patienceThen);
    }

    /**
     * Calls, once; a second time only where the token was refused and there is another one.
     *
     * @throws GraphProblem when it brought no answer that helps
     */
    JsonNode call(Lane lane, URI uri, Duration timeout, HttpRequest.Builder request) {
        request.uri(uri).timeout(timeout).setHeader("Accept", "application/json");
        String token = tokens.token();
        try {
            return call(lane, request, token);
        } catch (GraphProblem problem) {
            if (problem.error().trouble() != Trouble.TOKEN
                    || !tokens.refused(token, problem.error())) {
                throw problem;
            }
            return call(lane, request, tokens.token());
        }
    }

    /** Gets something with this very token. */
    JsonNode once(Lane lane, URI uri, Duration timeout, String token) {
        return call(lane, HttpRequest.newBuilder(uri).timeout(timeout).GET(), token);
    }

    private JsonNode call(Lane lane, HttpRequest.Builder request, String token) {
        waitForTurn(lane);
        Answer answer = answer(request, token);
        Optional<GraphError> error = answer.error().map(it -> withWait(it, answer.usage()));
        pace.after(lane, answer.usage(), error);
        if (error.isPresent()) {
            throw new GraphProblem(error.get());
        }
        tokens.accepted(token);
        return answer.body();
    }

    private record Answer(JsonNode body, Usage usage, Optional<GraphError> error) {}

    private Answer answer(HttpRequest.Builder request, String token) {
        try {
            HttpResponse<byte[]> response =
                    http.send(
                            request.setHeader("Authorization", "Bearer " + token).build(),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
            return read(response, token);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GraphProblem(GraphError.silence("interrupted", false));
        } catch (IOException problem) {
            return new Answer(
                    Json.mapper().createObjectNode(),
                    Usage.NONE,
                    Optional.of(GraphError.silence(brief(problem), neverArrived(problem))));
        }
    }

    private static Answer read(HttpResponse<byte[]> response, String token) {
        Usage usage =
                Usage.of(
                        response.headers().firstValue("X-App-Usage"),
                        response.headers().firstValue("X-Business-Use-Case-Usage"));
        int status = response.statusCode();
        Optional<JsonNode> body = json(response.body());
        boolean fine = status / 100 == 2 && body.isPresent() && !body.get().has("error");
        JsonNode said = body.orElseGet(() -> Json.mapper().createObjectNode());
        if (fine) {
            return new Answer(said, usage, Optional.empty());
        }
        GraphError error =
                status / 100 == 2 && body.isEmpty()
                        // It was done, and what came of it got lost.
                        ? GraphError.silence("an answer that is no JSON", false)
                        : ErrorTable.of(status, said);
        return new Answer(said, usage, Optional.of(error.without(token)));
    }

    private void waitForTurn(Lane lane) {
        switch (pace.before(lane, urgency, patience)) {
            case Gate.Open(Duration after) -> {
                if (after.isPositive()) {
                    sleep(after);
                }
            }
            case Gate.Shut(Duration lasts, String why) ->
                    throw new GraphProblem(GraphError.held(why, lasts));
        }
    }

    private static void sleep(Duration howLong) {
        try {
            Thread.sleep(howLong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GraphProblem(GraphError.silence("interrupted", true));
        }
    }

    private static GraphError withWait(GraphError error, Usage usage) {
        return usage.regain().isPositive() && error.remedy() == Remedy.WAIT
                ? error.waiting(usage.regain())
                : error;
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(Json.mapper().readTree(body)).filter(it -> !it.isMissingNode());
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** Whether the request cannot have reached anybody. */
    private static boolean neverArrived(IOException problem) {
        return problem instanceof ConnectException
                || problem instanceof HttpConnectTimeoutException
                || problem instanceof SSLHandshakeException;
    }

    private static String brief(IOException problem) {
        return problem.getClass().getSimpleName();
    }
}
