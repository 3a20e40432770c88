package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final AccountId ADA = new AccountId("ada");
    private static final Self SELF = new Self(ADA, "1", Set.of("1"), "ada", Set.of());

    private final Arrivals arrivals = new Arrivals();

    @Test
    void oneThatIsFoundIsChanceAndTwoAreAReason() {
        arrivals.found(ADA, message());
        assertThat(arrivals.missing(ADA)).isEmpty();
        arrivals.found(ADA, message());
        assertThat(arrivals.missing(ADA))
                .hasValueSatisfying(it -> assertThat(it).contains("messages"));
    }

    @Test
    void whatIsDeliveredEndsTheSuspicion() {
        arrivals.found(ADA, message());
        arrivals.found(ADA, message());
        arrivals.delivered(ADA, message());
        assertThat(arrivals.missing(ADA)).isEmpty();
    }

    @Test
    void anotherAccountIsNotSuspected() {
        arrivals.found(ADA, message());
        arrivals.found(ADA, message());
        assertThat(arrivals.missing(new AccountId("juno"))).isEmpty();
    }

    private static Mapped.Happened message() {
        var letter = new Letter(SELF, false, "9", Optional.empty(), Instant.EPOCH, false, false);
        return LetterMapping.said(letter, "m", Json.mapper().createObjectNode().put("text", "hi"));
    }
}
