package dev.carrier.cli.why;

import dev.carrier.contracts.Outcome;
import java.util.Optional;

/**
 * What a reason means to an operator, and where it is set otherwise. The reasons themselves are in
 * the journal, and short. Pure.
 */
final class Meaning {
    private Meaning() {}

    /** In a sentence; empty where the reason says it all. */
    static Optional<String> of(Outcome outcome) {
        return switch (outcome.kind()) {
            case REPLIED -> outcome.reason().startsWith("partly: ") ? partly() : Optional.empty();
            case IGNORED -> ignored(outcome.reason());
            case FAILED -> failed(outcome.reason());
        };
    }

    private static Optional<String> ignored(String reason) {
        if (reason.startsWith("may not speak here: ")) {
            return Optional.of(
                    "whatever it says here Discord refuses, so no model is asked. What its"
                            + " permissions show works again with the next message; what Discord"
                            + " refused is tried again five minutes later");
        }
        if (reason.startsWith("bot: budget spent")) {
            return Optional.of(
                    "so many turns two bots may cause each other (bots.turns, bots.every); what a"
                            + " person writes here starts afresh");
        }
        if (reason.startsWith("bot: no person here")) {
            return Optional.of(
                    "bots are answered only for a while after a person's message"
                            + " (bots.withoutPeople)");
        }
        return Optional.ofNullable(
                switch (reason) {
                    case "not allowed here" ->
                            "policy.default (guilds, dms) leaves this place out, or a rule says"
                                    + " answer: never; the journal below names the rules";
                    case "not allowed for a role" ->
                            "a rule says answer: never for a role of who wrote it; the journal"
                                    + " below names the rules";
                    case "not in the cast" -> "accounts does not have it any more";
                    case "listening" ->
                            "answer: listen holds here: it reads, and is quiet; the journal below"
                                    + " names the rules";
                    case "not addressed" ->
                            "nobody called it, and answer: always does not hold here";
                    case "addressed to another" -> "it calls another character";
                    case "left to another" -> "another character that heard it speaks to it";
                    case "cooldown" ->
                            "who was answered waits, or the place does (cooldown); the journal"
                                    + " below names the rules";
                    case "too old" ->
                            "it was older than policy.default.catchUp when it was heard, after a"
                                    + " downtime: it is remembered, not answered";
                    case "bot" -> "a bot wrote it, and no rule allows that one here (bots.allow)";
                    case "bot: no literal mention" ->
                            "a bot is answered only where its text mentions this account (<@…>)";
                    case "webhook" -> "webhooks are never answered";
                    case "pairing" ->
                            "who wrote it is not let in yet: ./carrier pair lists who waits";
                    case "paused" -> "until ./carrier resume, or /resume";
                    case "stopped" ->
                            "it was told, or chose, to be quiet here until somebody calls it";
                    default -> null;
                });
    }

    private static Optional<String> failed(String reason) {
        if (reason.startsWith("too late: ")) {
            return Optional.of(
                    "what stood in the way was to last beyond policy.default.deadline, so nothing was"
                            + " sent; the next message is tried again");
        }
        if (reason.equals("too late")) {
            return Optional.of("there was no answer by policy.default.deadline");
        }
        return reason.startsWith("refused: ")
                ? Optional.of("an answer was thought, and Discord did not take it")
                : Optional.empty();
    }

    private static Optional<String> partly() {
        return Optional.of("a part of the answer stands there, and Discord did not take the rest");
    }
}
