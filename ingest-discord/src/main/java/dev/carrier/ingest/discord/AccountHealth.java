package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an account listens.
 *
 * @param account which
 * @param state whether it hears
 * @param sentence why it does not, or why it hears less than it could; empty when all is well
 * @param user its name on Discord, such as {@code Ada#4821}; empty before the first connection
 * @param application the id of its application, for invitations; empty before the first connection
 * @param servers the servers that it is in
 * @param messageContent false when Discord refuses the text of messages that do not mention it
 * @param lastSign when Discord last showed any sign of life
 * @param catchUp what was fetched since the newest session began
 */
public record AccountHealth(
        AccountId account,
        State state,
        String sentence,
        String user,
        String application,
        List<Server> servers,
        boolean messageContent,
        Instant lastSign,
        CatchUp catchUp) {

    /** What keeps the account from hearing, in a sentence; empty when it hears. */
    public Optional<String> trouble() {
        return switch (state) {
            case LISTENING -> Optional.empty();
            case STOPPED -> Optional.of(sentence);
            case STARTING -> Optional.of(account + " is not connected to Discord yet.");
            case DEAF -> Optional.of(account + " has lost Discord since " + lastSign + ".");
        };
    }

    /** Whether an account hears. */
    public enum State {
        /** It has not been connected yet. */
        STARTING,
        /** Connected, and Discord answers. */
        LISTENING,
        /** It was connected; it is not now, or Discord shows no sign of life. */
        DEAF,
        /** Discord ended it for good: somebody has to fix what the sentence says. */
        STOPPED
    }

    /**
     * A server that the account is in.
     *
     * @param id the platform's id
     * @param name as people see it
     * @param owned it belongs to the owner of the account's application
     * @param mute names of channels in which the account may read but not write
     */
    public record Server(String id, String name, boolean owned, List<String> mute) {}
}
