package dev.carrier.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealTest {
    private final Seal ours = new Seal("secret");

    @Test
    void whoKnowsTheSecretOpensWhatWasClosedWithIt() {
        assertThat(new Seal("secret").open(ours.close("address"))).contains("address");
    }

    @Test
    void nobodyElseOpensIt() {
        assertThat(new Seal("another").open(ours.close("address"))).isEmpty();
    }

    @Test
    void whatIsClosedShowsNothingAndIsNeverTheSameTwice() {
        assertThat(ours.close("address"))
                .doesNotContain("address")
                .isNotEqualTo(ours.close("address"));
    }

    @Test
    void whatWasChangedOnItsWayOrNeverWasClosedDoesNotOpen() {
        String closed = ours.close("address");
        String changed = (closed.charAt(0) == 'A' ? 'B' : 'A') + closed.substring(1);
        assertThat(ours.open(changed)).isEmpty();
        assertThat(ours.open("address")).isEmpty();
        assertThat(ours.open("not Base64!")).isEmpty();
    }
}
