package dev.carrier.runtime.log;

import dev.carrier.contracts.Ids;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A direct message on Instagram is a conversation that is named after its person. What is put in
 * the person's place still tells one such conversation from another. Pure.
 */
public final class PeopleInIds {
    private static final Pattern DM = Pattern.compile("(instagram:dm:[^:]+:)(\\S+)");
    private static final int ENOUGH = 8;

    private PeopleInIds() {}

    /** The same without a person's id. */
    public static String hidden(String conversation) {
        return DM.matcher(conversation)
                .replaceAll(found ->
                        found.group(1)
                                + "hidden-"
                                + Ids.sha256(found.group(2).getBytes(StandardCharsets.UTF_8))
                                        .substring(0, ENOUGH));
    }
}
