package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static dev.carrier.pipeline.Policies.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.EventId;
import dev.carrier.contracts.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people delete is not answered, at whatever moment it goes. */
class DeletionTest {
    private final Talk cafe = Talk.inACafe();

    @Test
    void whatIsDeletedWhileItIsGatheredIsNotAnswered() {
        EventId hello = cafe.mention("hello @Ada");
        assertThat(cafe.typing(ADA)).isTrue();
        cafe.delete(hello);
        cafe.afterGathering();

        assertThat(cafe.outcomes(hello)).containsExactly("ignored(deleted)");
        assertThat(cafe.steps()).isEmpty();
        assertThat(cafe.window()).isEmpty();
        assertThat(cafe.typing(ADA)).isFalse();
    }

    @Test
    void whatIsDeletedWhileTheModelThinksIsNotAnswered() {
        EventId hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
        cafe.delete(hello);
        assertThat(cafe.outcomes(hello)).containsExactly("ignored(deleted)");
        assertThat(cafe.typing(ADA)).isFalse();

        cafe.thinks(cafe.step(), "Hi!");
        assertThat(cafe.says()).isEmpty();
        assertThat(cafe.outcomes(hello)).hasSize(1);
    }

    @Test
    void whenOneOfSeveralIsDeletedWhileTheModelThinksTheRestIsThoughtAboutAnew() {
        EventId one = cafe.mention("hello @Ada");
        EventId two = cafe.mention("how are you");
        cafe.afterGathering();
        Step.Think first = cafe.step();
        cafe.delete(two, ADA, BOB);
        assertThat(cafe.steps()).hasSize(2);
        assertThat(cafe.step().triggers()).containsExactly(one);
        assertThat(cafe.step().window())
                .extracting(line -> line.text())
                .containsExactly("hello @Ada");

        cafe.thinks(first, "I am fine.");
        assertThat(cafe.says()).isEmpty();
        cafe.thinks(cafe.step(), "Hi!");
        assertThat(cafe.say().replyTo()).contains(one);
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(one)).containsExactly("replied(mention)");
        assertThat(cafe.outcomes(two)).containsExactly("ignored(deleted)");
    }

    @Test
    void whenAllOfSeveralAreDeletedOneByOneNothingIsAnswered() {
        EventId one = cafe.mention("hello @Ada");
        EventId two = cafe.mention("how are you");
        cafe.afterGathering();
        cafe.delete(one);
        cafe.delete(two);
        cafe.thinks(cafe.step(), "Hi!");
        assertThat(cafe.says()).isEmpty();
        assertThat(cafe.outcomes(one)).containsExactly("ignored(deleted)");
        assertThat(cafe.outcomes(two)).containsExactly("ignored(deleted)");
        assertThat(cafe.typing(ADA)).isFalse();
    }

    @Test
    void whenOneOfSeveralIsDeletedBeforeAnythingIsSentTheAnswerIsWithdrawnAndThoughtAnew() {
        EventId one = cafe.mention("hello @Ada");
        EventId two = cafe.mention("how are you");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi! I am fine.");
        var withdrawn = cafe.say();
        cafe.delete(two);
        assertThat(cafe.withdrawals().getFirst().responses()).containsExactly(withdrawn.id());
        assertThat(cafe.steps()).hasSize(1);

        cafe.refuses(withdrawn, "withdrawn: deleted");
        assertThat(cafe.outcomes(two)).containsExactly("ignored(deleted)");
        assertThat(cafe.step().triggers()).containsExactly(one);
        assertThat(cafe.typing(ADA)).isTrue();
        cafe.thinks(cafe.step(), "Hi!");
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(one)).containsExactly("replied(mention)");
        assertThat(cafe.outcomes(two)).hasSize(1);
    }

    @Test
    void whenTheRestIsDeletedTooBeforeTheWithdrawalCameBackNothingIsThought() {
        EventId one = cafe.mention("hello @Ada");
        EventId two = cafe.mention("how are you");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi! I am fine.");
        cafe.delete(two);
        cafe.delete(one);
        assertThat(cafe.withdrawals()).hasSize(1);
        cafe.refuses(cafe.say(), "withdrawn: deleted");
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.outcomes(one)).containsExactly("ignored(deleted)");
        assertThat(cafe.outcomes(two)).containsExactly("ignored(deleted)");
    }

    @Test
    void anAnswerToSeveralThatWasOutBeforeOneWasDeletedIsReplied() {
        EventId one = cafe.mention("hello @Ada");
        EventId two = cafe.mention("how are you");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi! I am fine.");
        cafe.delete(two);
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(one)).containsExactly("replied(mention)");
        assertThat(cafe.outcomes(two)).containsExactly("replied(mention)");
        assertThat(cafe.steps()).hasSize(1);
    }

    @Test
    void whatPeopleBeganToReadIsFinishedThoughOneOfSeveralIsDeleted() {
        cafe.mention("hello @Ada");
        EventId two = cafe.mention("how are you");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "A sentence of words. ".repeat(150));
        cafe.accepts(cafe.says().get(0));
        cafe.delete(two);
        assertThat(cafe.withdrawals()).isEmpty();
        cafe.accepts(cafe.says().get(1));
        assertThat(cafe.outcomes(two)).containsExactly("replied(mention)");
    }

    @Test
    void whoDeletesTooLateForTheDeadlineIsNotAnsweredTwice() {
        EventId one = cafe.mention("hello @Ada");
        EventId two = cafe.mention("how are you");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi! I am fine.");
        cafe.delete(two);
        cafe.after(Duration.ofMinutes(3));
        cafe.refuses(cafe.say(), "withdrawn: deleted");
        assertThat(cafe.steps()).hasSize(1);
        assertThat(cafe.outcomes(one)).containsExactly("failed(too late)");
        assertThat(cafe.outcomes(two)).containsExactly("ignored(deleted)");
    }

    @Test
    void whatIsDeletedBeforeItsAnswerIsSentWithdrawsIt() {
        EventId hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi!");
        cafe.delete(hello);
        assertThat(cafe.withdrawals().getFirst().reason()).isEqualTo("deleted");
        assertThat(cafe.outcomes(hello)).isEmpty();

        cafe.refuses(cafe.say(), "withdrawn: deleted");
        assertThat(cafe.outcomes(hello)).containsExactly("ignored(deleted)");
        assertThat(cafe.reactions()).isEmpty();
    }

    @Test
    void anAnswerThatWasOutBeforeTheDeletionIsReplied() {
        EventId hello = cafe.mention("hello @Ada");
        cafe.afterGathering();
        cafe.thinks(cafe.step(), "Hi!");
        cafe.delete(hello);
        cafe.accepts(cafe.say());
        assertThat(cafe.outcomes(hello)).containsExactly("replied(mention)");
    }

    @Test
    void aDeletionThatOvertakesItsMessageIsRemembered() {
        Saying hello = cafe.saying("bo", "hello @Ada").mentioning(ADA);
        cafe.delete(hello.id());
        cafe.hear(hello);
        cafe.afterGathering();
        assertThat(cafe.outcomes(hello.id())).containsExactly("ignored(deleted)");
        assertThat(cafe.window()).isEmpty();
    }

    @Test
    void aHundredDeletionsThatOvertakeTheirMessagesLeaveNothing() {
        List<Saying> lines =
                IntStream.range(0, 100)
                        .mapToObj(i -> cafe.saying("bo", "line " + i).mentioning(ADA))
                        .toList();
        lines.forEach(line -> cafe.delete(line.id()));
        lines.forEach(cafe::hear);
        cafe.afterGathering();

        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(cafe.outcomes(line.id())).containsExactly("ignored(deleted)"));
        assertThat(cafe.window()).isEmpty();
        assertThat(cafe.steps()).isEmpty();
    }

    @Test
    void aCopyThatComesAfterTheDeletionDoesNotBringTheTextBack() {
        Saying hello = cafe.saying("bo", "hello @Ada").mentioning(ADA);
        cafe.hear(hello.heardBy(ADA));
        cafe.delete(hello.id(), ADA);
        cafe.hear(hello.heardBy(BOB));
        cafe.delete(hello.id(), BOB);
        assertThat(cafe.window()).isEmpty();
        assertThat(cafe.outcomes(hello.id(), BOB)).containsExactly("ignored(deleted)");
    }
}
