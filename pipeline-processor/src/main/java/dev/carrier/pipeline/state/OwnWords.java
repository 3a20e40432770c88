package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an account itself wrote, where a person may have written it in the platform's app. It is the
 * character's own when a delivery says so; while one may still come, it is held. Otherwise a person
 * has taken over, and the character is silent there for a while.
 */
final class OwnWords {
    static final String OWN = "own message";
    static final String HUMAN = "a person answers here";

    /** Where nobody can write as the account, all of its words are its own. */
    private static final String SHARED = "instagram";

    private OwnWords() {}

    static boolean shared(Deciding deciding) {
        return deciding.known().filter(place -> place.platform().equals(SHARED)).isPresent();
    }

    /** Words of the account were heard; each of them ends here, at once or later. */
    static void heard(Deciding deciding, AccountId account, Line line) {
        Voice voice = voice(deciding, account);
        if (voice.said(line.id())) {
            deciding.ignored(line.id(), account, OWN);
        } else if (sending(deciding, account) && !voice.full()) {
            deciding.seat(account, deciding.seat(account).voice(voice.holding(line)));
            deciding.because(account + ": held until its sending is known");
        } else {
            human(deciding, account, line);
        }
    }

    /** The platform took something: what was heard of it is the character's own. */
    static void delivered(Deciding deciding, AccountId account, EventId event) {
        if (!shared(deciding)) {
            return;
        }
        Voice voice = voice(deciding, account);
        boolean held = voice.held().stream().anyMatch(line -> line.id().equals(event));
        deciding.seat(account, deciding.seat(account).voice(voice.saying(event).released(event)));
        if (held) {
            deciding.ignored(event, account, OWN);
        }
    }

    /** When nothing is being sent any more, what is still held was a person's. */
    static void settled(Deciding deciding, AccountId account) {
        if (!shared(deciding) || sending(deciding, account)) {
            return;
        }
        for (Line line : List.copyOf(voice(deciding, account).held())) {
            deciding.seat(
                    account,
                    deciding.seat(account).voice(voice(deciding, account).released(line.id())));
            human(deciding, account, line);
        }
    }

    /** Whether a person has taken over. */
    static boolean human(Deciding deciding, AccountId account) {
        return voice(deciding, account)
                .humanUntil()
                .filter(until -> until.isAfter(deciding.now()))
                .isPresent();
    }

    private static void human(Deciding deciding, AccountId account, Line line) {
        deciding.window(
                Talk.with(deciding.window(), line, deciding.policy().window(), deciding.owed()));
        deciding.ignored(line.id(), account, "written by a person");
        // What is told of long afterwards silences nobody any more.
        Instant until = line.at().plus(deciding.policy().humanPause().orElse(Policy.HUMAN_PAUSE));
        if (until.isAfter(deciding.now())) {
            deciding.seat(
                    account, deciding.seat(account).voice(voice(deciding, account).human(until)));
            deciding.because(account + ": silent until " + until + ", a person writes");
            Change.leave(deciding, account, HUMAN);
        }
    }

    private static boolean sending(Deciding deciding, AccountId account) {
        return Optional.of(deciding.seat(account))
                        .flatMap(Seat::turn)
                        .filter(turn -> turn.phase() == Phase.SENDING && !turn.pending().isEmpty())
                        .isPresent()
                || deciding.errands().stream().anyMatch(one -> one.account().equals(account));
    }

    private static Voice voice(Deciding deciding, AccountId account) {
        return deciding.seat(account).voice().orElse(Voice.NONE);
    }
}
