package dev.carrier.pipeline.replay;

/** Replay found something that is not as it is recorded; the message says what. */
final class Differs extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Differs(String what) {
        super(what);
    }
}
