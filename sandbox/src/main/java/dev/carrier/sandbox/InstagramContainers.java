package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import java.util.List;

/** The containers of the sandbox's Instagram, and their early ends. */
public final class InstagramContainers {
    private static final String BASE = "sandbox/instagram/containers";

    private final SandboxClient client;

    InstagramContainers(SandboxClient client) {
        this.client = client;
    }

    /** All there are, oldest first. */
    public List<SeenContainer> all() {
        return client.get(BASE).valueStream().map(SeenContainer::of).toList();
    }

    /** Those of an account. */
    public List<SeenContainer> of(String account) {
        return all().stream().filter(it -> it.owner().equals(account)).toList();
    }

    /** One becomes ERROR, for the reason {@code subcode}, unless it is published. */
    public void fails(String id, int subcode) {
        client.send(
                "PATCH",
                BASE + "/" + id,
                Json.object().put("status", "ERROR").put("subcode", subcode));
    }

    /** One becomes EXPIRED, unless it is published. */
    public void expires(String id) {
        client.send("PATCH", BASE + "/" + id, Json.object().put("status", "EXPIRED"));
    }
}
