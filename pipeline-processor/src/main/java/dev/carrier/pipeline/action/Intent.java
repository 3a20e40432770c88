package dev.carrier.pipeline.action;

import dev.carrier.contracts.TextFile;
import java.util.List;
import java.util.stream.Stream;

/** What a character wants to do with what its model wrote. */
sealed interface Intent {
    /**
     * Say this, in parts that fit the platform.
     *
     * @param files what goes with the last part
     * @param instead what is said in place of the last part where no files may be sent
     */
    record Speak(List<String> parts, List<TextFile> files, List<String> instead) implements Intent {
        Speak(List<String> parts) {
            this(parts, List.of(), List.of());
        }

        /** The same where no files may be sent. */
        Speak withoutFiles() {
            return files.isEmpty()
                    ? this
                    : new Speak(
                            Stream.concat(
                                            parts.subList(0, parts.size() - 1).stream(),
                                            instead.stream())
                                    .toList());
        }
    }

    /** Answer with this emoji on the message, and no words. */
    record React(String emoji) implements Intent {}

    /** Say nothing, on purpose. */
    record Silent(String reason) implements Intent {}

    /** This is no speech, and nothing of it is shown. */
    record Absurd(String reason) implements Intent {}
}
