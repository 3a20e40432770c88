package dev.carrier.runtime.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** How long each stage of an answer takes. Thread-safe. */
public final class StageTimes {
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(120)
    };

    private final MeterRegistry registry;

    /** Measures there. */
    public StageTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A part of the way of an answer. */
    public enum Stage {
        /** From the first message that is gathered to the decision to speak. */
        GATHER,
        /** A model call, with its repeats and fallbacks. */
        MODEL,
        /** Our own: from writing a record to its being handled by the processor, each time. */
        CARRIER,
        /** From a part's arrival at the responder to the platform's word. */
        SEND
    }

    /**
     * One pass took so long.
     *
     * @param conversation tells the platform
     */
    public void took(Stage stage, String conversation, Duration howLong) {
        timer(
                        registry,
                        "carrier.stage.duration",
                        "how long a stage took",
                        "stage",
                        stage.name().toLowerCase(Locale.ROOT),
                        "platform",
                        platform(conversation))
                .record(howLong.isNegative() ? Duration.ZERO : howLong);
    }

    /** A timer with the buckets that all of ours have: 5 ms to 2 min. */
    public static Timer timer(
            MeterRegistry registry, String name, String description, String... labels) {
        return Timer.builder(name)
                .tags(labels)
                .description(description)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    /** The platform of a conversation by its name; {@code other} for what is none. */
    public static String platform(String conversation) {
        if (conversation.startsWith("discord:")) {
            return "discord";
        }
        return conversation.startsWith("instagram:") ? "instagram" : ReasonClass.OTHER;
    }
}
