package dev.carrier.sandbox.discord.rest;

import dev.carrier.sandbox.discord.world.Attachment;
import dev.carrier.sandbox.discord.world.World;
import dev.carrier.sandbox.json.Json;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request: JSON, or multipart with files and the JSON in {@code payload_json}.
 *
 * @see <a href="https://docs.discord.com/developers/reference#uploading-files">Uploading files</a>
 */
record Upload(String text, JsonNode json, List<Attachment> files) {
    static Upload of(Context context, World world) {
        if (!context.isMultipartFormData()) {
            return new Upload(
                    context.body(), Json.parse(context.body()).orElseGet(Json::object), List.of());
        }
        var files = context.uploadedFiles().stream().map(file -> attachment(file, world)).toList();
        var text = Optional.ofNullable(context.formParam("payload_json")).orElse("{}");
        return new Upload(text, Json.objectOf(text), files);
    }

    private static Attachment attachment(UploadedFile file, World world) {
        try (var content = file.content()) {
            var type = Objects.requireNonNullElse(file.contentType(), "application/octet-stream");
            return new Attachment(world.newId(), file.filename(), type, content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
