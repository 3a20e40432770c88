package dev.carrier.responder.media;

import java.util.List;

/** What preparing says of a file. */
public sealed interface Checked {
    /** It can be uploaded. */
    record Fits(Prepared it) implements Checked {}

    /**
     * It cannot be posted as it is, and no other try would change that.
     *
     * @param why a sentence for each reason, at least one
     */
    record Refused(List<String> why) implements Checked {
        public Refused {
            if (why.isEmpty()) {
                throw new IllegalArgumentException("nothing is refused without a reason");
            }
            why = List.copyOf(why);
        }

        public static Refused because(String sentence) {
            return new Refused(List.of(sentence));
        }
    }
}
