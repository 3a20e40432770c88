package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Admitted;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Ids;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.SettingsVersion;
import dev.carrier.contracts.TurnId;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may not talk in DMs yet is told once an hour how to be let in, without any model:
 * with a code that whoever operates can approve.
 */
final class Pairing {
    static final String REASON = "pairing";

    /** How long a code is good, and nobody is told another. */
    static final Duration LASTS = Duration.ofHours(1);

    /** Of a code: without what looks alike. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;

    private Pairing() {}

    /** Whether this author's DMs are answered although {@code dms} does not name them. */
    static boolean admits(Policy policy, Policy.Dms dms, Author by) {
        Admitted admitted = policy.admitted().orElse(Admitted.NOBODY);
        return admitted.listed().contains(by.person())
                || (dms != Policy.Dms.NOBODY && admitted.paired().contains(by.person()));
    }

    /** A DM came that is not answered for want of pairing. */
    static void asked(Deciding deciding, Event.Said said, AccountId account) {
        Instant now = deciding.now();
        boolean told =
                deciding.seat(account)
                        .asking()
                        .filter(asking -> asking.at().plus(LASTS).isAfter(now))
                        .isPresent();
        boolean late = said.at().plus(deciding.ways().catchUp()).isBefore(now);
        if (told
                || late
                || said.by().kind() != AuthorKind.PERSON
                || deciding.policy().paused().contains(account)) {
            return;
        }
        if (deciding.policy().admitted().filter(Admitted::full).isPresent()) {
            deciding.because(account + ": too many wait to be let in");
            return;
        }
        String code = code(account, said);
        TurnId turn =
                new TurnId(
                        Ids.derive(
                                "t",
                                deciding.id().value(),
                                account.value(),
                                said.id().value(),
                                REASON));
        ResponseId answer = Derived.response(turn, REASON, deciding.sequence());
        deciding.seat(account, deciding.seat(account).asking(new Asking(now, answer)));
        deciding.out(
                Output.of(
                        new SettingsVersion.Asked(
                                said.by().person(),
                                said.by().name(),
                                account,
                                deciding.id(),
                                code,
                                now,
                                now.plus(LASTS))));
        deciding.out(
                Output.of(
                        new Response.Say(
                                answer,
                                turn,
                                deciding.place(),
                                account,
                                1,
                                1,
                                text(deciding.name(account), code),
                                Optional.empty(),
                                said.id(),
                                now,
                                now.plus(deciding.ways().deadline()))));
        deciding.because(account + ": told how to be let in");
    }

    /** What was said was how to be let in: no talk that is remembered. */
    static boolean told(Deciding deciding, AccountId account, ResponseId response) {
        return deciding.seat(account)
                .asking()
                .filter(asking -> asking.answer().equals(response))
                .isPresent();
    }

    private static String text(String name, String code) {
        return "I do not know you yet. Whoever runs "
                + name
                + " can let you in with `./carrier pair "
                + code
                + "` within the hour.";
    }

    /** Derived from who asks whom and with which message, so that it is the same in a replay. */
    private static String code(AccountId account, Event.Said said) {
        String digits =
                Ids.derive("p", account.value(), said.by().person().value(), said.id().value())
                        .substring(2);
        var number = new BigInteger(digits, 16);
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] rest = number.divideAndRemainder(BigInteger.valueOf(LETTERS.length()));
            code.append(LETTERS.charAt(rest[1].intValue()));
            number = rest[0];
        }
        return code.toString();
    }
}
