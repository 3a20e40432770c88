package dev.carrier.cli.instagram;

import dev.carrier.instagram.Conversation;
import dev.carrier.instagram.GraphClient;
import dev.carrier.instagram.Page;
import dev.carrier.instagram.Who;
import dev.carrier.runtime.SetupProblem;
import java.util.Optional;

/** Whom an operator means. Calls block. */
final class People {
    private static final int PAGES = 5;

    private People() {}

    /**
     * The id by which an account knows a person.
     *
     * @param wanted that id, or a username with or without {@code @} out of the newest
     *     conversations
     * @throws SetupProblem when nobody of that name has written lately
     */
    static String id(GraphClient graph, String wanted) {
        if (wanted.matches("\\d+")) {
            return wanted;
        }
        String name = wanted.replaceFirst("^@", "");
        Optional<String> after = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            Page<Conversation> some = graph.messages().conversations(after);
            Optional<String> found =
                    some.items().stream()
                            .flatMap(one -> one.with().stream())
                            .filter(who ->
                                    who.username().filter(name::equalsIgnoreCase).isPresent())
                            .map(Who::id)
                            .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            after = some.next();
            if (after.isEmpty()) {
                break;
            }
        }
        throw new SetupProblem(
                "no conversation with @" + name + " is among the newest",
                "people have to write first; or give the number by which Instagram names the person");
    }
}
