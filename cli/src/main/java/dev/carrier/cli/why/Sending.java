package dev.carrier.cli.why;

import dev.carrier.cli.why.TurnStory.Sent;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a turn told the platform, and what came of it. */
final class Sending {
    private Sending() {}

    static List<Sent> of(Talk talk, TurnId turn) {
        return talk.responses().stream()
                .map(Kept::value)
                .flatMap(response -> sent(talk, turn, response).stream())
                .toList();
    }

    private static Optional<Sent> sent(Talk talk, TurnId turn, Response response) {
        return switch (response) {
            case Response.Say say when say.turn().equals(turn) ->
                    Optional.of(
                            with(
                                    talk,
                                    say.id(),
                                    "part " + say.part() + " of " + say.parts(),
                                    say.text(),
                                    say.decidedAt()));
            case Response.Notice notice when notice.turn().equals(turn) ->
                    Optional.of(
                            with(talk, notice.id(), "notice", notice.text(), notice.decidedAt()));
            case Response.React react when react.turn().equals(turn) ->
                    Optional.of(
                            with(talk, react.id(), "reaction", react.emoji(), react.decidedAt()));
            case Response.Withdraw withdraw when withdraw.turn().equals(turn) ->
                    Optional.of(
                            new Sent(
                                    withdraw.id().value(),
                                    "withdrawal",
                                    withdraw.reason(),
                                    withdraw.decidedAt(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    false));
            case Response.Say _, Response.Notice _, Response.React _, Response.Withdraw _ ->
                    Optional.empty();
            case Response.Typing _, Response.Unknown _ -> Optional.empty();
        };
    }

    private static Sent with(
            Talk talk, ResponseId id, String what, String text, Instant decidedAt) {
        Optional<Delivery.Accepted> accepted =
                deliveries(talk)
                        .filter(Delivery.Accepted.class::isInstance)
                        .map(Delivery.Accepted.class::cast)
                        .filter(one -> one.response().equals(id))
                        .findFirst();
        Optional<Delivery.Refused> refused =
                deliveries(talk)
                        .filter(Delivery.Refused.class::isInstance)
                        .map(Delivery.Refused.class::cast)
                        .filter(one -> one.response().equals(id))
                        .findFirst();
        return new Sent(
                id.value(),
                what,
                text,
                decidedAt,
                accepted.map(Delivery.Accepted::event),
                refused.map(Delivery.Refused::reason),
                accepted.map(Delivery.Accepted::at).or(() -> refused.map(Delivery.Refused::at)),
                accepted.filter(Delivery.Accepted::found).isPresent());
    }

    private static Stream<Delivery> deliveries(Talk talk) {
        return talk.deliveries().stream().map(Kept::value);
    }
}
