package dev.carrier.scenarios.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The AOT cache in the images. A JVM that cannot use its cache starts without, and silently: only
 * {@code -XX:AOTMode=on} makes it say so.
 */
@Tag("containers")
class AotCacheIT {
    private static final String SAYS_ONLY = "carrier 0.1.0\n";
    private static final String ONLY_WITH_THE_CACHE = "-XX:AOTMode=on";
    private static final String OF_NO_USE_TO_THIS = "-XX:-UseCompactObjectHeaders";

    @AutoClose private final Compose compose = new Compose("carrier-aot");
    private String image = "";

    @BeforeEach
    void build() {
        image = compose.image("responder");
    }

    @Test
    void theJvmOfAnImageUsesItsCacheAndSaysNothingAboutIt() {
        assertThat(version(image, ONLY_WITH_THE_CACHE)).isEqualTo(SAYS_ONLY);
        assertThat(version(image, "")).isEqualTo(SAYS_ONLY);
    }

    @Test
    void optionsThatMakeTheCacheUselessAreOnlySlower() {
        assertThatThrownBy(() -> version(image, ONLY_WITH_THE_CACHE + " " + OF_NO_USE_TO_THIS))
                .hasMessageContaining("Unable to use AOT cache");

        assertThat(version(image, OF_NO_USE_TO_THIS)).isEqualTo(SAYS_ONLY);
        assertThat(version(image, "-XX:AOTMode=off")).isEqualTo(SAYS_ONLY);
        assertThat(version(image, "-XX:TieredStopAtLevel=1 " + ONLY_WITH_THE_CACHE))
                .isEqualTo(SAYS_ONLY);
    }

    @Test
    void anImageThatWasBuiltWithoutACacheStartsAsWell() {
        assertThat(version(compose.imageWithoutCache("responder"), "")).isEqualTo(SAYS_ONLY);
    }

    private String version(String ofImage, String javaOptions) {
        return compose.alone(ofImage, javaOptions, "--version");
    }
}
