package dev.carrier.cli.why;

import dev.carrier.contracts.Place;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Step;
import java.util.Optional;
import java.util.stream.Stream;

/** Places, for people. */
final class Where {
    private Where() {}

    /** Where a conversation takes place: {@code Café/#general}. */
    static String of(Talk talk) {
        return Stream.concat(
                        talk.events().stream().map(kept -> Events.in(kept.value())),
                        Stream.concat(
                                talk.steps().stream().map(kept -> place(kept.value())),
                                talk.responses().stream().map(kept -> place(kept.value()))))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Where::of)
                .orElse(talk.in().value());
    }

    private static String of(Place place) {
        String guild = place.guildName().or(place::guild).orElse("");
        String name = place.name().orElse(place.channel());
        return switch (place.kind()) {
            case DM -> "a DM";
            case COMMENTS -> guild + "/comments";
            case PUBLISHING -> guild + "/publishing";
            case CHANNEL -> guild + "/#" + name;
            case THREAD -> guild + "/thread \"" + name + "\"";
        };
    }

    private static Optional<Place> place(Step step) {
        return step instanceof Step.Think think ? Optional.of(think.in()) : Optional.empty();
    }

    private static Optional<Place> place(Response response) {
        return response instanceof Response.Say say ? Optional.of(say.in()) : Optional.empty();
    }
}
