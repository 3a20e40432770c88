package dev.carrier.pipeline.state;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keeps a conversation's state small: the oldest talk goes first, memory has it. */
final class Fit {
    /** Left for what the journal notes in it afterwards. */
    private static final int ROOM = Conversation.LIMIT - 256;

    private Fit() {}

    /**
     * The conversation within its limit.
     *
     * @throws TooMuch when even without talk it does not fit
     */
    static Measured fit(Conversation conversation) {
        Measured fitting = Measured.of(conversation);
        Set<EventId> owed = Owed.of(conversation.waiting(), conversation.seats().values());
        while (fitting.size() > ROOM && !fitting.conversation().window().isEmpty()) {
            List<Line> lines = new ArrayList<>(fitting.conversation().window());
            // Several at once: measuring is what takes time.
            int over = fitting.size() - ROOM;
            while (over > 0 && !lines.isEmpty()) {
                over -= Talk.utf8(lines.remove(Talk.first(lines, owed)).text()) + 200;
            }
            fitting = Measured.of(windowed(fitting.conversation(), lines));
        }
        if (fitting.size() > ROOM) {
            throw new TooMuch(fitting.size());
        }
        return fitting;
    }

    private static Conversation windowed(Conversation of, List<Line> window) {
        return new Conversation(
                of.id(),
                of.place(),
                of.sequence(),
                of.lastHandledAt(),
                of.policy(),
                window,
                of.seen(),
                of.gone(),
                of.waiting(),
                of.gathering(),
                of.seats(),
                of.alarms(),
                of.snapshot(),
                of.bots(),
                of.commands(),
                of.errands(),
                of.desk());
    }

    /** A conversation in which too much is open at once. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch(int bytes) {
            super("a conversation of " + bytes + " bytes");
        }
    }
}
