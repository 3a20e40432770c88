package dev.carrier.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void eachProcessHasItsOwnShareOfAMessage() {
        Usage before = usage(Map.of("a", new ProcessUse(1000, 90), "b", new ProcessUse(500, 80)));
        Usage after = usage(Map.of("a", new ProcessUse(1300, 99), "b", new ProcessUse(510, 80)));

        assertThat(after.cpuOfEach(before, 100)).containsEntry("a", 3.0).containsEntry("b", 0.1);
    }

    @Test
    void withoutAMessageOrABeginningThereIsNoShare() {
        Usage before = usage(Map.of());
        Usage after = usage(Map.of("a", new ProcessUse(1300, 99)));

        assertThat(after.cpuOfEach(before, 100).get("a")).isNaN();
        assertThat(after.cpuOfEach(after, 0).get("a")).isNaN();
    }

    private static Usage usage(Map<String, ProcessUse> processes) {
        return new Usage(processes, new StoreCounts(Map.of(), 0), 0, 0);
    }
}
