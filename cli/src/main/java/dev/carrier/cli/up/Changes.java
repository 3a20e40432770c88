package dev.carrier.cli.up;

import dev.carrier.runtime.settings.SettingsChange;
import dev.carrier.runtime.settings.SettingsWatch;

/** Says on the screen what became of a changed settings file. Thread-safe. */
final class Changes implements SettingsWatch.Listener {
    private static final String PART = "settings";

    private final Screen screen;

    Changes(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void changed(SettingsChange change) {
        if (change.rules()) {
            screen.ok(PART, "changed rules are in force");
        } else if (change.restart().isEmpty()) {
            screen.ok(PART, "the rules are in force as before");
        }
        change.restartSentence().ifPresent(sentence -> screen.warn(PART, sentence));
    }

    @Override
    public void unusable(String sentence) {
        screen.warn(PART, sentence + " (the rules before stay in force)");
    }
}
