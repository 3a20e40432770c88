package dev.carrier.sandbox.instagram.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.carrier.sandbox.instagram.publish.ContainerForm.Kind;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.json.Json;
import java.net.URI;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What may be asked of a container. */
class FormReaderTest {
    private static final String URL = "http://127.0.0.1/media/a";

    /** {@code a=b;c=d}; {@code URL} stands for an address. */
    private static ObjectNode parameters(String text) {
        var node = Json.object();
        for (var pair : text.split(";")) {
            var parts = pair.split("=", 2);
            node.put(parts[0], parts[1].replace("URL", URL));
        }
        return node;
    }

    private static Rejected refused(ObjectNode parameters) {
        var refused = catchThrowableOfType(Rejected.class, () -> FormReader.read(parameters));
        assertThat(refused).as(parameters.toString()).isNotNull();
        return refused;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image_url=URL                                               | IMAGE",
                "media_type=IMAGE;image_url=URL;is_carousel_item=true        | IMAGE",
                "media_type=VIDEO;video_url=URL;is_carousel_item=true        | VIDEO",
                "media_type=REELS;video_url=URL;share_to_feed=false          | REELS",
                "media_type=STORIES;image_url=URL                            | STORY_IMAGE",
                "media_type=STORIES;video_url=URL                            | STORY_VIDEO",
                "media_type=CAROUSEL;children=1,2,3;caption=hi               | CAROUSEL",
                "media_type=CAROUSEL;children=[\"1\",\"2\"]                  | CAROUSEL",
            })
    void everyKindOfPostIsPossible(String given, Kind kind) {
        assertThat(FormReader.read(parameters(given)).kind()).isEqualTo(kind);
    }

    @Test
    void everythingThatWasSaidIsKept() {
        var form =
                FormReader.read(
                        parameters(
                                "media_type=REELS;video_url=URL;cover_url=URL.jpg;thumb_offset=1500;caption=hi"
                                        + " #there;is_ai_generated=true;collaborators=[\"ada\"];location_id=7"));
        assertThat(form.media()).contains(URI.create(URL));
        assertThat(form.cover()).contains(URI.create(URL + ".jpg"));
        assertThat(form.thumbOffset()).hasValue(1500);
        assertThat(form.caption()).isEqualTo("hi #there");
        assertThat(form.aiGenerated()).isTrue();
        assertThat(FormReader.read(parameters("image_url=URL;alt_text=a cat")).altText())
                .contains("a cat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "media_type=ALBUM;image_url=URL                              | 100   | 2207023",
                "media_type=VIDEO;video_url=URL                              | 100   | 2207023",
                "media_type=CAROUSEL;children=1                              | 100   | 2207028",
                "media_type=CAROUSEL;children=1,2,3,4,5,6,7,8,9,10,11        | 100   | 2207028",
                "image_url=not an address                                    | 9004  | 2207052",
                "image_url=http://127.0.0.1/ä.jpg                            | 9004  | 2207052",
                "image_url=ftp://127.0.0.1/a.jpg                             | 9004  | 2207052",
                "media_type=REELS;video_url=URL;thumb_offset=-1              | 1     | 2207057",
                "image_url=URL;collaborators=[\"a\",\"b\",\"c\",\"d\"]       | 100   | 2207018",
                "image_url=URL;collaborators=[\"@a\"]                        | 100   | 2207018",
            })
    void whatIsNotPossibleIsRefusedWithMetasCodes(String given, int code, int subcode) {
        var refusal = refused(parameters(given)).refusal();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.subcode()).isEqualTo(OptionalInt.of(subcode));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caption=hi",
                "image_url=URL;video_url=URL",
                "media_type=REELS;image_url=URL",
                "media_type=REELS;video_url=URL;is_carousel_item=true",
                "media_type=STORIES;image_url=URL;is_carousel_item=true",
                "media_type=CAROUSEL;children=1,2;image_url=URL",
                "image_url=URL;children=1,2",
                "image_url=URL;is_carousel_item=true;caption=hi",
                "image_url=URL;is_carousel_item=true;is_ai_generated=true",
                "image_url=URL;is_carousel_item=perhaps",
                "image_url=URL;share_to_feed=true",
                "image_url=URL;cover_url=URL",
                "image_url=URL;thumb_offset=5",
                "image_url=URL;location_id=here",
                "media_type=REELS;video_url=URL;alt_text=a film",
                "media_type=STORIES;image_url=URL;collaborators=[\"ada\"]",
                "media_type=REELS;upload_type=resumable",
                "image_url=URL;user_tags=[{\"username\":\"ada\"}]",
                "image_url=URL;user_tags=[{\"username\":\"ada\",\"x\":1.5,\"y\":0}]",
                "media_type=REELS;video_url=URL;user_tags=[{\"username\":\"ada\",\"x\":0.5,\"y\":0}]",
            })
    void whatDoesNotGoTogetherIsRefused(String given) {
        assertThat(refused(parameters(given)).refusal().code()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image_url=URL;user_tags=[{\"username\":\"ada\",\"x\":0.5,\"y\":1}]",
                "media_type=STORIES;image_url=URL;user_tags=[{\"username\":\"ada\"}]",
                "media_type=REELS;video_url=URL;user_tags=[{\"username\":\"ada\"}]",
            })
    void peopleAreTaggedWhereTheyMayBe(String given) {
        assertThat(FormReader.read(parameters(given))).isNotNull();
    }

    @Test
    void aCaptionHas2200Characters30HashtagsAnd20Mentions() {
        for (var good : new String[] {"ä".repeat(2200), "#a ".repeat(30), "@a ".repeat(20)}) {
            FormReader.read(parameters("image_url=URL").put("caption", good));
        }
        for (var bad : new String[] {"ä".repeat(2201), "#a ".repeat(31), "@a ".repeat(21)}) {
            var refusal = refused(parameters("image_url=URL").put("caption", bad)).refusal();
            assertThat(refusal.code()).isEqualTo(36004);
        }
    }
}
