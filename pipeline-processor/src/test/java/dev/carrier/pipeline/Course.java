package dev.carrier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Place;
import dev.carrier.contracts.Policy;
import dev.carrier.pipeline.state.Context;
import dev.carrier.pipeline.state.Conversation;
import dev.carrier.pipeline.state.Decision;
import dev.carrier.pipeline.state.Input;
import dev.carrier.pipeline.state.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The course of a conversation under test. Every decision is taken twice (equal both times), kept
 * in its size, and survives being stored.
 */
abstract class Course extends WhatCame {
    private static final Mark MARK = new Mark(0, LocalDate.of(2026, 11, 22), "test");

    final Place place;
    Policy policy;
    Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private Conversation conversation;
    private long number = 1000;
    private Decision last;

    Course(Place place, Policy policy) {
        this.place = place;
        this.policy = policy;
        this.conversation = Conversation.unknown(place.conversation());
    }

    /** A number for what the platform knows by one. */
    final String nextNumber() {
        number += 1;
        return Long.toString(number);
    }

    public Instant now() {
        return now;
    }

    public Decision give(Input input) {
        Context context = new Context(policy, now);
        Decision decision = Stages.decide(conversation, input, context);
        assertThat(Stages.decide(conversation, input, context)).isEqualTo(decision);
        return took(decision);
    }

    final Decision took(Decision decision) {
        Conversation after = decision.after();
        if (!after.blank()) {
            after = after.recorded(conversation.sequence() + 1, now, MARK);
        }
        byte[] bytes = after.bytes();
        assertThat(bytes.length).isLessThanOrEqualTo(Conversation.LIMIT);
        assertThat(Conversation.read(bytes)).isEqualTo(after);
        assertThat(Conversation.read(bytes).bytes()).isEqualTo(bytes);
        conversation = after;
        last = decision;
        came(decision);
        return decision;
    }

    public Conversation conversation() {
        return conversation;
    }

    public Decision last() {
        return last;
    }

    public List<String> window() {
        return conversation.window().stream().map(line -> line.text()).toList();
    }
}
