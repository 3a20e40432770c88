package dev.carrier.pipeline;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Outcome;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Step;
import dev.carrier.pipeline.state.Decision;
import dev.carrier.pipeline.state.Output;
import java.util.ArrayList;
import java.util.List;

/** What came of a conversation under test: outputs and outcomes, in order. */
class WhatCame {
    private final List<Output> outputs = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    final void came(Decision decision) {
        outputs.addAll(decision.outputs());
        outcomes.addAll(decision.outcomes());
    }

    public <T> List<T> all(Class<T> kind) {
        return outputs.stream()
                .map(Output::value)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    public List<Step.Think> steps() {
        return all(Step.Think.class);
    }

    public Step.Think step() {
        return steps().getLast();
    }

    public List<Response.Say> says() {
        return all(Response.Say.class);
    }

    public Response.Say say() {
        return says().getLast();
    }

    public List<Response.Notice> notices() {
        return all(Response.Notice.class);
    }

    public Response.Notice notice() {
        return notices().getLast();
    }

    public List<Response.React> reactions() {
        return all(Response.React.class);
    }

    public List<Response.Withdraw> withdrawals() {
        return all(Response.Withdraw.class);
    }

    /** Whether typing is shown for the account. */
    public boolean typing(AccountId account) {
        boolean on = false;
        for (Response.Typing typing : all(Response.Typing.class)) {
            on = typing.account().equals(account) ? typing.on() : on;
        }
        return on;
    }

    /** The outcomes of an event for Ada, such as {@code replied(mention)}. */
    public List<String> outcomes(EventId event) {
        return outcomes(event, Policies.ADA);
    }

    public List<String> outcomes(EventId event, AccountId account) {
        return outcomes.stream()
                .filter(one -> one.event().equals(event) && one.account().equals(account))
                .map(one ->
                        one.kind().name().toLowerCase(java.util.Locale.ROOT)
                                + "("
                                + one.reason()
                                + ")")
                .toList();
    }

    public List<Outcome> outcomes() {
        return outcomes;
    }
}
