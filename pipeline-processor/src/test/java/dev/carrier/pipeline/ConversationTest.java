package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Response;
import org.junit.jupiter.api.Test;

/** One message through the whole loop, as the pure stages see it. */
class ConversationTest {
    private final Talk cafe = Talk.inACafe();

    @Test
    void aMentionIsGatheredThoughtAboutAnsweredAndReplied() {
        EventId hello = cafe.mention("hello @Ada");

        assertThat(cafe.steps()).isEmpty();
        assertThat(cafe.typing(ADA)).isTrue();
        assertThat(cafe.outcomes(hello)).isEmpty();

        cafe.afterGathering();
        assertThat(cafe.step().triggers()).containsExactly(hello);
        assertThat(cafe.step().reason()).isEqualTo("mention");
        assertThat(cafe.step().model()).isEqualTo("main");
        assertThat(cafe.step().deadline()).isEqualTo(cafe.now().plusSeconds(120));

        cafe.thinks(cafe.step(), "Hello Bo!");
        Response.Say say = cafe.say();
        assertThat(say.text()).isEqualTo("Hello Bo!");
        assertThat(say.replyTo()).contains(hello);
        assertThat(say.after()).isEqualTo(hello);
        assertThat(say.id().value()).hasSizeLessThanOrEqualTo(25);
        assertThat(cafe.outcomes(hello)).isEmpty();

        cafe.accepts(say);
        assertThat(cafe.outcomes(hello)).containsExactly("replied(mention)");
        assertThat(cafe.window()).containsExactly("hello @Ada", "Hello Bo!");
        assertThat(cafe.conversation().seat(ADA).turn()).isEmpty();
    }
}
