package dev.carrier.pipeline;

import dev.carrier.pipeline.action.ActionStage;
import dev.carrier.pipeline.state.Change;
import dev.carrier.pipeline.state.Context;
import dev.carrier.pipeline.state.Conversation;
import dev.carrier.pipeline.state.Deciding;
import dev.carrier.pipeline.state.Decision;
import dev.carrier.pipeline.state.Hear;
import dev.carrier.pipeline.state.Input;
import dev.carrier.pipeline.state.Ringing;
import dev.carrier.pipeline.state.Settle;
import dev.carrier.pipeline.state.Unanswered;

/** What a conversation does with one input. */
public final class Stages {
    private Stages() {}

    /**
     * Decides. Pure: no clock, no I/O, no random number; equal arguments give equal decisions.
     *
     * @param before the conversation, {@link Conversation#unknown} if nothing is known of it
     */
    public static Decision decide(Conversation before, Input input, Context context) {
        Deciding deciding = new Deciding(before, context);
        Change.noticed(before, context)
                .ifPresent(change -> Change.changed(deciding, change.version()));
        boolean letGo = false;
        switch (input) {
            case Input.Heard heard -> Hear.heard(deciding, heard.event());
            case Input.Thought thought -> ActionStage.act(deciding, thought.result());
            case Input.Returned returned -> ActionStage.goOn(deciding, returned.result());
            case Input.Failed failed -> Unanswered.failed(deciding, failed.result());
            case Input.Deferred deferred -> Unanswered.deferred(deciding, deferred.result());
            case Input.Delivered delivered -> Settle.delivered(deciding, delivered.delivery());
            case Input.Rang rang -> letGo = Ringing.rang(deciding, rang);
            case Input.Changed changed -> deciding.because("policy " + changed.version());
        }
        if (letGo) {
            return deciding.letGo();
        }
        if (!(input instanceof Input.Rang || input instanceof Input.Changed)) {
            deciding.active();
        }
        return deciding.done();
    }
}
