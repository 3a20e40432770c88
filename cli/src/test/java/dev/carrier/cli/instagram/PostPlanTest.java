package dev.carrier.cli.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.contracts.PostKind;
import dev.carrier.runtime.SetupProblem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostPlanTest {
    private static final Path BEES = Path.of("bees.jpg");
    private static final Path HIVE = Path.of("hive.PNG");
    private static final Path FLIGHT = Path.of("flight.mp4");

    @Test
    void onePictureIsAnImageAndSeveralAreACarousel() {
        assertThat(post(BEES).kind()).isEqualTo(PostKind.IMAGE);
        assertThat(post(BEES, HIVE).kind()).isEqualTo(PostKind.CAROUSEL);
        assertThat(post(BEES, HIVE).files()).containsExactly(BEES, HIVE);
    }

    @Test
    void aVideoInTheFeedIsAReelAndTheSentenceSaysSo() {
        assertThatThrownBy(() -> post(FLIGHT))
                .isInstanceOf(SetupProblem.class)
                .hasMessageContaining("./carrier instagram reel flight.mp4");
        PostPlan reel = PostPlan.reel(FLIGHT, Optional.of("Off."), Optional.of(BEES), false);
        assertThat(reel.kind()).isEqualTo(PostKind.REEL);
        assertThat(reel.cover()).contains(BEES);
        assertThat(reel.shareToFeed()).contains(false);
    }

    @Test
    void whatCannotBePostedIsSaidBeforeAnythingStarts() {
        assertThatThrownBy(() -> PostPlan.reel(BEES, Optional.empty(), Optional.empty(), true))
                .hasMessageContaining("bees.jpg is no video");
        assertThatThrownBy(() -> carousel(1)).hasMessageContaining("2 to 10 files, not 1");
        assertThatThrownBy(() -> carousel(11)).hasMessageContaining("2 to 10 files, not 11");
        assertThatThrownBy(() -> post(Path.of("notes.txt")))
                .hasMessageContaining("neither a picture nor a video");
        assertThatThrownBy(() -> post(Path.of("bees"))).isInstanceOf(SetupProblem.class);
    }

    @Test
    void aCaptionIsCountedInCharactersNotInBytes() {
        assertThat(captioned("🐝".repeat(2200)).caption()).isPresent();
        assertThatThrownBy(() -> captioned("🐝".repeat(2201)))
                .hasMessageContaining("2201 characters; Instagram takes 2200");
        assertThatThrownBy(() -> captioned("#bee ".repeat(31))).hasMessageContaining("31 hashtags");
    }

    @Test
    void thereAreNoMoreTextsThanPictures() {
        assertThatThrownBy(() -> PostPlan.post(List.of(BEES), List.of("a", "b"), Optional.empty()))
                .hasMessageContaining("--alt");
    }

    private static PostPlan captioned(String caption) {
        return PostPlan.post(List.of(BEES), List.of(), Optional.of(caption));
    }

    private static PostPlan carousel(int files) {
        return PostPlan.carousel(Collections.nCopies(files, BEES), List.of(), Optional.empty());
    }

    private static PostPlan post(Path... files) {
        return PostPlan.post(List.of(files), List.of(), Optional.empty());
    }
}
