package dev.carrier.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a process has used so far; not a number where the system does not tell.
 *
 * @param cpuMillis of all its threads
 * @param residentMb the memory that it holds now, in units of 1,048,576 bytes
 */
record ProcessUse(double cpuMillis, double residentMb) {
    private static final String RESIDENT = "VmRSS:";
    private static final double KB_OF_A_MB = 1024;

    /** Of a process of this machine, now. */
    static ProcessUse of(long pid) {
        double cpu =
                ProcessHandle.of(pid)
                        .flatMap(it -> it.info().totalCpuDuration())
                        .map(Duration::toMillis)
                        .map(Long::doubleValue)
                        .orElse(Double.NaN);
        return new ProcessUse(cpu, resident(pid));
    }

    private static double resident(long pid) {
        try {
            return resident(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException elsewhere) {
            return Double.NaN;
        }
    }

    /** From the lines of Linux' {@code /proc/PID/status}: {@code VmRSS: 123456 kB}. */
    static double resident(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(RESIDENT))
                .map(line -> line.substring(RESIDENT.length()).strip().split("\\s+"))
                .filter(words -> words.length == 2 && words[1].equals("kB"))
                .mapToDouble(words -> Double.parseDouble(words[0]) / KB_OF_A_MB)
                .findFirst()
                .orElse(Double.NaN);
    }
}
