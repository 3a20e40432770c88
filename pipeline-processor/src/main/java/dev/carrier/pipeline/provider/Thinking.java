package dev.carrier.pipeline.provider;

import dev.carrier.contracts.Attachment;
import dev.carrier.contracts.FailureKind;
import dev.carrier.contracts.Policy;
import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Purpose;
import dev.carrier.contracts.Recollection;
import dev.carrier.contracts.Result;
import dev.carrier.contracts.Step;
import dev.carrier.pipeline.character.Character;
import dev.carrier.pipeline.provider.enclosure.Enclosing;
import dev.carrier.pipeline.provider.enclosure.Enclosures;
import dev.carrier.pipeline.provider.limits.Limits;
import dev.carrier.pipeline.provider.limits.Reservation;
import dev.carrier.pipeline.provider.model.Answer;
import dev.carrier.pipeline.provider.model.Ask;
import dev.carrier.pipeline.provider.model.Models;
import dev.carrier.pipeline.provider.prompt.PromptBudget;
import dev.carrier.pipeline.provider.prompt.PromptComposer;
import dev.carrier.runtime.dispatch.Leash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One think step from recall to result. Thread-safe. */
final class Thinking {
    private static final Logger log = LoggerFactory.getLogger(Thinking.class);

    /** What is left of the hold must suffice to hand the result over. */
    private static final Duration TO_HAND_OVER = Duration.ofSeconds(2);

    /** With less time than this no call is begun. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private static final Duration VERSION_COMES = Duration.ofSeconds(5);

    private final Versions versions;
    private final RecallClient memory;
    private final Limits limits;
    private final Models models;
    private final Enclosing enclosing;
    private final PromptBudget budget;
    private final ModelMeters meters;
    private final InstantSource clock;
    private final Set<String> blind = ConcurrentHashMap.newKeySet();

    Thinking(
            Versions versions,
            RecallClient memory,
            Limits limits,
            Models models,
            Enclosing enclosing,
            PromptBudget budget,
            ModelMeters meters,
            InstantSource clock) {
        this.versions = versions;
        this.memory = memory;
        this.limits = limits;
        this.models = models;
        this.enclosing = enclosing;
        this.budget = budget;
        this.meters = meters;
        this.clock = clock;
    }

    Result think(Step.Think step, Leash leash) throws InterruptedException {
        Instant began = clock.instant();
        var results = Results.of(step, began);
        if (!began.isBefore(step.deadline())) {
            return results.failed(
                    FailureKind.TOO_LATE, "its deadline passed before it began", began, 0);
        }
        if (leash.left().compareTo(TO_HAND_OVER.plus(LEAST)) < 0) {
            return results.deferred(began, "it waited too long for its turn");
        }
        Optional<Character> character = versions.character(step.character(), VERSION_COMES);
        if (character.isEmpty()) {
            return results.failed(
                    FailureKind.BUG,
                    "the version " + step.character() + " of the character is not there",
                    clock.instant(),
                    0);
        }
        Recollection recollection =
                step.purpose() == Purpose.JUDGE ? Recollection.none("ok") : memory.recall(step);
        boolean sees = models.sees(step.model());
        if (!sees) {
            hint(step);
        }
        Enclosures enclosures =
                step.purpose() == Purpose.JUDGE ? Enclosures.NONE : enclosing.of(step, sees);
        List<PromptMessage> prompt =
                PromptComposer.compose(character.get(), step, recollection, enclosures, budget);
        return buy(step, leash, results, new Question(prompt, enclosures), recollection);
    }

    /** Once for each model: its owner may know better than its name. */
    private void hint(Step.Think step) {
        boolean pictures =
                step.window().stream()
                        .filter(line -> step.triggers().contains(line.id()))
                        .flatMap(line -> line.files().stream())
                        .flatMap(List::stream)
                        .anyMatch(Attachment::claimsPicture);
        if (pictures && blind.add(step.model())) {
            log.atInfo()
                    .addKeyValue("model", step.model())
                    .log(
                            "a picture came for a model that is taken for blind; if it sees, set its key sees to true");
        }
    }

