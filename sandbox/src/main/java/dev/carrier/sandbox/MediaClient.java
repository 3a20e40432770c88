package dev.carrier.sandbox;

import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.media.MediaHost;
import dev.carrier.sandbox.media.MediaOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks for the sandbox's media host, and what is on it. */
public final class MediaClient {
    private static final String BASE = "sandbox/media";

    private final SandboxClient client;

    MediaClient(SandboxClient client) {
        this.client = client;
    }

    /** The media host, started now with the usual options if it was not yet. */
    public MediaHost host() {
        return host(MediaOptions.defaults());
    }

    /** The media host, started now as {@code options} say; if it was already, as it is. */
    public MediaHost host(MediaOptions options) {
        var form = Json.object().put("user", options.user()).put("password", options.password());
        options.folder().ifPresent(folder -> form.put("folder", folder.toString()));
        options.externalAddress().ifPresent(address -> form.put("externalAddress", address));
        return MediaHost.of(client.post(BASE, form));
    }

    /** What its web server says at {@code /robots.txt} from now on. */
    public void robots(String text) {
        client.send("PUT", BASE + "/robots", Json.object().put("text", text));
    }

    /** The sizes in bytes of all files on it by their names, also of hidden ones. */
    public Map<String, Long> files() {
        var files = new LinkedHashMap<String, Long>();
        for (var file : client.get(BASE + "/files")) {
            files.put(Json.text(file, "name", ""), Json.number(file, "size").orElse(0));
        }
        return files;
    }
}
