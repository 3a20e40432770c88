package dev.carrier.pipeline;

import dev.carrier.contracts.Place;
import dev.carrier.contracts.Policy;
import dev.carrier.pipeline.state.Alarm;
import dev.carrier.pipeline.state.Change;
import dev.carrier.pipeline.state.Context;
import dev.carrier.pipeline.state.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** A conversation under test, with its own clock. */
public final class Talk extends WhatComesBack {
    public Talk(Place place, Policy policy) {
        super(place, policy);
    }

    public static Talk in(Place place, Policies policies) {
        return new Talk(place, policies.done());
    }

    public static Talk inACafe() {
        return in(Places.channel("7"), Policies.defaults());
    }

    /** Time passes; what is due rings on the way, at its time. */
    public Talk after(Duration time) {
        Instant then = now.plus(time);
        Optional<Alarm> due = due(then);
        while (due.isPresent()) {
            Alarm alarm = due.get();
            now = alarm.due().isAfter(now) ? alarm.due() : now;
            give(new Input.Rang(place.conversation(), alarm.id(), alarm.generation()));
            due = due(then);
        }
        now = then;
        return this;
    }

    public Talk afterSeconds(double seconds) {
        return after(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** Gathering is over. */
    public Talk afterGathering() {
        return afterSeconds(1.5);
    }

    private Optional<Alarm> due(Instant then) {
        return conversation().alarms().values().stream()
                .filter(alarm -> !alarm.due().isAfter(then))
                .min(Comparator.comparing(Alarm::due).thenComparing(Alarm::id));
    }

    public void under(Policies policies) {
        policy = policies.done();
    }

    /** Another policy, of which the conversation is told at once where that ends something. */
    public void toldOf(Policies policies) {
        under(policies);
        if (Change.ends(conversation(), new Context(policy, now))) {
            give(new Input.Changed(policy.hash()));
        }
    }
}
