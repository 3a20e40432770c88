package dev.carrier.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
    final List<String> story = new ArrayList<>();
    final Parts parts = new Parts();

    @Test
    void whatBeganLastEndsFirstAndDrainsBeforeItCloses() {
        parts.add(part("redis"));
        parts.add(part("responder"));
        parts.add(part("ingest"));

        parts.end(Duration.ofSeconds(20));

        assertThat(story)
                .containsExactly(
                        "ingest drains",
                        "ingest closes",
                        "responder drains",
                        "responder closes",
                        "redis drains",
                        "redis closes");
    }

    @Test
    void aPartThatFailsHoldsUpNoOther() {
        parts.add(part("redis"));
        parts.add(
                Part.of(
                        "broken",
                        _ -> {
                            throw new IllegalStateException("drain");
                        },
                        () -> {
                            throw new IllegalStateException("close");
                        }));

        parts.end(Duration.ZERO);

        assertThat(story).containsExactly("redis drains", "redis closes");
    }

    @Test
    void partsEndOnce() {
        parts.add(part("redis"));

        parts.close();
        parts.close();

        assertThat(story).containsExactly("redis drains", "redis closes");
    }

    @Test
    void whatComesAfterTheEndIsClosedAtOnce() {
        parts.close();

        assertThatThrownBy(() -> parts.add(part("late"))).hasMessage("the parts have ended");
        assertThat(story).containsExactly("late closes");
    }

    private Part part(String name) {
        return Part.of(name, _ -> story.add(name + " drains"), () -> story.add(name + " closes"));
    }
}
