package dev.carrier.pipeline.state;

import dev.carrier.contracts.OutcomeKind;
import dev.carrier.contracts.Result;
import java.util.Optional;

/** What a tool made of a command: who used it is told. Other results are left to their turns. */
public final class Done {
    /** https://docs.discord.com/developers/resources/message#create-message. */
    private static final int LONGEST = 1900;

    private Done() {}

    /** The tool did it; false when the result is of no command. */
    public static boolean returned(Deciding deciding, Result.Returned returned) {
        Optional<Command> open = Commands.awaiting(deciding, returned.step());
        open.ifPresent(command ->
                Commands.tell(
                        deciding,
                        command,
                        Talk.cut(returned.content(), LONGEST),
                        OutcomeKind.REPLIED,
                        command.name()));
        return open.isPresent();
    }

    /** The tool could not; false when the result is of no command. */
    static boolean failed(Deciding deciding, Result.Failed failed) {
        Optional<Command> open = Commands.awaiting(deciding, failed.step());
        open.ifPresent(command ->
                Commands.tell(
                        deciding,
                        command,
                        Sentences.NOT_DONE,
                        OutcomeKind.FAILED,
                        command.name() + ": " + failed.reason()));
        return open.isPresent();
    }

    /** The tool was not asked in time; nobody asks again for what somebody has given up on. */
    static boolean deferred(Deciding deciding, Result.Deferred deferred) {
        Optional<Command> open = Commands.awaiting(deciding, deferred.step());
        open.ifPresent(command ->
                Commands.tell(
                        deciding,
                        command,
                        Sentences.NOT_DONE,
                        OutcomeKind.FAILED,
                        command.name() + ": " + deferred.reason()));
        return open.isPresent();
    }
}
