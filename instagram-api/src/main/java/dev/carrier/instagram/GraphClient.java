package dev.carrier.instagram;

import dev.carrier.contracts.Json;
import dev.carrier.instagram.error.GraphProblem;
import dev.carrier.instagram.pace.Lane;
import dev.carrier.instagram.pace.Pace;
import dev.carrier.instagram.pace.Urgency;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Instagram's Graph API for one account, in the form of Instagram Login. A call is made once; what
 * to do when it fails is the caller's to decide by {@link GraphProblem#error()}. Instagram knows no
 * idempotency key: after a problem that is not {@code refused()}, look before doing it again.
 * Thread-safe; calls block, at most for their timeout and their turn.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform">Instagram Platform</a>
 */
public final class GraphClient {
    /** How long a call may wait for its turn. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration TO_READ = Duration.ofSeconds(15);
    private static final Duration TO_WRITE = Duration.ofSeconds(30);

    private final String base;
    private final String version;
    private final Wire wire;

    /**
     * @param base {@code https://graph.instagram.com/}
     * @param version {@code v26.0}
     * @param tokens the account's, asked for before each call
     * @param http shared by all accounts; follows no redirects
     */
    public GraphClient(URI base, String version, TokenSource tokens, Pace pace, HttpClient http) {
        this(
                base.toString().replaceAll("/+$", ""),
                version,
                new Wire(http, tokens, pace, Urgency.ANSWER, PATIENCE));
    }

    private GraphClient(String base, String version, Wire wire) {
        this.base = base;
        this.version = version;
        this.wire = wire;
    }

    /** What calls of many accounts share. */
    public static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The same for what no person waits for: it steps back when the account has called much. */
    public GraphClient inBackground() {
        return new GraphClient(base, version, wire.with(Urgency.BACKGROUND, PATIENCE));
    }

    /** The account itself. */
    public Me me() {
        return Reading.me(
                get(Lane.API, "me", Map.of("fields", "id,user_id,username,name,account_type")));
    }

    /**
     * Asks Instagram to deliver webhooks of the account. Asking twice is asking once.
     *
     * @param fields such as {@code comments}, {@code messages}
     */
    public void subscribe(String account, Collection<String> fields) {
        post(
                Lane.API,
                path(account, "subscribed_apps"),
                Map.of("subscribed_fields", String.join(",", fields)));
    }

    /**
     * Makes a token live for another 60 days. It must be at least a day old, and not expired. This
     * is the one call whose page asks for the token in the address; no address is ever told.
     *
     * @see <a
     *     href="https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token">Refresh
     *     Access Token</a>
     */
    public NewToken refresh(String token) {
        var query = Map.of("grant_type", "ig_refresh_token", "access_token", token);
        JsonNode answer =
                wire.once(
                        Lane.API,
                        URI.create(base + "/refresh_access_token?" + form(query)),
                        TO_READ,
                        token);
        return new NewToken(
                Reading.id(answer, "access_token"),
                Duration.ofSeconds(answer.path("expires_in").asLong(0)));
    }

    /** Posts, and what stands below them. */
    public Comments comments() {
        return new Comments(this);
    }

    /** Direct messages. */
    public Messages messages() {
        return new Messages(this);
    }

    /** What webhooks leave out. */
    public Details details() {
        return new Details(this);
    }

    /** Publishing. */
    public Publishing publishing() {
        return new Publishing(this);
    }

    JsonNode get(Lane lane, String path, Map<String, String> query) {
        String all = query.isEmpty() ? "" : "?" + form(query);
        return wire.call(lane, uri(path + all), TO_READ, HttpRequest.newBuilder().GET());
    }

    JsonNode post(Lane lane, String path, Map<String, String> fields) {
        return wire.call(
                lane,
                uri(path),
                TO_WRITE,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields))));
    }

    JsonNode postJson(Lane lane, String path, JsonNode body) {
        return wire.call(
                lane,
                uri(path),
                TO_WRITE,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.canonical(body))));
    }

    JsonNode delete(Lane lane, String path) {
        return wire.call(lane, uri(path), TO_WRITE, HttpRequest.newBuilder().DELETE());
    }

    /** Ids come from outside: none of them reaches another path. */
    static String path(String id, String... more) {
        String tail = more.length == 0 ? "" : "/" + String.join("/", more);
        return encoded(id) + tail;
    }

    private URI uri(String path) {
        return URI.create(base + "/" + version + "/" + path);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(Objects.requireNonNull(value), StandardCharsets.UTF_8);
    }
}
