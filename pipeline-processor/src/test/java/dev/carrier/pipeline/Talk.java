package dev.carrier.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Usage;
import dev.carrier.pipeline.state.Alarm;
import dev.carrier.pipeline.state.Change;
import dev.carrier.pipeline.state.Context;
import dev.carrier.pipeline.state.Conversation;
import dev.carrier.pipeline.state.Deciding;
import dev.carrier.pipeline.state.Decision;
import dev.carrier.pipeline.state.Input;
import dev.carrier.pipeline.state.Mark;
import dev.carrier.pipeline.state.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A conversation under test, with its own clock. Every decision is taken twice (equal both times),
 * kept in its size, and survives being stored.
 */
public final class Talk extends WhatCame {
    private static final Mark MARK = new Mark(0, LocalDate.of(2026, 11, 22), "test");

    private final Place place;
    private Policy policy;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private Conversation conversation;
    private long number = 1000;
    private Decision last;

    public Talk(Place place, Policy policy) {
        this.place = place;
        this.policy = policy;
        this.conversation = Conversation.unknown(place.conversation());
    }

    public static Talk in(Place place, Policies policies) {
        return new Talk(place, policies.done());
    }

    public static Talk inACafe() {
        return in(Places.channel("7"), Policies.defaults());
    }

    // ---- what people do

    /** A message that nobody heard yet. */
    public Saying saying(String by, String text) {
        number += 1;
        return new Saying(EventId.discordSaid(Long.toString(number)), place, now, by, text);
    }

    public EventId hear(Saying saying) {
        give(new Input.Heard(saying.event()));
        return saying.id();
    }

    /** Bo mentions Ada. */
    public EventId mention(String text) {
        return hear(saying("bo", text).mentioning(Policies.ADA));
    }

    public EventId type(String by, AccountId... heardBy) {
        Saying who = saying(by, "").heardBy(heardBy);
        number += 1;
        EventId id = EventId.of("discord", Long.toString(number), "typed", "0");
        give(new Input.Heard(new Event.Typed(id, now, place, author(by), who.hearings())));
        return id;
    }

    public EventId delete(EventId target, AccountId... heardBy) {
        EventId id = EventId.of("discord", target.message(), "deleted", "0");
        List<AccountId> all = heardBy.length == 0 ? List.of(Policies.ADA) : List.of(heardBy);
        Saying who = saying("", "").heardBy(all.toArray(AccountId[]::new));
        give(new Input.Heard(new Event.Deleted(id, now, place, target, who.hearings())));
        return id;
    }

    public EventId edit(EventId target, String text, AccountId... mentioned) {
        return edit(target, text, Optional.empty(), mentioned);
    }

    public EventId edit(
            EventId target, String text, Optional<List<Attachment>> files, AccountId... mentioned) {
        number += 1;
        EventId id = EventId.of("discord", target.message(), "edited", Long.toString(number));
        Saying who = saying("bo", text);
        for (AccountId account : mentioned) {
            who.mentioning(account);
        }
        give(
                new Input.Heard(
                        new Event.Edited(
                                id,
                                now,
                                place,
                                author("bo"),
                                target,
                                text,
                                who.hearings(),
                                files)));
        return id;
    }

    public EventId reactWith(String emoji, EventId target) {
        number += 1;
        EventId id = EventId.of("discord", Long.toString(number), "reacted", "0");
        give(
                new Input.Heard(
                        new Event.Reacted(
                                id,
                                now,
                                place,
                                author("bo"),
                                target,
                                emoji,
                                true,
                                saying("bo", "").hearings())));
        return id;
    }

    /** Who uses a command of Ada's, and whether they may manage. */
    public EventId use(String by, boolean mayManage, String command, Map<String, String> options) {
        number += 1;
        EventId id = EventId.discordCommanded(Long.toString(number));
        use(id, by, mayManage, command, options, saying(by, "").hearings());
        return id;
    }

    /** The same, heard as these hearings say. */
    public void use(
            EventId id,
            String by,
            boolean mayManage,
            String command,
            Map<String, String> options,
            List<Hearing> heardBy) {
        give(commanded(id, author(by), mayManage, command, options, heardBy));
    }

    /** Another than a person seems to use it. */
    public void use(
            EventId id,
            Author by,
            String command,
            Map<String, String> options,
            List<Hearing> heardBy) {
        give(commanded(id, by, false, command, options, heardBy));
    }

    private Input commanded(
            EventId id,
            Author by,
            boolean mayManage,
            String command,
            Map<String, String> options,
            List<Hearing> heardBy) {
        return new Input.Heard(
                new Event.Commanded(
                        id,
                        now,
                        place,
                        by,
                        command,
                        new TreeMap<>(options),
                        mayManage,
                        new Interaction("12", "sealed-" + id.message(), now.plusSeconds(900)),
                        heardBy));
    }

    private static Author author(String by) {
        return new Author(new PersonId("discord:user:" + by), by, AuthorKind.PERSON, List.of());
    }

    // ---- what comes back

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
        return give(
                new Input.Deferred(
                        new Result.Deferred(
                                step.id(),
                                step.turn(),
                                place.conversation(),
                                step.account(),
                                now.plus(by),
                                "quota")));
    }

    public EventId accepts(Response.Say say) {
        number += 1;
        EventId id = EventId.discordSaid(Long.toString(number));
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
        number += 1;
        return give(
                new Input.Delivered(
                        new Delivery.Accepted(
                                notice.id(),
                                notice.turn(),
                                place.conversation(),
                                notice.account(),
                                EventId.discordSaid(Long.toString(number)),
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
        Deciding deciding = new Deciding(conversation, new Context(policy, now));
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

    // ---- time and policy

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
        return conversation.alarms().values().stream()
                .filter(alarm -> !alarm.due().isAfter(then))
                .min(Comparator.comparing(Alarm::due).thenComparing(Alarm::id));
    }

    public void under(Policies policies) {
        policy = policies.done();
    }

    /** Another policy, of which the conversation is told at once where that ends something. */
    public void toldOf(Policies policies) {
        under(policies);
        if (Change.ends(conversation, new Context(policy, now))) {
            give(new Input.Changed(policy.hash()));
        }
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

    private Decision took(Decision decision) {
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
