package dev.carrier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class CommitsTest {
    private final MockProcessorContext<byte[], byte[]> task = new MockProcessorContext<>();
    private final Commits commits = new Commits();

    @Test
    void whatIsWrittenAfterAPauseIsCommittedAtOnceAndNobodyIsWokenForIt() {
        writesAt(1000);

        assertThat(committed()).isTrue();
        assertThat(calls()).isEmpty();
    }

    @Test
    void whatFollowsACommitWaitsForItsTimeTogether() {
        writesAt(1000);
        committed();

        writesAt(1002);
        writesAt(1004);

        assertThat(committed()).isFalse();
        assertThat(calls()).as("one for both").hasSize(1);
        assertThat(calls().getFirst().getInterval()).hasMillis(8);
        calledAt(1010);
        assertThat(committed()).isTrue();
        assertThat(calls()).as("nothing waits any more").isEmpty();
    }

    @Test
    void whatCommitsMeanwhileSparesTheCall() {
        writesAt(1000);
        writesAt(1002);
        committed();

        writesAt(1011);

        assertThat(committed()).isTrue();
        assertThat(calls()).isEmpty();
    }

    @Test
    void aCallThatComesTooEarlyIsFollowedByAnother() {
        writesAt(1000);
        writesAt(1002);
        committed();

        calledAt(1009);

        assertThat(committed()).isFalse();
        assertThat(calls()).hasSize(1);
        calledAt(1010);
        assertThat(committed()).isTrue();
    }

    private void writesAt(long millis) {
        task.setCurrentSystemTimeMs(millis);
        commits.wrote(task);
    }

    private void calledAt(long millis) {
        task.setCurrentSystemTimeMs(millis);
        calls().getFirst().getPunctuator().punctuate(millis);
    }

    /** Since it was asked last. */
    private boolean committed() {
        boolean committed = task.committed();
        task.resetCommit();
        return committed;
    }

    private List<CapturedPunctuator> calls() {
        return task.scheduledPunctuators().stream().filter(one -> !one.cancelled()).toList();
    }
}
