package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Event;
import dev.carrier.contracts.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Self ADA =
            new Self(new AccountId("ada"), "1", Set.of("1"), "ada", Set.of("ada"));

    @Test
    void allButTheLastOfAConversationSayThatMoreComes() {
        var found = List.of(said("bob", "a"), said("eve", "b"), said("bob", "c"));
        assertThat(Findings.announced(found).stream().map(FindingsTest::more))
                .containsExactly(Optional.of(true), Optional.empty(), Optional.empty());
        assertThat(Findings.announced(found).stream().map(Mapped.Happened::id))
                .containsExactly(Names.said("a"), Names.said("b"), Names.said("c"));
    }

    private static Optional<Boolean> more(Mapped.Happened happened) {
        return ((Event.Said) happened.event()).heardBy().getFirst().more();
    }

    private static Mapped.Happened said(String person, String mid) {
        var letter =
                new Letter(ADA, false, person, Optional.of(person), Instant.EPOCH, false, true);
        return LetterMapping.said(
                letter, mid, Json.mapper().createObjectNode().put("text", "text " + mid));
    }
}
