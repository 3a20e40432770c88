package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.instagram.publish.ContainerForm.Kind;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.json.Json;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Reads the parameters of {@code POST /{ig-id}/media} and refuses what Meta's page says is not
 * possible. Pure.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media">IG
 *     User Media</a>
 */
final class FormReader {
    private static final int LONGEST_ALT_TEXT = 1000;

    private final JsonNode given;

    private FormReader(JsonNode given) {
        this.given = given;
    }

    /**
     * What is asked for.
     *
     * @throws Rejected if that is not possible
     */
    static ContainerForm read(JsonNode given) {
        return new FormReader(given).form();
    }

    private ContainerForm form() {
        var item = flag("is_carousel_item");
        var kind = kind(item);
        if (text("upload_type").isPresent()) {
            throw Rejected.parameter("Resumable uploads are not known to this sandbox.");
        }
        var form =
                new ContainerForm(
                        kind,
                        item,
                        text("caption").orElse(""),
                        media(kind),
                        kind == Kind.REELS
                                ? text("cover_url").map(FormReader::url)
                                : no("cover_url"),
                        thumbOffset(kind),
                        children(kind),
                        text("alt_text"),
                        flag("is_ai_generated"));
        check(form);
        return form;
    }

    private void check(ContainerForm form) {
        if (form.item()) {
            for (var name : List.of("caption", "location_id", "collaborators", "is_ai_generated")) {
                no(name);
            }
        }
        Captions.check(form.caption());
        if (form.altText().isPresent()) {
            only(form.kind() == Kind.IMAGE, "alt_text");
            if (form.altText().get().length() > LONGEST_ALT_TEXT) {
                throw Rejected.parameter("alt_text can have at most 1000 characters.");
            }
        }
        if (form.kind() != Kind.REELS) {
            no("share_to_feed");
            no("trial_params");
            no("audio_name");
        }
        if (form.kind().story()) {
            no("collaborators");
        }
        Tags.collaborators(given.path("collaborators"));
        Tags.people(given.path("user_tags"), form.kind());
        if (text("location_id").filter(it -> !it.matches("\\d{1,20}")).isPresent()) {
            throw Rejected.parameter("location_id must be the id of a Page.");
        }
    }

    private Kind kind(boolean item) {
        var type = text("media_type").orElse("IMAGE");
        var kind =
                switch (type) {
                    case "IMAGE" -> Kind.IMAGE;
                    case "VIDEO" -> Kind.VIDEO;
                    case "REELS" -> Kind.REELS;
                    case "CAROUSEL" -> Kind.CAROUSEL;
                    case "STORIES" ->
                            text("video_url").isPresent() ? Kind.STORY_VIDEO : Kind.STORY_IMAGE;
                    default -> throw rejected(Fault.MEDIA_TYPE);
                };
        if (kind == Kind.VIDEO && !item) {
            throw rejected(Fault.MEDIA_TYPE);
        }
        if (item && kind != Kind.IMAGE && kind != Kind.VIDEO) {
            throw Rejected.parameter(type + " cannot be an item of a carousel.");
        }
        return kind;
    }

    private Optional<URI> media(Kind kind) {
        if (kind == Kind.CAROUSEL) {
            no("video_url");
            return no("image_url");
        }
        var name = kind.moves() ? "video_url" : "image_url";
        no(kind.moves() ? "image_url" : "video_url");
        return Optional.of(
                url(
                        text(name)
                                .orElseThrow(() ->
                                        Rejected.parameter(
                                                "The parameter " + name + " is required."))));
    }

    /** "URLs that contain only US ASCII characters, or the request will fail." */
    private static URI url(String text) {
        try {
            var url = new URI(text);
            if (text.chars().allMatch(it -> it < 128)
                    && url.getHost() != null
                    && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (java.net.URISyntaxException e) {
            // No address: refused like one that cannot be fetched.
        }
        throw rejected(Fault.NOT_FETCHED);
    }

    private OptionalLong thumbOffset(Kind kind) {
        var offset = text("thumb_offset");
        if (offset.isEmpty()) {
            return OptionalLong.empty();
        }
        only(kind.moves(), "thumb_offset");
        if (!offset.get().matches("\\d{1,9}")) {
            throw rejected(Fault.THUMB_OFFSET);
        }
        return OptionalLong.of(Long.parseLong(offset.get()));
    }

    private List<String> children(Kind kind) {
        if (kind != Kind.CAROUSEL) {
            no("children");
            return List.of();
        }
        var ids = ids(given.path("children"));
        if (ids.size() < 2 || ids.size() > 10) {
            throw rejected(Fault.CAROUSEL);
        }
        return ids;
    }

    /** A list with commas, or an array, or an array in a text. */
    private static List<String> ids(JsonNode children) {
        var text = children.asString("");
        var array = Json.parse(text).filter(JsonNode::isArray).orElse(children);
        return array.isArray()
                ? array.valueStream().map(it -> it.asString("")).toList()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
    }

    private Optional<URI> no(String name) {
        only(text(name).isEmpty() && !given.path(name).isArray(), name);
        return Optional.empty();
    }

    private static void only(boolean fits, String name) {
        if (!fits) {
            throw Rejected.parameter("The parameter " + name + " is not possible here.");
        }
    }

    private Optional<String> text(String name) {
        var value = given.path(name);
        return (value.isBoolean() ? Optional.of(value.asString()) : Json.text(given, name))
                .filter(it -> !it.isBlank());
    }

    private boolean flag(String name) {
        var value = text(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw Rejected.parameter(name + " must be true or false.");
        }
        return value.equals("true");
    }

    static Rejected rejected(Fault fault) {
        return Rejected.known(fault.code(), fault.subcode());
    }
}
