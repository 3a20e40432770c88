package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.net.URI;
import java.util.List;

/**
 * The app's dashboard on the sandbox's Instagram, and what the app was sent. Orders at {@code
 * instagram.webhook} make deliveries go astray; see {@link OrdersClient#at}. Calls block; refusals
 * throw.
 */
public final class InstagramWebhook {
    private static final String BASE = "sandbox/instagram/";

    private final SandboxClient client;

    InstagramWebhook(SandboxClient client) {
        this.client = client;
    }

    /**
     * Deliveries go to {@code callback} from now on. It is asked to verify itself first, as the
     * dashboard does. An account's deliveries begin when {@code POST /{id}/subscribed_apps} was
     * called for it.
     *
     * @throws IllegalStateException if it does not answer the challenge
     */
    public void callback(URI callback, String verifyToken) {
        patch("callback", callback.toString(), "verifyToken", verifyToken);
    }

    /** The secret that signs deliveries. */
    public String secret() {
        return Json.text(client.get(BASE + "app"), "secret", "");
    }

    /** Another secret signs from now on. */
    public void signsWith(String secret) {
        patch("secret", secret);
    }

    /**
     * In which form comments come: {@code changes}, {@code direct} (field and value in the entry),
     * {@code alternating} (the default) or {@code wrapped} (direct, and all in an array).
     */
    public void form(String form) {
        patch("form", form);
    }

    /** Mentions come as {@code mentions} instead of {@code comments}, as with Facebook Login. */
    public void mentionsAsField(boolean own) {
        client.send("PATCH", BASE + "app", Json.object().put("mentions", own));
    }

    /** What the app wants to hear of; by default everything. */
    public void fields(String... fields) {
        var form = Json.object();
        var list = form.putArray("fields");
        List.of(fields).forEach(list::add);
        client.send("PATCH", BASE + "app", form);
    }

    /** Without live mode nothing is delivered, without Advanced Access no comments. */
    public void access(boolean live, boolean advanced) {
        client.send(
                "PATCH", BASE + "app", Json.object().put("live", live).put("advanced", advanced));
    }

    /** Every attempt so far, oldest first. */
    public List<SeenDelivery> sent() {
        return client.get(BASE + "deliveries").valueStream().map(SeenDelivery::of).toList();
    }

    /** How many updates were not taken yet: queued, on their way, or to be tried again. */
    public int pending() {
        return (int) Json.number(client.get(BASE + "deliveries/pending"), "pending").orElse(0);
    }

    /** Sends a delivery once more, as it was. */
    public SeenDelivery replays(long delivery) {
        return SeenDelivery.of(client.post(BASE + "deliveries/" + delivery, Json.object()));
    }

    /**
     * Sends any body as somebody else would who knows the address.
     *
     * @param signature {@code valid}, {@code wrong}, {@code none}, or what is to be in the header
     * @return with the webhook's status
     */
    public SeenDelivery forges(String body, String signature) {
        var form = Json.object().put("body", body).put("signature", signature);
        return SeenDelivery.of(client.post(BASE + "deliveries", form));
    }

    private void patch(String... keysAndValues) {
        var form = Json.object();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            form.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        client.send("PATCH", BASE + "app", form);
    }
}
