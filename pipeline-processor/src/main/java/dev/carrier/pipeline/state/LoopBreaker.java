package dev.carrier.pipeline.state;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Address;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps bots from answering each other for ever. A bot is answered only where the policy allows it,
 * where it mentions the account in its text, while the two have turns left, and while a person is
 * here. Other characters of the cast are bots like any other.
 */
final class LoopBreaker {
    private static final String BOT = "bot";
    private static final String NOT_LITERAL = "bot: no literal mention";

    private LoopBreaker() {}

    /** Learns from a message who is ours, and that a person is here. Before it counts as seen. */
    static void heard(Deciding deciding, Event.Said said) {
        for (Hearing hearing : said.heardBy()) {
            if (hearing.self()) {
                known(deciding, hearing.account(), said.by().person());
            }
        }
        boolean person = said.by().kind() == AuthorKind.PERSON;
        if (person && shared(deciding) && !deciding.seen().said(said.id())) {
            // A platform's clock that is ahead of ours must not make people stay longer.
            Instant at = said.at().isAfter(deciding.now()) ? deciding.now() : said.at();
            deciding.bots(deciding.bots().person(at));
        }
    }

    /** The user by which others see one of our accounts. */
    static void known(Deciding deciding, AccountId account, PersonId user) {
        if (shared(deciding)) {
            deciding.bots(deciding.bots().ours(account, user));
        }
    }

    /** A reply pings without writing it, and roles and names are no question to one bot. */
    static boolean literal(Hearing hearing) {
        return hearing.address().contains(Address.MENTION);
    }

    /** Why a bot's message is not gathered; empty where it may be answered. */
    static Optional<String> whenHeard(Deciding deciding, Hearing hearing, PersonId bot) {
        Optional<Policy.BotTalk> talk = talk(deciding);
        if (talk.filter(allowing -> mayBeAllowed(deciding, allowing, hearing, bot)).isEmpty()) {
            return Optional.of(BOT);
        }
        return literal(hearing)
                ? broken(deciding, talk.get(), hearing.account(), bot)
                : Optional.of(NOT_LITERAL);
    }

    /**
     * Why a bot's message that was gathered is not answered; empty where it is, and then that is to
     * be {@link #spend spent}.
     */
    static Optional<String> whenDecided(Deciding deciding, AccountId account, Gathered message) {
        Optional<Policy.BotTalk> talk = talk(deciding);
        if (talk.filter(allowing -> allowed(deciding, allowing, message.by())).isEmpty()) {
            return Optional.of(BOT);
        }
        return message.call(account).isPresent()
                ? broken(deciding, talk.get(), account, message.by())
                : Optional.of(NOT_LITERAL);
    }

    /** A turn answers a bot. */
    static void spend(Deciding deciding, AccountId account, PersonId bot) {
        Duration every = talk(deciding).orElseThrow().every();
        deciding.bots(deciding.bots().spend(account, bot, deciding.now(), every));
    }

    private static boolean shared(Deciding deciding) {
        return deciding.place().kind() != PlaceKind.DM;
    }

    private static Optional<Policy.BotTalk> talk(Deciding deciding) {
        return deciding.ways().botTalk().filter(talk -> !talk.with().isEmpty());
    }

    private static boolean allowed(Deciding deciding, Policy.BotTalk talk, PersonId bot) {
        return talk.with().contains("all")
                || talk.with().contains(bot.value())
                || (talk.with().contains("ours") && deciding.bots().isOurs(bot));
    }

    /** Whose bot it is may be known only when its own account has heard it, too. */
    private static boolean mayBeAllowed(
            Deciding deciding, Policy.BotTalk talk, Hearing hearing, PersonId bot) {
        boolean strangers =
                deciding.policy().cast().keySet().stream()
                        .anyMatch(account ->
                                !account.equals(hearing.account())
                                        && !deciding.bots().ours().containsKey(account));
        return allowed(deciding, talk, bot) || (talk.with().contains("ours") && strangers);
    }

    private static Optional<String> broken(
            Deciding deciding, Policy.BotTalk talk, AccountId account, PersonId bot) {
        BotTurns turns = deciding.bots();
        Instant since = deciding.now().minus(talk.every());
        if (deciding.seat(account).stopped()) {
            return Optional.of("stopped");
        }
        if (turns.between(account, bot, since) >= talk.turns()) {
            return Optional.of(spent(talk.turns(), talk.every()));
        }
        if (turns.since(since).size() >= BotTurns.MOST) {
            return Optional.of(spent(BotTurns.MOST, talk.every()) + " with all bots");
        }
        boolean alone =
                turns.person()
                        .filter(at -> !at.plus(talk.withoutPeople()).isBefore(deciding.now()))
                        .isEmpty();
        return alone
                ? Optional.of("bot: no person here for " + written(talk.withoutPeople()))
                : Optional.empty();
    }

    private static String spent(int turns, Duration every) {
        return "bot: budget spent (" + turns + " in " + written(every) + ")";
    }

    /** As settings are written: {@code 10m}. */
    private static String written(Duration span) {
        long millis = span.toMillis();
        if (millis % 3_600_000 == 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
