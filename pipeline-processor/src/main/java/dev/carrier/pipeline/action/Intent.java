package dev.carrier.pipeline.action;

import java.util.List;

/** What a character wants to do with what its model wrote. */
sealed interface Intent {
    /** Say this, in parts that fit the platform. */
    record Speak(List<String> parts) implements Intent {}

    /** Say nothing, on purpose. */
    record Silent(String reason) implements Intent {}

    /** This is no speech, and nothing of it is shown. */
    record Absurd(String reason) implements Intent {}
}
