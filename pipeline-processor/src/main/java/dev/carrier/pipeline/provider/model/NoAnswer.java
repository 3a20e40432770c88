package dev.carrier.pipeline.provider.model;

/** A provider gave no answer at all. */
final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    NoAnswer(Why why) {
        super(why.words);
        this.why = why;
    }

    Why why() {
        return why;
    }

    enum Why {
        TIMEOUT("did not answer in time"),
        UNREACHABLE("cannot be reached"),
        CUT("broke off the connection"),
        INTERRUPTED("the work was interrupted");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
