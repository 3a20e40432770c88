package dev.carrier.ingest.discord;

import dev.carrier.contracts.AccountId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How an account listens.
 *
 * @param account which
 * @param state whether it hears: with several shards, whether all of them do
 * @param sentence why it does not, or why it hears less than it could; empty when all is well
 * @param user its name on Discord, such as {@code Ada#4821}; empty before the first connection
 * @param application the id of its application, for invitations; empty before the first connection
 * @param servers the servers that it is in, of the shards that are heard here
 * @param messageContent false when Discord refuses the text of messages that do not mention it
 * @param lastSign when Discord last showed any sign of life
 * @param catchUp what was fetched since the newest session began
 * @param shards each connection that is here; none before it is known how many there are
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
        CatchUp catchUp,
        List<ShardHealth> shards) {

    /** One for which it is not known yet, or never will be, how many connections it needs. */
    static AccountHealth before(AccountId account, State state, String sentence, Instant since) {
        return new AccountHealth(
                account, state, sentence, "", "", List.of(), true, since, CatchUp.NONE, List.of());
    }

    /**
     * All shards of one account, each given as an account of its own.
     *
     * @param each at least one
     */
    static AccountHealth together(List<AccountHealth> each) {
        if (each.size() == 1) {
            return each.getFirst();
        }
        var first = each.getFirst();
        return new AccountHealth(
                first.account(),
                worst(each.stream().map(AccountHealth::state).toList()),
                each.stream()
                        .map(AccountHealth::sentence)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                first(each.stream().map(AccountHealth::user).toList()),
                first(each.stream().map(AccountHealth::application).toList()),
                each.stream().flatMap(it -> it.servers().stream()).toList(),
                each.stream().allMatch(AccountHealth::messageContent),
                each.stream().map(AccountHealth::lastSign).min(Comparator.naturalOrder()).get(),
                each.stream().map(AccountHealth::catchUp).reduce(CatchUp::and).get(),
                each.stream().flatMap(it -> it.shards().stream()).toList());
    }

    /** What keeps the account from hearing everything, in sentences; empty when it does. */
    public Optional<String> trouble() {
        if (shards.isEmpty()) {
            return Optional.of(sentence).filter(it -> !it.isEmpty());
        }
        return Optional.of(
                        shards.stream()
                                .flatMap(it -> it.trouble().stream())
                                .distinct()
                                .collect(Collectors.joining(" ")))
                .filter(it -> !it.isEmpty());
    }

    /** What an operator should know although the account hears; empty when there is nothing. */
    public Optional<String> warning() {
        return Optional.of(sentence).filter(it -> trouble().isEmpty() && !it.isEmpty());
    }

    private static State worst(List<State> states) {
        if (states.stream().allMatch(Predicate.isEqual(State.STOPPED))) {
            return State.STOPPED;
        }
        if (states.contains(State.DEAF) || states.contains(State.STOPPED)) {
            return State.DEAF;
        }
        if (states.contains(State.STARTING)) {
            return State.STARTING;
        }
        return states.contains(State.LISTENING) ? State.LISTENING : State.STANDBY;
    }

    private static String first(List<String> names) {
        return names.stream().filter(it -> !it.isEmpty()).findFirst().orElse("");
    }

    /** Whether an account hears. */
    public enum State {
        /** It has not been connected yet. */
        STARTING,
        /** Connected, and Discord answers. */
        LISTENING,
        /** It was connected; it is not now, or Discord shows no sign of life. */
        DEAF,
        /** Another container hears it; this one takes over when that one is gone. */
        STANDBY,
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
