package dev.carrier.sandbox.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The scripts in force; the newest one that fits wins. Thread-safe. */
public final class Scripts {
    private final CopyOnWriteArrayList<Script> scripts = new CopyOnWriteArrayList<>();

    /** Adds a script, before those that are there. */
    public void add(Script script) {
        scripts.addFirst(script);
    }

    /** Forgets all scripts. */
    public void clear() {
        scripts.clear();
    }

    /** The scripts in force, the newest first. */
    public List<Script> all() {
        return List.copyOf(scripts);
    }

    /** The answer that a script has for the newest line, if one fits. */
    public Optional<String> answer(Prompt prompt) {
        String line = prompt.newest().text().toLowerCase(Locale.ROOT);
        return scripts.stream()
                .filter(script -> line.contains(script.contains().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(script -> script.answer(prompt));
    }
}
