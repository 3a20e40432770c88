package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.instagram.publish.ContainerForm.Kind;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.json.Json;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Who is named with media: people tagged in it, and collaborators. Pure. */
final class Tags {
    private static final int MOST_COLLABORATORS = 3;
    private static final int MOST_TAGS = 20;
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_.]{1,30}");

    private Tags() {}

    /** Refuses more than three, and what is no username (they are written without an @). */
    static void collaborators(JsonNode given) {
        if (given.isMissingNode()) {
            return;
        }
        var list = list(given);
        if (list.isEmpty()
                || list.get().size() > MOST_COLLABORATORS
                || !list.get().valueStream().allMatch(Tags::username)) {
            throw FormReader.rejected(Fault.COLLABORATORS);
        }
    }

    /**
     * Refuses more than twenty, and people without their place on an image, or with one on a video.
     */
    static void people(JsonNode given, Kind kind) {
        if (given.isMissingNode()) {
            return;
        }
        var list =
                list(given)
                        .orElseThrow(() ->
                                Rejected.parameter("user_tags must be an array of JSON objects."));
        if (list.size() > MOST_TAGS) {
            throw FormReader.rejected(Fault.TAGS);
        }
        for (var tag : list) {
            var placed = tag.has("x") || tag.has("y");
            var well = within(tag.path("x")) && within(tag.path("y"));
            var fits =
                    switch (kind) {
                        case IMAGE -> well;
                        case STORY_IMAGE, STORY_VIDEO -> !placed || well;
                        case REELS, VIDEO -> !placed;
                        case CAROUSEL -> false;
                    };
            if (!username(tag.path("username")) || !fits) {
                throw Rejected.parameter("user_tags: " + Json.write(tag) + " is not possible.");
            }
        }
    }

    private static boolean within(JsonNode place) {
        return place.isNumber() && place.asDouble() >= 0 && place.asDouble() <= 1;
    }

    private static boolean username(JsonNode name) {
        return name.isString() && USERNAME.matcher(name.asString()).matches();
    }

    /** An array, be it JSON or JSON within a text. */
    private static Optional<JsonNode> list(JsonNode given) {
        var read = given.isString() ? Json.parse(given.asString()) : Optional.of(given);
        return read.filter(JsonNode::isArray);
    }
}
