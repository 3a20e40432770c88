package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.ConversationId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.TurnId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One decision while it is taken: the conversation as it changes, and what is said on the way. Made
 * for one input and thrown away; not thread-safe.
 */
public final class Deciding {
    private final Conversation before;
    private final Context context;
    private final long sequence;
    private final SortedMap<AccountId, Seat> seats;
    private final AlarmClock alarms;
    private final List<Output> outputs = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Set<String> reasons = new LinkedHashSet<>();
    private Optional<Place> place;
    private Optional<Policy.Ways> ways = Optional.empty();
    private List<Line> window;
    private Seen seen;
    private List<String> gone;
    private List<Gathered> waiting;
    private Optional<Gathering> gathering;
    private BotTurns bots;
    private final List<Command> commands;
    private final List<Errand> errands;
    private Optional<Desk> desk;

    /** Starts from the conversation before the input. */
    public Deciding(Conversation before, Context context) {
        this.before = before;
        this.context = context;
        this.sequence = before.sequence() + 1;
        this.place = before.place();
        this.window = new ArrayList<>(before.window());
        this.seen = before.seen();
        this.gone = new ArrayList<>(before.gone());
        this.waiting = new ArrayList<>(before.waiting());
        this.gathering = before.gathering();
        this.bots = before.bots();
        this.commands = new ArrayList<>(before.commands());
        this.errands = new ArrayList<>(before.errands().orElse(List.of()));
        this.desk = before.desk();
        this.seats = new TreeMap<>(before.seats());
        this.alarms = new AlarmClock(before, context);
    }

    ConversationId id() {
        return before.id();
    }

    Conversation before() {
        return before;
    }

    Context context() {
        return context;
    }

    /** The time that every rule uses. */
    public Instant now() {
        return context.handledAt();
    }

    long sequence() {
        return sequence;
    }

    Policy policy() {
        return context.policy();
    }

    /** The name under which people know an account's character. */
    public String name(AccountId account) {
        Policy.Cast cast = policy().cast().get(account);
        return cast == null ? account.value() : cast.name();
    }

    /** Where all this happens; a turn is open only where something was heard. */
    public Place place() {
        return place.orElseThrow();
    }

    Optional<Place> known() {
        return place;
    }

    void place(Place seenNow) {
        place = Optional.of(seenNow);
        ways = Optional.empty();
    }

    /** What the policy says here. */
    public Policy.Ways ways() {
        if (ways.isEmpty()) {
            ways = Optional.of(WaysHere.of(policy(), place()));
        }
        return ways.get();
    }

    /** What it says here for somebody of these roles. */
    Policy.Ways ways(Collection<String> roles) {
        return roles.isEmpty() ? ways() : WaysHere.of(policy(), place(), roles);
    }

    /** What it says here for those whom a turn answers. */
    Policy.Ways ways(Turn turn) {
        return WaysHere.together(
                policy(), place(), turn.triggers().stream().map(Trigger::roles).toList());
    }

    /** The roles of an author of which the policy has rules. */
    List<String> roles(Author author) {
        return place().kind() == PlaceKind.DM
                ? List.of()
                : WaysHere.roles(policy(), place(), author);
    }

    /** The last messages, oldest first. */
    public List<Line> window() {
        return window;
    }

    void window(List<Line> lines) {
        window = new ArrayList<>(lines);
    }

    /** The messages to which somebody may still be owed an answer. */
    Set<EventId> owed() {
        return Owed.of(waiting, seats.values());
    }

    Seen seen() {
        return seen;
    }

    void seen(Seen now) {
        seen = now;
    }

    List<String> gone() {
        return gone;
    }

    List<Gathered> waiting() {
        return waiting;
    }

    /** A further message waits, in its place among the others. */
    void waiting(Gathered message) {
        int at = waiting.size();
        while (at > 0 && message.isOlder(waiting.get(at - 1))) {
            at--;
        }
        waiting.add(at, message);
    }

    /** Changes each message that waits; those that nobody waits for any more are dropped. */
    void waiting(UnaryOperator<Gathered> change) {
        waiting =
                new ArrayList<>(
                        waiting.stream()
                                .map(change)
                                .filter(message -> !message.waiting().isEmpty())
                                .toList());
    }

    /** What is being done beside the talk. */
    List<Command> commands() {
        return commands;
    }

    /** What an operator ordered and is being sent. */
    List<Errand> errands() {
        return errands;
    }

    /** What is published here. */
    Optional<Desk> desk() {
        return desk;
    }

    void desk(Desk now) {
        desk = Optional.of(now).filter(one -> !one.equals(Desk.EMPTY));
    }

    boolean awaits(AccountId account) {
        return waiting.stream().anyMatch(message -> message.waiting().contains(account));
    }

    Optional<Gathering> gathering() {
        return gathering;
    }

    void gathering(Optional<Gathering> now) {
        gathering = now;
    }

    BotTurns bots() {
        return bots;
    }

    void bots(BotTurns now) {
        bots = now;
    }

    SortedMap<AccountId, Seat> seats() {
        return seats;
    }

    /** The seat of an account. */
    public Seat seat(AccountId account) {
        return seats.getOrDefault(account, Seat.FREE);
    }

    void seat(AccountId account, Seat seat) {
        seats.put(account, seat);
    }

    /** What the conversation wants to be woken for. */
    AlarmClock alarms() {
        return alarms;
    }

    /** Something happened here: only from now on it may fall idle. */
    public void active() {
        alarms.active();
    }

    /** Says something to the outside. */
    public void out(Output output) {
        outputs.add(output);
    }

    /** An event ended for an account. */
    void outcome(
            EventId event,
            AccountId account,
            OutcomeKind kind,
            String reason,
            Optional<TurnId> turn) {
        outcomes.add(new Outcome(event, account, kind, reason, turn));
        Asked.unanswered(this, event, account, kind, reason);
    }

    void ignored(EventId event, AccountId account, String reason) {
        outcome(event, account, OutcomeKind.IGNORED, reason, Optional.empty());
        because(account + ": ignored(" + reason + ")");
    }

    /** Adds a clause to the reason of the decision. */
    public void because(String clause) {
        reasons.add(clause);
    }

    /** The decision, with the conversation brought down to the size that it may have. */
    public Decision done() {
        seats.values().removeIf(Seat.FREE::equals);
        Measured after =
                Fit.fit(
                        new Conversation(
                                before.id(),
                                place,
                                sequence,
                                now(),
                                Optional.of(context.version()),
                                window,
                                seen,
                                gone,
                                waiting,
                                gathering,
                                seats,
                                alarms.all(),
                                before.snapshot(),
                                bots,
                                commands,
                                Optional.of(List.copyOf(errands)).filter(all -> !all.isEmpty()),
                                desk));
        return decision(after.conversation(), Optional.of(after));
    }

    /** The decision that nothing of the conversation is left. */
    public Decision letGo() {
        return decision(Conversation.unknown(before.id()), Optional.empty());
    }

    private Decision decision(Conversation after, Optional<Measured> measured) {
        return new Decision(
                after,
                measured,
                List.copyOf(outputs),
                AlarmChange.between(before.alarms(), after.alarms()),
                List.copyOf(outcomes),
                reasons.isEmpty() ? "noted" : String.join("; ", reasons));
    }
}
