package dev.carrier.responder.media;

/**
 * Why a media host did not take a file, or does not show it. Its message is one sentence for the
 * operator, and never holds a password.
 */
public final class MediaProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean again;

    private MediaProblem(boolean again, String sentence, Throwable cause) {
        super(sentence, cause);
        this.again = again;
    }

    private MediaProblem(boolean again, String sentence) {
        super(sentence);
        this.again = again;
    }

    /** It may go well later, without anybody doing anything. */
    public static MediaProblem again(String sentence) {
        return new MediaProblem(true, sentence);
    }

    public static MediaProblem again(String sentence, Throwable cause) {
        return new MediaProblem(true, sentence, cause);
    }

    /** It stays so until a person has put something right; the sentence says what. */
    public static MediaProblem person(String sentence) {
        return new MediaProblem(false, sentence);
    }

    public static MediaProblem person(String sentence, Throwable cause) {
        return new MediaProblem(false, sentence, cause);
    }

    /** Whether it is worth another try; otherwise a person has to do something first. */
    public boolean isWorthAnotherTry() {
        return again;
    }

    /** The sentence. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
