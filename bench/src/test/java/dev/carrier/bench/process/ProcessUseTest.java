package dev.carrier.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessUseTest {
    @Test
    void theResidentSizeIsReadInMegabytes() {
        List<String> status =
                List.of(
                        "Name:\tjava",
                        "VmHWM:\t  999999 kB",
                        "VmRSS:\t  204800 kB",
                        "Threads:\t40");

        assertThat(ProcessUse.resident(status)).isEqualTo(200);
    }

    @Test
    void whereTheSystemDoesNotTellThereIsNoNumber() {
        assertThat(ProcessUse.resident(List.of("Name:\tkthreadd"))).isNaN();
        assertThat(ProcessUse.of(Long.MAX_VALUE).cpuMillis()).isNaN();
        assertThat(ProcessUse.of(Long.MAX_VALUE).residentMb()).isNaN();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessHasUsedSomething() {
        ProcessUse here = ProcessUse.of(ProcessHandle.current().pid());

        assertThat(here.cpuMillis()).isPositive();
        assertThat(here.residentMb()).isGreaterThan(10);
    }
}
