package dev.carrier.sandbox.instagram.world;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The settings as they are now. Safe for use by many threads. */
public final class Settings {
    private final Map<Setting, Long> changed = new ConcurrentHashMap<>();

    /** Instagram's own numbers. */
    public Settings() {}

    /** Changes one, from now on. */
    public void set(Setting setting, long value) {
        changed.put(setting, value);
    }

    /** A number. */
    public long number(Setting setting) {
        return changed.getOrDefault(setting, setting.otherwise());
    }

    /** A time. */
    public Duration time(Setting setting) {
        return Duration.ofMillis(number(setting));
    }
}
