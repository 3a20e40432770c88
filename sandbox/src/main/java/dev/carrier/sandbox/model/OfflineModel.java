package dev.carrier.sandbox.model;

/**
 * What the model says to a prompt: a script if one fits, else the small question, else the offline
 * voice. Thread-safe.
 */
public final class OfflineModel {
    private final Scripts scripts;
    private final OfflineVoice voice = new OfflineVoice();

    /** A model that heeds {@code scripts} first. */
    public OfflineModel(Scripts scripts) {
        this.scripts = scripts;
    }

    /** The whole answer, the same for the same prompt and scripts. */
    public String answer(Prompt prompt) {
        if (WhetherToSpeak.isAsked(prompt)) {
            return WhetherToSpeak.answer(prompt);
        }
        return scripts.answer(prompt).orElseGet(() -> voice.answer(prompt));
    }
}
