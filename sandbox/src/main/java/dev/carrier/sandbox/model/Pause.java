package dev.carrier.sandbox.model;

/** Takes time, as a model does. Stateless. */
final class Pause {
    private Pause() {}

    /** Blocks this (virtual) thread; ends early when it is interrupted. */
    static void of(int ms) {
        try {
            if (ms > 0) {
                Thread.sleep(ms);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
