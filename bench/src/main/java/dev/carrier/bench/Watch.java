package dev.carrier.bench;

/** Measures something of its own while something else is measured. */
public interface Watch {
    /** Measures nothing. */
    Watch NOBODY =
            new Watch() {
                @Override
                public void begins() {}

                @Override
                public void ends() {}
            };

    /** From now on it counts. */
    void begins();

    /** It counts no more. */
    void ends();
}
