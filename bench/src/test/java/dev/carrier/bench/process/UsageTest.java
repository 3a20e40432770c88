package dev.carrier.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.faults.crew.Job;
import java.util.HashMap;
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
    void whatWasNotThereAtTheBeginningHasNoShare() {
        Usage before = usage(Map.of());
        Usage after = usage(Map.of("a", new ProcessUse(1300, 99)));

        assertThat(after.cpuOfEach(before, 100).get("a")).isNaN();
    }

    @Test
    void theWorkersTogetherHaveWhatEachHas() {
        Usage before = usage(all(100));
        Usage after = usage(all(400));

        assertThat(new Span(before, after, 100).cpuOfWorkers()).isEqualTo(12);
        assertThat(new Span(before, after, 0).cpuOfWorkers()).isEqualTo(1200);
        assertThat(new Span(before, usage(Map.of()), 100).cpuOfWorkers()).isNaN();
    }

    /** The broker is none of them. */
    private static Map<String, ProcessUse> all(double cpuMillis) {
        Map<String, ProcessUse> all = new HashMap<>();
        for (Job job : Job.onDiscord()) {
            all.put(job.worker(), new ProcessUse(cpuMillis, 90));
        }
        all.put("kafka", new ProcessUse(cpuMillis, 300));
        return all;
    }

    private static Usage usage(Map<String, ProcessUse> processes) {
        return new Usage(processes, new StoreCounts(Map.of(), 0), 0, 0);
    }
}
