package dev.carrier.instagram.talk;

import dev.carrier.contracts.Ids;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Whether two texts are the same, although Instagram has had one of them. Pure. */
public final class Wording {
    private static final int HALF = 32;

    private Wording() {}

    /** Whether they are; composed and decomposed letters, and the ends of lines, do not count. */
    public static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /** 32 hexadecimal digits that two texts share exactly when they are the same. */
    public static String fingerprint(String text) {
        return Ids.sha256(plain(text).getBytes(StandardCharsets.UTF_8)).substring(0, HALF);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n").strip();
    }
}
