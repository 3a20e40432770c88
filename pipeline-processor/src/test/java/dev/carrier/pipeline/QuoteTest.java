package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Line;
import dev.carrier.contracts.Quote;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A reply to something that was said before anything that the window knows. */
class QuoteTest {
    private static final EventId LONG_AGO = EventId.discordSaid("17");

    private final Talk cafe = Talk.inACafe();

    @Test
    void whatIsAnsweredTravelsWithTheStepWhereTheWindowDoesNotHaveIt() {
        cafe.hear(reply("@Ada is that true?").answering(LONG_AGO).quoting("Cy", "bees can count"));
        cafe.afterGathering();

        assertThat(quote()).contains(new Quote("Cy", "bees can count"));
    }

    @Test
    void whatTheWindowHasIsNotQuoted() {
        EventId known = cafe.hear(cafe.saying("cy", "bees can count"));
        cafe.hear(reply("@Ada is that true?").answering(known).quoting("Cy", "bees can count"));
        cafe.afterGathering();

        assertThat(quote()).isEmpty();
    }

    @Test
    void whatIsDeletedIsQuotedNoLongerNorWhenTheDeletionOvertakesTheReply() {
        cafe.hear(reply("@Ada is that true?").answering(LONG_AGO).quoting("Cy", "a secret"));
        cafe.delete(LONG_AGO);
        cafe.afterGathering();
        assertThat(quote()).isEmpty();

        Talk other = Talk.inACafe();
        other.delete(LONG_AGO);
        other.hear(
                other.saying("bo", "@Ada is that true?")
                        .mentioning(ADA)
                        .answering(LONG_AGO)
                        .quoting("Cy", "a secret"));
        other.afterGathering();
        assertThat(other.step().window().getLast().quote()).isEmpty();
    }

    private Saying reply(String text) {
        return cafe.saying("bo", text).mentioning(ADA);
    }

    private Optional<Quote> quote() {
        Line last = cafe.step().window().getLast();
        return last.quote();
    }
}
