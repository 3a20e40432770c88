package dev.carrier.cli.instagram;

import dev.carrier.instagram.error.GraphProblem;
import java.time.Instant;
import java.util.Optional;

/** Tells of an account's token, and has it refreshed. Calls block. */
final class TokenTelling {
    private final Session session;
    private final Lines lines;

    TokenTelling(Session session, Lines lines) {
        this.session = session;
        this.lines = lines;
    }

    /**
     * Does it.
     *
     * @param refresh whether it is refreshed first
     * @return the exit code
     */
    int tell(Reached account, boolean refresh) {
        boolean done = true;
        account.token().check();
        if (refresh) {
            Optional<String> why = account.token().refreshNow();
            done = why.isEmpty();
            lines.say(
                    account.id() + ": " + why.map("not refreshed: "::concat).orElse("refreshed"),
                    Lines.fields()
                            .put("account", account.id().value())
                            .put("refreshed", done)
                            .put("why", why.orElse("")));
        }
        lines.note(account.id() + ", in " + account.token().where());
        boolean lives = accepted(account);
        new Standing(session, lines, Instant.now()).token(account);
        return lives && done ? 0 : 1;
    }

    /** Whether Instagram takes it: it is asked who it is for. */
    private boolean accepted(Reached account) {
        try {
            lines.say(
                    "  accepted as @" + account.me().username(),
                    Lines.fields().put("accepted", true).put("username", account.me().username()));
            return true;
        } catch (GraphProblem problem) {
            lines.say(
                    "  not accepted: " + problem.getMessage(),
                    Lines.fields().put("accepted", false).put("why", problem.getMessage()));
            return false;
        }
    }
}
