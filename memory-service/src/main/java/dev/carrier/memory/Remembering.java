package dev.carrier.memory;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Hearing;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Memory;
import dev.carrier.memory.redis.FactStore;
import dev.carrier.memory.redis.MemoryStore;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one record of the topics in memory. Idempotent: a record may come again, and in
 * any order with others. Thread-safe; Redis' exceptions pass through, so that the record is tried
 * again.
 */
final class Remembering {
    private final MemoryStore talk;
    private final FactStore facts;
    private final WhatToRemember wanted;

    Remembering(MemoryStore talk, FactStore facts, WhatToRemember wanted) {
        this.talk = talk;
        this.facts = facts;
        this.wanted = wanted;
    }

    void heard(Event event) {
        switch (event) {
            case Event.Said said -> said(said);
            case Event.Edited edited ->
                    each(
                            edited.heardBy(),
                            account ->
                                    talk.correct(
                                            account,
                                            edited.in().conversation(),
                                            edited.target(),
                                            Attachment.told(
                                                    edited.text(),
                                                    edited.attachments().orElse(List.of()))));
            case Event.Deleted deleted ->
                    each(
                            deleted.heardBy(),
                            account ->
                                    talk.delete(
                                            account,
                                            deleted.in().conversation(),
                                            deleted.target()));
            case Event.Commanded command -> Asked.of(command).ifPresent(this::said);
            case Event.Reacted noted -> {}
            case Event.Typed noted -> {}
            case Event.Read noted -> {}
            case Event.PostOrdered order -> {}
            case Event.SayOrdered order -> {}
            case Event.ModerationOrdered order -> {}
            case Event.Unknown later -> {}
        }
    }

    void delivered(Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted accepted -> {
                if (!accepted.text().isEmpty()) {
                    talk.remember(
                            accepted.account(),
                            accepted.in(),
                            new Line(
                                    accepted.event(),
                                    accepted.at(),
                                    accepted.by(),
                                    accepted.name(),
                                    AuthorKind.BOT,
                                    Optional.of(accepted.account()),
                                    accepted.text(),
                                    Optional.empty()));
                }
            }
            case Delivery.Refused nothingSaid -> {}
            case Delivery.Stepped noTalk -> {}
            case Delivery.StepFailed noTalk -> {}
            case Delivery.Unknown later -> {}
        }
    }

    void told(Memory memory) {
        switch (memory) {
            case Memory.Fact fact -> facts.learn(fact);
            case Memory.Summary kept -> {}
            case Memory.Forget forget -> talk.forget(forget.person(), forget.at());
            case Memory.Unknown later -> {}
        }
    }

    private void said(Event.Said said) {
        for (Hearing hearing : said.heardBy()) {
            String told = Attachment.told(said.text(), said.attachments());
            // What an application is about to say is shown before it has a text.
            if (!told.isEmpty() && wanted.remembers(said, hearing)) {
                talk.remember(
                        hearing.account(),
                        said.in().conversation(),
                        new Line(
                                said.id(),
                                said.at(),
                                said.by().person(),
                                said.by().name(),
                                said.by().kind(),
                                hearing.self() ? Optional.of(hearing.account()) : Optional.empty(),
                                told,
                                said.replyTo()));
            }
            talk.reached(hearing.account(), said.in().conversation(), said.id());
        }
    }

    private interface ForAccount {
        void apply(AccountId account);
    }

    private static void each(List<Hearing> heardBy, ForAccount action) {
        heardBy.forEach(hearing -> action.apply(hearing.account()));
    }
}
