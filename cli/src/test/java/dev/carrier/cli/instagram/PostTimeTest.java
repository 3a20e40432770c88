package dev.carrier.cli.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T16:30:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    18:00 | 2026-11-23T17:00:00Z
                    17:00 | 2026-11-24T16:00:00Z
                    2026-12-24T18:00 | 2026-12-24T17:00:00Z
                    2026-12-24 18:00 | 2026-12-24T17:00:00Z
                    2026-12-24T18:00Z | 2026-12-24T18:00:00Z
                    2026-12-24T18:00+03:00 | 2026-12-24T15:00:00Z
                    +2h | 2026-11-23T18:30:00Z
                    +90m | 2026-11-23T18:00:00Z
                    """)
    void aTimeMeansTheNextOneInTheZoneOfTheSettings(String written, Instant meant) {
        assertThat(PostTime.parse(written, NOW, BERLIN)).isEqualTo(meant);
    }

    @Test
    void whatIsOverOrNoTimeIsRefused() {
        assertThatThrownBy(() -> PostTime.parse("2020-01-01T10:00", NOW, BERLIN))
                .hasMessageContaining("is over");
        assertThatThrownBy(() -> PostTime.parse("soon", NOW, BERLIN))
                .hasMessageContaining("--at soon is no time");
    }
}
