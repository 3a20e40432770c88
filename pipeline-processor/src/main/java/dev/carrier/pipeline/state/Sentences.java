package dev.carrier.pipeline.state;

import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import java.util.Optional;

/** What people are told who used a command. Never why something broke: that is for the operator. */
final class Sentences {
    static final String NOT_DONE = "That could not be done just now. Please try again.";

    static final String CONFIRM =
            "That takes everything that was remembered of you, in every conversation with every"
                    + " character here. If you are sure, use the command again with `confirm: True`.";

    static final String FORGOTTEN =
            "What was remembered of you is forgotten. Messages that you wrote still stand on"
                    + " Discord, and what you write from now on is remembered as before.";

    /** Where a policy wants no sign of a failure, there still has to be an answer. */
    private static final String NOTHING = "…";

    private static final String TOO_SOON = "That was quick. Please try again in a moment.";

    private Sentences() {}

    /** Why a command is not carried out. */
    static String refusal(String reason, String name, String command, Place place) {
        if (reason.startsWith(Gate.BARRED)) {
            return name + " may not write here.";
        }
        return switch (reason) {
            case "paused" -> name + " is paused and answers nobody for now.";
            case "not allowed here", "not allowed for a role", "listening", "not in the cast" ->
                    name + " does not answer here.";
            case Pairing.REASON ->
                    name + " does not know you yet. Write to it here: it tells how to be let in.";
            case Cooldown.REASON -> TOO_SOON;
            case "too old" -> name + " heard that too late to answer it.";
            case "too many at once" -> "Too much at once. Please try again in a moment.";
            case "nothing asked" -> "There is no question in that.";
            case "bot", "webhook", "system" -> name + " answers people only.";
            case "unknown command" -> name + " does not know /" + command + " any more.";
            case Commands.NOT_PERMITTED -> permission(command, place);
            default -> name + " does not do that here.";
        };
    }

    private static String permission(String command, Place place) {
        if (place.kind() == PlaceKind.DM) {
            return "In a DM only the owner of the bot may use /" + command + ".";
        }
        return command.equals("why")
                ? "Only who may manage this server (Manage Server) may use /why."
                : "Only who may manage a server (Manage Server) of the bot's owner may use /"
                        + command
                        + ": it holds on every server.";
    }

    /** Why a question was not answered after all. */
    static String unanswered(
            OutcomeKind kind, String reason, String name, Optional<String> onFailure) {
        if (kind == OutcomeKind.FAILED) {
            return onFailure.orElse(NOTHING);
        }
        return switch (reason) {
            case Change.PAUSED -> name + " is paused and answers nobody for now.";
            case "too many at once" -> "Too much at once. Please try again in a moment.";
            case Cooldown.REASON -> TOO_SOON;
            default -> NOTHING;
        };
    }
}
