package dev.carrier.bench.process;

/** What a worker exports in Prometheus' text format. Stateless. */
final class Exported {
    private Exported() {}

    /** The sum of a measure over all its labels; 0 where there is none. */
    static double sum(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .filter(Double::isFinite)
                .sum();
    }
}
