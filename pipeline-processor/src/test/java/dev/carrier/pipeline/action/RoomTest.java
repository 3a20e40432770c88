package dev.carrier.pipeline.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.pipeline.Places;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer is cut to what a message may be where it is said. */
class RoomTest {
    @Test
    void aDirectMessageOfInstagramHasAThousandBytesAndNoHalfCharacter() {
        String bees = "Bienen 🐝 fliegen über die Wiese. ".repeat(80);

        List<String> parts = Room.in(Places.inbox()).parts(bees);

        assertThat(parts)
                .hasSizeGreaterThan(2)
                .allSatisfy(part -> {
                    assertThat(part.getBytes(StandardCharsets.UTF_8))
                            .hasSizeLessThanOrEqualTo(1000);
                    assertThat(part).doesNotContain("\uFFFD");
                    assertThat(part.codePoints()).noneMatch(one -> one >= 0xD800 && one <= 0xDFFF);
                });
        assertThat(String.join(" ", parts)).isEqualTo(bees.strip());
    }

    @Test
    void aTextWithoutAnyGapIsCutAtCharacters() {
        List<String> parts = Room.in(Places.inbox()).parts("🐝".repeat(700));

        assertThat(parts)
                .allSatisfy(part ->
                        assertThat(part.getBytes(StandardCharsets.UTF_8))
                                .hasSizeLessThanOrEqualTo(1000));
        assertThat(String.join("", parts)).isEqualTo("🐝".repeat(700));
    }

    @Test
    void aCommentHasThreeHundredCharacters() {
        assertThat(Room.in(Places.comments()).parts("word ".repeat(100)))
                .allSatisfy(part -> assertThat(part.length()).isLessThanOrEqualTo(300));
    }

    @Test
    void aMessageOnDiscordIsAsItWas() {
        Room room = Room.in(Places.channel("7"));
        assertThat(room.parts("x".repeat(2000))).hasSize(1);
        assertThat(room.files()).isTrue();
        assertThat(room.marks()).isTrue();
    }
}