    /** What a model is to be asked, with the pictures that its messages name. */
    private record Question(List<PromptMessage> prompt, Enclosures enclosures) {}

    private Result buy(
            Step.Think step,
            Leash leash,
            Results results,
            Question question,
            Recollection recollection)
            throws InterruptedException {
        List<PromptMessage> prompt = question.prompt();
        String model = step.model();
        Reservation reservation =
                limits.reserve(step, models.estimate(model, prompt, step.purpose()));
        if (reservation instanceof Reservation.Refused refused) {
            meters.refused(step, refused);
            Optional<String> spare = spare(step, refused, prompt);
            if (spare.isEmpty()) {
                return results.failed(FailureKind.LIMIT, refused.reason(), clock.instant(), 0);
            }
            model = spare.get();
        }
        if (!leash.ours()) {
            throw new InterruptedException("the partition has gone to somebody else");
        }
        long began = System.nanoTime();
        Answer answer = models.ask(ask(step, leash, model, question));
        meters.asked(step, model, answer, Duration.ofNanos(System.nanoTime() - began));
        if (reservation instanceof Reservation.Granted granted) {
            limits.settle(granted, cost(answer));
        }
        return result(step, results, answer, prompt, recollection);
    }

    private Result result(
            Step.Think step,
            Results results,
            Answer answer,
            List<PromptMessage> prompt,
            Recollection recollection) {
        Instant now = clock.instant();
        return switch (answer) {
            case Answer.Completed done -> {
                if (done.cut()) {
                    log.atWarn()
                            .addKeyValue("step", step.id())
                            .addKeyValue("model", done.name())
                            .log("the answer was cut at the model's limit of tokens");
                }
                yield results.thought(
                        done, done.blind() ? Models.unseen(prompt) : prompt, recollection, now);
            }
            case Answer.Failed failed -> {
                log.atWarn()
                        .addKeyValue("step", step.id())
                        .addKeyValue("kind", failed.kind())
                        .addKeyValue("attempts", failed.attempts())
                        .log(failed.reason());
                yield results.failed(failed.kind(), failed.reason(), now, failed.attempts());
            }
            case Answer.Later later -> {
                log.atWarn()
                        .addKeyValue("step", step.id())
                        .addKeyValue("until", later.until())
                        .addKeyValue("attempts", later.attempts())
                        .log(later.reason());
                yield results.deferred(later.until(), later.reason());
            }
        };
    }

    /** Until the hold or the deadline ends, whichever is first, as this machine counts time. */
    private Ask ask(Step.Think step, Leash leash, String model, Question question) {
        Duration useful = Duration.between(clock.instant(), step.deadline());
        Duration held = leash.left().minus(TO_HAND_OVER);
        Instant now = Instant.now();
        return new Ask(
                step.id().value(),
                model,
                question.prompt(),
                step.purpose(),
                now.plus(useful.compareTo(held) < 0 ? useful : held),
                now.plus(useful),
                step.putOff().orElse(0),
                question.enclosures().pictures());
    }

    /** Where the policy wants it, a model that answers at the cap; not one that costs money. */
    private Optional<String> spare(
            Step.Think step, Reservation.Refused refused, List<PromptMessage> prompt)
            throws InterruptedException {
        return versions.policy(step.policy(), VERSION_COMES)
                .filter(policy -> policy.atTheCap() == Policy.AtTheCap.SPARE)
                .flatMap(Policy::spare)
                .filter(spare -> !spare.equals(step.model()))
                .filter(spare ->
                        refused.which() != Reservation.Cap.MONEY
                                || models.estimate(spare, prompt, step.purpose()) == 0);
    }

    private static long cost(Answer answer) {
        return answer instanceof Answer.Completed done ? done.usage().costMicros() : 0;
    }
}
