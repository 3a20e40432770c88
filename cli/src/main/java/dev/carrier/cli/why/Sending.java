package dev.carrier.cli.why;

import dev.carrier.cli.why.TurnStory.Sent;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.TurnId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a turn told the platform, and what came of it. */
final class Sending {
    private Sending() {}

    static List<Sent> of(Talk talk, TurnId turn) {
        return talk.responses().stream()
                .map(Kept::value)
                // What was put back stands in the topic again, as it is.
                .distinct()
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
            case Response.Moderate moderate when moderate.turn().equals(turn) ->
                    Optional.of(
                            with(
                                    talk,
                                    moderate.id(),
                                    moderate.what().name().toLowerCase(Locale.ROOT),
                                    moderate.target().message(),
                                    moderate.decidedAt()));
            case Response.Publish publish when publish.turn().equals(turn) ->
                    Optional.of(step(talk, publish));
            case Response.Say _,
                    Response.Notice _,
                    Response.React _,
                    Response.Withdraw _,
                    Response.Moderate _,
                    Response.Publish _ ->
                    Optional.empty();
            case Response.Typing _, Response.Unknown _ -> Optional.empty();
        };
    }

    private static Sent step(Talk talk, Response.Publish publish) {
        Optional<Delivery.Stepped> done =
                deliveries(talk)
                        .filter(Delivery.Stepped.class::isInstance)
                        .map(Delivery.Stepped.class::cast)
                        .filter(one -> one.response().equals(publish.id()))
                        .findFirst();
        Optional<Delivery.StepFailed> failed =
                deliveries(talk)
                        .filter(Delivery.StepFailed.class::isInstance)
                        .map(Delivery.StepFailed.class::cast)
                        .filter(one -> one.response().equals(publish.id()))
                        .findFirst();
        String step = publish.step().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String item = publish.item().map(one -> " " + (one + 1)).orElse("");
        return new Sent(
                publish.id().value(),
                step + item,
                done.flatMap(Delivery.Stepped::status)
                        .map(status -> status.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .orElse(""),
                publish.decidedAt(),
                Optional.empty(),
                failed.map(Delivery.StepFailed::reason),
                done.map(Delivery.Stepped::at).or(() -> failed.map(Delivery.StepFailed::at)),
                done.filter(Delivery.Stepped::found).isPresent());
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
