package dev.carrier.pipeline.provider.prompt;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.CharacterHash;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Exchange;
import dev.carrier.contracts.Json;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.PersonId;
import dev.carrier.contracts.Place;
import dev.carrier.contracts.PlaceKind;
import dev.carrier.contracts.PolicyHash;
import dev.carrier.contracts.Purpose;
import dev.carrier.contracts.Quote;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.StepId;
import dev.carrier.contracts.TurnId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step in the making, for tests: {@code new Turn().hears("Bo", "hi").asks()}. */
public final class Turn {
    /** When people of tests ask. */
    public static final Instant NOW = Instant.parse("2026-11-22T18:30:00Z");

    private static final AccountId ADA = new AccountId("ada");
    private final List<Line> window = new ArrayList<>();
    private final List<EventId> triggers = new ArrayList<>();
    private final List<EventId> late = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private Purpose purpose = Purpose.REPLY;
    private Instant askedAt = NOW;
    private Optional<String> addendum = Optional.empty();
    private PlaceKind kind = PlaceKind.CHANNEL;
    private String model = "main";
    private CharacterHash character = new CharacterHash("c");
    private String id = "s-1";

    /** Somebody says something. */
    public Turn hears(String name, String text) {
        window.add(line(name, Optional.empty(), text, Optional.empty()));
        return this;
    }

    /** Somebody says something in reply to the message with this number, from 1. */
    public Turn hearsInReply(String name, String text, int to) {
        window.add(line(name, Optional.empty(), text, Optional.of(EventId.discordSaid("" + to))));
        return this;
    }

    /** What was said last answers this, which was said long ago. */
    public Turn quoting(String author, String text) {
        Line last = window.removeLast();
        window.add(
                new Line(
                        last.id(),
                        last.at(),
                        last.by(),
                        last.name(),
                        last.kind(),
                        last.account(),
                        last.text(),
                        last.replyTo(),
                        last.files(),
                        Optional.of(new Quote(author, text))));
        return this;
    }

    /** What was said last came with these files. */
    public Turn sending(Attachment... files) {
        Line last = window.removeLast();
        window.add(last.with(last.text(), Optional.of(List.of(files))));
        return this;
    }

    /** The character itself says something. */
    public Turn says(String text) {
        window.add(line("Ada#1234", Optional.of(ADA), text, Optional.empty()));
        return this;
    }

    /** What was said last is to be answered. */
    public Turn mustAnswer() {
        triggers.add(window.getLast().id());
        return this;
    }

    /** What was said last is to be answered, and was heard only now. */
    public Turn mustAnswerLate() {
        late.add(window.getLast().id());
        return mustAnswer();
    }

    /** A tool was called and gave this. */
    public Turn called(String tool, String about, String content) {
        var arguments = Json.mapper().createObjectNode().put("for", about);
        exchanges.add(new Exchange(tool, arguments, content));
        return this;
    }

    public Turn judging() {
        purpose = Purpose.JUDGE;
        return this;
    }

    public Turn in(PlaceKind place) {
        kind = place;
        return this;
    }

    public Turn adding(String text) {
        addendum = Optional.of(text);
        return this;
    }

    public Turn at(Instant time) {
        askedAt = time;
        return this;
    }

    public Turn by(String name) {
        model = name;
        return this;
    }

    public Turn as(CharacterHash hash) {
        character = hash;
        return this;
    }

    public Turn step(String name) {
        id = name;
        return this;
    }

    /** The step; its deadline is two minutes later. */
    public Step.Think asks() {
        return new Step.Think(
                new StepId(id),
                new TurnId("t-" + id),
                place(),
                ADA,
                character,
                new PolicyHash("p"),
                model,
                purpose,
                List.copyOf(window),
                List.copyOf(triggers),
                List.of(new PersonId("discord:user:9")),
                addendum,
                "mentioned",
                askedAt,
                askedAt.plus(Duration.ofMinutes(2)),
                0,
                exchanges.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(exchanges)),
                late.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(late)),
                Optional.empty());
    }

    private Place place() {
        boolean dm = kind == PlaceKind.DM;
        return new Place(
                Place.discordConversation("7"),
                "discord",
                kind,
                "7",
                Optional.empty(),
                Optional.empty(),
                dm ? Optional.empty() : Optional.of("1"),
                dm ? Optional.empty() : Optional.of("Café"),
                dm ? Optional.empty() : Optional.of("general"),
                Optional.empty());
    }

    private Line line(String name, Optional<AccountId> account, String text, Optional<EventId> to) {
        int number = window.size() + 1;
        return new Line(
                EventId.discordSaid("" + number),
                NOW.minusSeconds(100 - number),
                new PersonId("discord:user:" + name.hashCode()),
                name,
                account.isPresent() ? AuthorKind.BOT : AuthorKind.PERSON,
                account,
                text,
                to);
    }

    /** What was said, as it is in a recollection. */
    public List<Line> lines() {
        return List.copyOf(window);
    }
}
