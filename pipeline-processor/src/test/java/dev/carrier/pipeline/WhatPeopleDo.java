package dev.carrier.pipeline;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.Author;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Interaction;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.Policy;
import dev.carrier.pipeline.state.Input;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people do in a conversation under test. */
abstract class WhatPeopleDo extends Course {
    WhatPeopleDo(Place place, Policy policy) {
        super(place, policy);
    }

    /** A message that nobody heard yet. */
    public Saying saying(String by, String text) {
        return new Saying(EventId.discordSaid(nextNumber()), place, now, by, text);
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
        EventId id = EventId.of("discord", nextNumber(), "typed", "0");
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
        EventId id = EventId.of("discord", target.message(), "edited", nextNumber());
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
        EventId id = EventId.of("discord", nextNumber(), "reacted", "0");
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
        EventId id = EventId.discordCommanded(nextNumber());
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
}
