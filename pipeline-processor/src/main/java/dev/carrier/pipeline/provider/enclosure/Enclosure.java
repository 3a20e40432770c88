package dev.carrier.pipeline.provider.enclosure;

import dev.carrier.contracts.PromptPicture;

/** A file of a message, as a model gets it. */
public sealed interface Enclosure {
    /** Its file name, as its sender wrote it. */
    String name();

    /** A picture that is shown. */
    record Shown(PromptPicture picture) implements Enclosure {
        @Override
        public String name() {
            return picture.name();
        }
    }

    /**
     * A text that is read out.
     *
     * @param cut there is more of it
     */
    record Read(String name, String text, boolean cut) implements Enclosure {}

    /**
     * A file that the model does not get.
     *
     * @param reason such as {@code it is gone (404)}; no address in it
     */
    record Left(String name, String reason) implements Enclosure {}
}
