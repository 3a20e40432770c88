package dev.carrier.pipeline;

import static dev.carrier.pipeline.Policies.ADA;
import static dev.carrier.pipeline.Policies.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.EventId;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.Response;
import dev.carrier.contracts.ResponseId;
import dev.carrier.contracts.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order, each message ends exactly once for each account that heard
 * it. {@link Talk} checks size, determinism and storage of each state on the way.
 */
class StagesPropertyTest {
    private static final long SEEDS = Long.getLong("carrier.seeds", 60);

    /** One evening of chance. */
    private static final class Evening {
        private final Random random;
        private final Talk talk;
        private final List<Saying> said = new ArrayList<>();
        private final Set<String> heard = new HashSet<>();
        private final List<Step.Think> open = new ArrayList<>();
        private final List<Response.Say> unsent = new ArrayList<>();
        private final Set<ResponseId> taken = new HashSet<>();
        private int steps;
        private int says;

        Evening(long seed) {
            random = new Random(seed);
            talk = Talk.in(random.nextInt(4) == 0 ? Places.dm("7") : Places.channel("7"), policy());
        }

        private Policies policy() {
            Policy.Answer[] answers = Policy.Answer.values();
            Policies policies = Policies.defaults().answer(answers[random.nextInt(answers.length)]);
            if (random.nextBoolean()) {
                policies.judge("small");
            }
            if (random.nextInt(4) == 0) {
                policies.withoutGathering();
            }
            return random.nextInt(8) == 0
                    ? policies.paused(random.nextBoolean() ? ADA : BOB)
                    : policies;
        }

        void happens() {
            switch (random.nextInt(16)) {
                case 0, 1, 2, 3 -> speak();
                case 4 -> again();
                case 5 -> talk.delete(any(), accounts());
                case 6 -> talk.edit(any(), "changed @Ada " + random.nextInt());
                case 7 -> talk.type("bo", accounts());
                case 8, 9, 10 -> think();
                case 11, 12, 13 -> deliver();
                case 14 -> talk.after(Duration.ofMillis(random.nextInt(3000)));
                default -> {
                    if (random.nextInt(6) == 0) {
                        talk.after(Duration.ofSeconds(random.nextInt(200)));
                    }
                    if (random.nextInt(10) == 0) {
                        if (random.nextBoolean()) {
                            talk.toldOf(policy());
                        } else {
                            talk.under(policy());
                        }
                    }
                }
            }
            collect();
        }

        private void speak() {
            String text =
                    random.nextInt(20) == 0 ? "long ".repeat(1000) : "text " + random.nextInt();
            Saying saying = talk.saying(random.nextBoolean() ? "bo" : "cy", text);
            if (random.nextInt(3) == 0) {
                saying.mentioning(ADA);
            }
            if (random.nextInt(5) == 0) {
                saying.mentioning(BOB);
            }
            said.add(saying);
            hear(saying, accounts());
        }

        private void again() {
            if (!said.isEmpty()) {
                hear(said.get(random.nextInt(said.size())), accounts());
            }
        }

        private void hear(Saying saying, AccountId... accounts) {
            talk.hear(saying.heardBy(accounts));
            for (AccountId account : accounts) {
                heard.add(saying.id() + " " + account);
            }
        }

        private AccountId[] accounts() {
            return switch (random.nextInt(3)) {
                case 0 -> new AccountId[] {ADA};
                case 1 -> new AccountId[] {BOB};
                default -> new AccountId[] {ADA, BOB};
            };
        }

        /** A message that was said, or will be: deletions may overtake. */
        private EventId any() {
            return said.isEmpty() || random.nextInt(10) == 0
                    ? talk.saying("bo", "").id()
                    : said.get(said.size() - 1 - random.nextInt(Math.min(5, said.size()))).id();
        }

        private void think() {
            if (open.isEmpty()) {
                return;
            }
            Step.Think step = open.remove(random.nextInt(open.size()));
            switch (random.nextInt(9)) {
                case 0 -> talk.failsToThink(step, FailureKind.MODEL, "no");
                case 1 -> talk.defers(step, Duration.ofSeconds(random.nextInt(200)));
                case 2 -> talk.thinks(step, "<silence>no</silence>");
                case 3 -> talk.thinks(step, "STOP");
                case 4 -> talk.thinks(step, "RESPOND");
                case 5 -> talk.thinks(step, "A sentence. ".repeat(400));
                case 6 -> talk.thinks(step, "");
                default -> talk.thinks(step, "Hello!");
            }
        }

        private void deliver() {
            if (unsent.isEmpty()) {
                return;
            }
            Response.Say say = unsent.remove(random.nextInt(unsent.size()));
            if (taken.add(say.id())) {
                if (random.nextInt(4) == 0) {
                    talk.refuses(say, "no");
                } else {
                    EventId id = talk.accepts(say);
                    if (random.nextBoolean()) {
                        talk.hear(
                                new Saying(id, Places.channel("7"), talk.now(), "x", say.text())
                                        .bySelf(say.account())
                                        .heardBy(say.account()));
                    }
                }
            }
        }

        private void collect() {
            List<Step.Think> thinks = talk.steps();
            open.addAll(thinks.subList(steps, thinks.size()));
            steps = thinks.size();
            List<Response.Say> all = talk.says();
            unsent.addAll(all.subList(says, all.size()));
            says = all.size();
        }

        /** Everything that was asked is answered, and time passes. */
        void end() {
            for (int round = 0; round < 20; round++) {
                talk.after(Duration.ofSeconds(10));
                collect();
                while (!open.isEmpty()) {
                    think();
                    collect();
                }
                while (!unsent.isEmpty()) {
                    deliver();
                }
            }
            talk.after(Duration.ofMinutes(30));
        }
    }

    @Test
    void everyMessageEndsExactlyOnceForEachWhoHeardIt() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Evening evening = new Evening(seed);
            String where = "seed " + seed;
            try {
                for (int count = 0; count < 120; count++) {
                    evening.happens();
                }
                evening.end();
            } catch (RuntimeException | AssertionError problem) {
                throw new AssertionError(where, problem);
            }
            List<String> ended =
                    evening.talk.outcomes().stream()
                            .map(one -> one.event() + " " + one.account())
                            .toList();
            assertThat(ended).as(where).doesNotHaveDuplicates();
            assertThat(ended).as(where).containsAll(evening.heard);
            assertThat(evening.talk.conversation().waiting()).as(where).isEmpty();
            assertThat(evening.talk.conversation().seats().values())
                    .as(where)
                    .allSatisfy(seat -> assertThat(seat.turn()).isEmpty());
        }
    }
}
