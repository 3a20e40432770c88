package dev.carrier.instagram.error;

import dev.carrier.contracts.Remedy;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a call brought no answer that helps. It never holds a token.
 *
 * @param trouble its class
 * @param fix a sentence for the operator: what it means and what to do
 * @param status of HTTP; 0 without an answer
 * @param code Instagram's; 0 without one
 * @param subcode Instagram's; 0 without one
 * @param said in Instagram's or the network's words; may be in any language
 * @param refused it is known that nothing happened; false: it may have been done all the same, so
 *     look before doing it again
 * @param lasts how long the limit lasts, where that is known
 * @see <a
 *     href="https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes">Error
 *     Codes</a>
 */
public record GraphError(
        Trouble trouble,
        String fix,
        int status,
        int code,
        int subcode,
        String said,
        boolean refused,
        Optional<Duration> lasts) {
    private static final int LONGEST_SAID = 200;

    /** Of an answer with Instagram's code. */
    static GraphError of(ErrorTable.Meaning meaning, int status, int code, int sub, String said) {
        return new GraphError(
                meaning.trouble(),
                meaning.sentence(),
                status,
                code,
                sub,
                said,
                meaning.trouble() != Trouble.HICCUP,
                Optional.empty());
    }

    /**
     * No answer came.
     *
     * @param refused it did not even reach Instagram
     */
    public static GraphError silence(String said, boolean refused) {
        return new GraphError(
                Trouble.HICCUP,
                "Instagram cannot be reached; it is tried again",
                0,
                0,
                0,
                said,
                refused,
                Optional.empty());
    }

    /** Not called at all, because of a limit that is known. */
    public static GraphError held(String why, Duration wait) {
        return new GraphError(Trouble.RATE, why, 0, 0, 0, "", true, Optional.of(wait));
    }

    /** The same with how long it lasts. */
    public GraphError waiting(Duration howLong) {
        return new GraphError(
                trouble, fix, status, code, subcode, said, refused, Optional.of(howLong));
    }

    /** The same without a secret in what was said: Instagram quotes a token that it cannot read. */
    public GraphError without(String secret) {
        String clean = secret.isBlank() ? said : said.replace(secret, "…");
        return new GraphError(trouble, fix, status, code, subcode, clean, refused, lasts);
    }

    /** What helps. */
    public Remedy remedy() {
        return trouble.remedy();
    }

    /** Code and subcode as {@code 10/2534022}; the HTTP status, or nothing, without a code. */
    public String name() {
        if (code == 0) {
            return status == 0 ? "" : "HTTP " + status;
        }
        return subcode == 0 ? Integer.toString(code) : code + "/" + subcode;
    }

    /** All of it in a line, for the operator. */
    public String sentence() {
        String flat = said.strip().replaceAll("\\s+", " ");
        String words = flat.length() <= LONGEST_SAID ? flat : flat.substring(0, LONGEST_SAID) + "…";
        String details = name() + (words.isEmpty() || name().isEmpty() ? words : ": " + words);
        return details.isEmpty() ? fix : fix + " (" + details + ")";
    }
}
