package dev.carrier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitPaceTest {
    private final CommitPace pace = new CommitPace();

    @Test
    void whatIsWrittenAfterAPauseIsCommittedAtOnce() {
        assertThat(pace.wrote(1000)).isTrue();
        assertThat(pace.wrote(1500)).isTrue();
    }

    @Test
    void whatIsWrittenRightAfterACommitWaitsForTheOthersAndIsThenCommittedOnce() {
        pace.wrote(1000);

        assertThat(pace.wrote(1001)).isFalse();
        assertThat(pace.wrote(1004)).isFalse();
        assertThat(pace.due(1009)).isFalse();
        assertThat(pace.due(1010)).isTrue();
        assertThat(pace.due(1011)).isFalse();
    }

    @Test
    void afterACommitOfMuchTheNextOneWaitsForMore() {
        pace.wrote(1000);
        for (int input = 0; input < 5; input++) {
            pace.wrote(1001);
        }
        assertThat(pace.due(1010)).isTrue();

        assertThat(pace.wrote(1029)).isFalse();
        assertThat(pace.due(1030)).isTrue();
        assertThat(pace.wrote(1039)).as("little was in that one").isFalse();
        assertThat(pace.due(1040)).isTrue();
    }

    @Test
    void howeverMuchWasInTheLastOneItWaitsNoLongerThanFortyMilliseconds() {
        pace.wrote(1000);
        for (int input = 0; input < 1000; input++) {
            pace.wrote(1001);
        }
        pace.due(1010);

        assertThat(pace.wrote(1049)).isFalse();
        assertThat(pace.due(1050)).isTrue();
    }

    @Test
    void withoutAnythingWrittenNothingIsDue() {
        assertThat(pace.due(5000)).isFalse();
    }

    @Test
    void aClockThatWasPutBackHoldsNothingUp() {
        pace.wrote(100_000);

        assertThat(pace.wrote(40_000)).isTrue();
    }
}
