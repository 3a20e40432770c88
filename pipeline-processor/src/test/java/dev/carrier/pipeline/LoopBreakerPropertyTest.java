package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static dev.carrier.pipeline.Policies.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.AuthorKind;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.Step;
import dev.carrier.pipeline.state.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Three bots that would never stop by themselves: two characters that answer everything and mention
 * everybody, and a foreign bot that echoes every message. What each hears comes late, twice and in
 * disorder.
 */
class LoopBreakerPropertyTest {
    private static final long SEEDS = Long.getLong("carrier.seeds", 30);

    /** Three pairs with three turns each. */
    private static final int BUDGET = 9;

    /** Both characters answer the person. */
    private static final int TO_THE_PERSON = 2;

    private static final class Channel {
        private final Random random;
        private final Talk talk;
        private final List<Runnable> soon = new ArrayList<>();
        private int steps;
        private int says;

        Channel(long seed) {
            random = new Random(seed);
            Policies policies = Policies.defaults().answer(Policy.Answer.ALWAYS).bots("all");
            talk =
                    Talk.in(
                            Places.channel("7"),
                            random.nextInt(3) == 0 ? policies.withoutGathering() : policies);
        }

        void personSays() {
            post("bo", Optional.empty());
        }

        private void post(String by, Optional<AccountId> ours) {
            Saying saying = talk.saying(by, "@Ada @Bob!").mentioning(ADA).mentioning(BOB);
            if (by.equals("echo")) {
                saying.by(AuthorKind.BOT);
            } else {
                soon.add(() -> post("echo", Optional.empty()));
            }
            ours.ifPresent(saying::bySelf);
            for (AccountId account : List.of(ADA, BOB)) {
                Runnable heard = () -> talk.hear(saying.heardBy(account));
                soon.add(heard);
                if (random.nextInt(8) == 0) {
                    soon.add(heard);
                }
            }
        }

        /** Everything happens that is to happen; gives how many turns were taken. */
        int untilSilence() {
            int before = talk.steps().size();
            int rounds = 0;
            do {
                while (!soon.isEmpty()) {
                    assertThat(rounds++).as("it goes on and on").isLessThan(2000);
                    soon.remove(random.nextInt(soon.size())).run();
                    talk.after(Duration.ofMillis(random.nextInt(random.nextInt(20) + 1) * 100L));
                    collect();
                }
                talk.after(Duration.ofSeconds(7));
                collect();
            } while (!soon.isEmpty());
            return talk.steps().size() - before;
        }

        private void collect() {
            List<Step.Think> thinks = talk.steps();
            thinks.subList(steps, thinks.size())
                    .forEach(step -> soon.add(() -> said(talk.thinks(step, "Ha!"))));
            steps = thinks.size();
        }

        private Decision said(Decision decision) {
            List<Response.Say> all = talk.says();
            for (Response.Say say : all.subList(says, all.size())) {
                soon.add(() -> sent(say));
            }
            says = all.size();
            return decision;
        }

        private void sent(Response.Say say) {
            Saying heard = talk.saying("the-" + say.account(), say.text());
            soon.add(() -> talk.accepts(say, heard.id()));
            post("the-" + say.account(), Optional.of(say.account()));
        }
    }

    @Test
    void threeBotsThatAnswerEverythingFallSilentWithinTheirBudget() {
        int most = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Channel channel = new Channel(seed);
            channel.personSays();
            int first = channel.untilSilence();
            assertThat(first).as("seed " + seed).isBetween(1, BUDGET + TO_THE_PERSON);
            assertThat(channel.untilSilence()).as("seed " + seed).isZero();

            channel.personSays();
            int afresh = channel.untilSilence();
            assertThat(afresh).as("seed " + seed).isBetween(1, BUDGET + TO_THE_PERSON);
            most = Math.max(most, Math.max(first, afresh));
        }
        // They use what they may, or the silence has another reason.
        assertThat(most).isGreaterThan(BUDGET / 2);
    }
}
