package dev.carrier.sandbox.media;

import dev.carrier.sandbox.json.Json;
import java.net.URI;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * How to reach a media host; all of it is on 127.0.0.1.
 *
 * @param url where files are fetched, ending in a slash
 * @param folder where they are on this machine
 * @param user who may log in by FTP
 * @param password with which password
 * @param plain the port of FTP without TLS; it knows no {@code AUTH}
 * @param explicit the port where TLS begins by {@code AUTH TLS}; without it nobody may log in
 * @param implicit the port where TLS begins at once
 * @param certificate the servers' self-signed certificate, PEM
 */
public record MediaHost(
        URI url,
        Path folder,
        String user,
        String password,
        int plain,
        int explicit,
        int implicit,
        String certificate) {
    /** As the control API gives it. */
    public JsonNode json() {
        return Json.object()
                .put("url", url.toString())
                .put("folder", folder.toString())
                .put("user", user)
                .put("password", password)
                .put("plain", plain)
                .put("explicit", explicit)
                .put("implicit", implicit)
                .put("certificate", certificate);
    }

    /** What {@link #json()} gave. */
    public static MediaHost of(JsonNode node) {
        return new MediaHost(
                URI.create(Json.text(node, "url", "")),
                Path.of(Json.text(node, "folder", "")),
                Json.text(node, "user", ""),
                Json.text(node, "password", ""),
                (int) Json.number(node, "plain").orElse(0),
                (int) Json.number(node, "explicit").orElse(0),
                (int) Json.number(node, "implicit").orElse(0),
                Json.text(node, "certificate", ""));
    }
}
