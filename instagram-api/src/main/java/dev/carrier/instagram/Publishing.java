package dev.carrier.instagram;

import dev.carrier.instagram.pace.Lane;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What an account publishes: a container is made, Instagram fetches and checks its file, and when
 * it is finished it is published, once. Thread-safe; blocks.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/content-publishing">Content
 *     Publishing</a>
 */
public final class Publishing {
    private final GraphClient client;

    Publishing(GraphClient client) {
        this.client = client;
    }

    /** Makes a container; its id. Nothing is published by it. */
    public String create(String account, ContainerForm form) {
        return Reading.id(
                client.post(Lane.API, GraphClient.path(account, "media"), form.fields()), "id");
    }

    /** How far a container is. To be asked once a minute at most. */
    public ContainerState state(String container) {
        JsonNode answer =
                client.get(
                        Lane.API,
                        GraphClient.path(container),
                        Map.of("fields", "id,status_code,status"));
        return new ContainerState(
                container,
                Reading.id(answer, "status_code"),
                Reading.text(answer, "status").orElse(""));
    }

    /** Publishes a finished container; the id of the post. */
    public String publish(String account, String container) {
        return Reading.id(
                client.post(
                        Lane.API,
                        GraphClient.path(account, "media_publish"),
                        Map.of("creation_id", container)),
                "id");
    }

    /** A post's address, with {@link Media#permalink} and {@link Media#shortcode}. */
    public Media address(String media) {
        return Reading.media(
                client.get(
                        Lane.API,
                        GraphClient.path(media),
                        Map.of("fields", "id,permalink,shortcode")));
    }

    /**
     * How much the account may still publish. The numbers differ between Instagram's own pages, so
     * they are never assumed.
     */
    public PublishingLimit limit(String account) {
        JsonNode answer =
                client.get(
                        Lane.API,
                        GraphClient.path(account, "content_publishing_limit"),
                        Map.of("fields", "quota_usage,config"));
        JsonNode one = answer.path("data").path(0);
        JsonNode config = one.path("config");
        return new PublishingLimit(
                one.path("quota_usage").asInt(0),
                config.path("quota_total").asInt(0),
                Duration.ofSeconds(config.path("quota_duration").asLong(86_400)));
    }
}
