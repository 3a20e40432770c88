package dev.carrier.pipeline;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Usage;
import dev.carrier.pipeline.state.Context;
import dev.carrier.pipeline.state.Deciding;
import dev.carrier.pipeline.state.Decision;
import dev.carrier.pipeline.state.Input;
import dev.carrier.pipeline.state.Turns;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What comes back to a conversation under test: from models, tools and the platform. */
abstract class WhatComesBack extends WhatPeopleDo {
    WhatComesBack(Place place, Policy policy) {
        super(place, policy);
    }

    public Decision thinks(Step.Think step, String text) {
        return thinks(step, text, List.of());
    }

    public Decision thinks(Step.Think step, String text, List<PromptMessage> prompt) {
        return thinks(step, text, prompt, Optional.of("stop"));
    }

    /** The model was not let finish. */
    public Decision breaksOff(Step.Think step, String text, String finish) {
        return thinks(step, text, List.of(), Optional.of(finish));
    }

    private Decision thinks(
            Step.Think step, String text, List<PromptMessage> prompt, Optional<String> finish) {
        return give(
                new Input.Thought(
                        new Result.Thought(
                                step.id(),
                                step.turn(),
                                place.conversation(),
                                step.account(),
                                text,
                                "test/model",
                                prompt,
                                Recollection.none("ok"),
                                new Usage(1, 1, 0, false),
                                now,
                                1,
                                1,
                                finish)));
    }

    public Decision failsToThink(Step.Think step, FailureKind kind, String reason) {
        return give(
                new Input.Failed(
                        new Result.Failed(
                                step.id(),
                                step.turn(),
                                place.conversation(),
                                step.account(),
                                kind,
                                reason,
                                now,
                                1,
                                1)));
    }

    public Decision defers(Step.Think step, Duration by) {
        return defers(step, by, "quota");
    }

    public Decision defers(Step.Think step, Duration by, String why) {
        return give(
                new Input.Deferred(
                        new Result.Deferred(
                                step.id(),
                                step.turn(),
                                place.conversation(),
                                step.account(),
                                now.plus(by),
                                why)));
    }

    public EventId accepts(Response.Say say) {
        EventId id = EventId.discordSaid(nextNumber());
        accepts(say, id);
        return id;
    }

    public void accepts(Response.Say say, EventId as) {
        give(
                new Input.Delivered(
                        new Delivery.Accepted(
                                say.id(),
                                say.turn(),
                                place.conversation(),
                                say.account(),
                                as,
                                new PersonId("discord:user:the-" + say.account()),
                                say.account().value(),
                                say.text(),
                                now,
                                false)));
    }

    public Decision accepts(Response.Notice notice) {
        return give(
                new Input.Delivered(
                        new Delivery.Accepted(
                                notice.id(),
                                notice.turn(),
                                place.conversation(),
                                notice.account(),
                                EventId.discordSaid(nextNumber()),
                                new PersonId("discord:user:the-" + notice.account()),
                                notice.account().value(),
                                "",
                                now,
                                false)));
    }

    public Decision refuses(Response.Notice notice, String reason) {
        return give(
                new Input.Delivered(
                        new Delivery.Refused(
                                notice.id(),
                                notice.turn(),
                                place.conversation(),
                                notice.account(),
                                reason,
                                now)));
    }

    public Decision refuses(Response.Say say, String reason) {
        return give(
                new Input.Delivered(
                        new Delivery.Refused(
                                say.id(),
                                say.turn(),
                                place.conversation(),
                                say.account(),
                                reason,
                                now)));
    }

    /** It is refused for what passes by itself, or for what concerns the place. */
    public Decision refuses(
            Response.Say say, String reason, Optional<Duration> passesIn, Optional<Duration> bars) {
        return give(
                new Input.Delivered(
                        new Delivery.Refused(
                                say.id(),
                                say.turn(),
                                place.conversation(),
                                say.account(),
                                reason,
                                now,
                                passesIn.map(now::plus),
                                bars.map(now::plus))));
    }

    /** An action calls a tool, as none does yet. */
    public Step.Call calls(AccountId account, String tool, JsonNode arguments) {
        asksToCall(account, tool, arguments);
        return all(Step.Call.class).getLast();
    }

    public void asksToCall(AccountId account, String tool, JsonNode arguments) {
        Deciding deciding = new Deciding(conversation(), new Context(policy, now));
        Turns.call(deciding, account, deciding.seat(account).turn().orElseThrow(), tool, arguments);
        took(deciding.done());
    }

    public Decision returns(Step.Call step, String content) {
        return give(
                new Input.Returned(
                        new Result.Returned(
                                step.id(),
                                step.turn(),
                                place.conversation(),
                                step.account(),
                                content,
                                1)));
    }
}
