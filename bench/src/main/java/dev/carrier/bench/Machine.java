package dev.carrier.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;

/**
 * Where it was measured: numbers without it say nothing.
 *
 * @param cores that the JVM may use
 * @param memoryMb of the machine
 * @param heapMb that the JVM may take
 * @param jvm its name and version
 * @param collector the garbage collectors
 * @param system the operating system
 * @param load the load average of the last minute when the measuring ended; negative if unknown
 */
public record Machine(
        int cores,
        long memoryMb,
        long heapMb,
        String jvm,
        String collector,
        String system,
        double load) {
    private static final long MB = 1 << 20;

    /** This one, now. */
    public static Machine here() {
        OperatingSystemMXBean bean = bean();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                bean.getTotalMemorySize() / MB,
                Runtime.getRuntime().maxMemory() / MB,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                bean.getSystemLoadAverage());
    }

    /** CPU seconds that this process has used so far, by all its threads. */
    static double cpuSeconds() {
        return bean().getProcessCpuTime() / 1e9;
    }

    /** One line for people. */
    public String line() {
        return "%d cores, %,d MB, %s, heap %,d MB (%s), %s, load %.1f"
                .formatted(cores, memoryMb, jvm, heapMb, collector, system, load);
    }

    private static OperatingSystemMXBean bean() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}
