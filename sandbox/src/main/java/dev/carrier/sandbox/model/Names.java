package dev.carrier.sandbox.model;

import java.util.regex.Pattern;

/** How a person is called in talk. Stateless. */
final class Names {
    private static final Pattern CALLED = Pattern.compile("^\\p{L}[\\p{L}'-]{1,18}$");

    private Names() {}

    /**
     * The first name in a display name.
     *
     * @return the name, empty when the display name is nothing that one would say aloud ("xX_7_Xx")
     */
    static String calling(String displayName) {
        String first = displayName.strip().split("[\\s.|]", 2)[0];
        return CALLED.matcher(first).matches() ? first : "";
    }
}
