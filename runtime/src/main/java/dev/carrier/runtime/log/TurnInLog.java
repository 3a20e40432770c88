package dev.carrier.runtime.log;

import dev.carrier.contracts.Headers;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.MDC;

/**
 * Names what a thread works on in every line that it logs from now on, whoever logs it: in JSON
 * they stand under {@code mdc}. Ids only, and none of a person: nothing that people wrote is in a
 * header.
 */
public final class TurnInLog {
    private static final Map<String, String> NAMES =
            Map.of(
                    Headers.CONVERSATION, "conversation",
                    Headers.TURN, "turn",
                    Headers.ABOUT, "about",
                    Headers.ACCOUNT, "account");

    private TurnInLog() {}

    /**
     * Takes the names from a record's headers, those of the record before are forgotten.
     *
     * @param header gives the value of a header of this name
     */
    public static void is(Function<String, Optional<String>> header) {
        NAMES.forEach((from, to) ->
                header.apply(from)
                        .ifPresentOrElse(
                                id -> MDC.put(to, PeopleInIds.hidden(id)), () -> MDC.remove(to)));
    }
}
