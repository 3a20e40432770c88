package dev.carrier.pipeline.character;

import dev.carrier.pipeline.character.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found in one file, with the line of each value. Not thread-safe. */
final class Findings {
    private final Located located;
    private final List<Finding> all = new ArrayList<>();

    Findings(Located located) {
        this.located = located;
    }

    void error(String path, String what, String remedy) {
        add(Severity.ERROR, located.at(path), path, what, remedy);
    }

    void warning(String path, String what, String remedy) {
        add(Severity.WARNING, located.at(path), path, what, remedy);
    }

    void note(String path, String what, String remedy) {
        add(Severity.NOTE, located.at(path), path, what, remedy);
    }

    void add(Severity severity, Located.Spot at, String path, String what, String remedy) {
        all.add(new Finding(severity, at.line(), at.column(), path, what, remedy));
    }

    /** All of them, in the order of the file. */
    List<Finding> inOrder() {
        return all.stream()
                .sorted(Comparator.comparingInt(Finding::line).thenComparing(Finding::severity))
                .toList();
    }
}
