package dev.carrier.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilencesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T07:52:03Z");
    private final Silences silences = new Silences();

    @Test
    void theFirstOfAKindIsToldAtOnceAndTheNextOnesTogether() {
        assertThat(silences.told("Café  silent  not addressed", NOW))
                .contains("Café  silent  not addressed");
        assertThat(silences.told("Café  silent  not addressed", NOW.plusSeconds(1))).isEmpty();
        assertThat(silences.told("Café  silent  not addressed", NOW.plusSeconds(9))).isEmpty();
        assertThat(silences.told("Café  silent  paused", NOW.plusSeconds(9)))
                .contains("Café  silent  paused");

        assertThat(silences.due(NOW.plusSeconds(9))).isEmpty();
        assertThat(silences.due(NOW.plusSeconds(10)))
                .containsExactly("Café  silent  not addressed, 2 more");
    }

    @Test
    void afterAWhileWithoutAnyItIsToldAtOnceAgain() {
        silences.told("DM  silent  paused", NOW);

        assertThat(silences.due(NOW.plusSeconds(10))).isEmpty();
        assertThat(silences.told("DM  silent  paused", NOW.plusSeconds(11))).isPresent();
    }

    @Test
    void aStreamOfThemIsALineEveryTenSeconds() {
        silences.told("DM  silent  paused", NOW);
        silences.told("DM  silent  paused", NOW.plusSeconds(5));
        assertThat(silences.due(NOW.plusSeconds(10))).hasSize(1);

        assertThat(silences.told("DM  silent  paused", NOW.plusSeconds(11))).isEmpty();
        assertThat(silences.due(NOW.plusSeconds(19))).isEmpty();
        assertThat(silences.due(NOW.plusSeconds(20))).containsExactly("DM  silent  paused, 1 more");
    }
}
