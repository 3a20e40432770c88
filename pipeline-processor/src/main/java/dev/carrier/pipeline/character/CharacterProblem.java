package dev.carrier.pipeline.character;

/** A file that is no usable character: the message is one clear sentence with the way out. */
public final class CharacterProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /** A sentence for whoever wrote the file; it names the file and quotes no secret. */
    public CharacterProblem(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** The sentence. */
    public String sentence() {
        return sentence;
    }
}
