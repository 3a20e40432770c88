package dev.carrier.pipeline.provider;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Step;
import dev.carrier.contracts.Usage;
import dev.carrier.pipeline.provider.limits.Reservation;
import dev.carrier.pipeline.provider.model.Answer;
import dev.carrier.runtime.measure.DeadLetters;
import dev.carrier.runtime.measure.StageTimes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;

/** Measures what models are asked, and what that costs. Thread-safe. */
public final class ModelMeters {
    private static final double MICROS = 1_000_000;

    private final MeterRegistry registry;
    private final StageTimes stages;
    private final DeadLetters dead;

    /**
     * @param models the names of the settings, each of which is there from the start
     * @param accounts likewise
     */
    public ModelMeters(
            MeterRegistry registry, Collection<String> models, Collection<AccountId> accounts) {
        this.registry = registry;
        this.stages = new StageTimes(registry);
        this.dead = new DeadLetters(registry, "provider");
        models.forEach(model -> {
            calls(model, "completed");
            calls(model, "model");
            calls(model, "timeout");
            calls(model, "later");
            attempts(model);
        });
        for (var limit : Reservation.Cap.values()) {
            accounts.forEach(account -> reached(account, limit));
        }
    }

    /**
     * A model was asked for a step.
     *
     * @param model that was asked; a fallback may have answered
     * @param took with repeats and fallbacks
     */
    void asked(Step.Think step, String model, Answer answer, Duration took) {
        stages.took(StageTimes.Stage.MODEL, step.in().conversation().value(), took);
        attempts(model).increment(answer.attempts());
        switch (answer) {
            case Answer.Completed done -> {
                calls(done.name(), "completed").increment();
                used(done.name(), step.account().value(), done.usage());
            }
            case Answer.Failed failed ->
                    calls(model, failed.kind().name().toLowerCase(Locale.ROOT)).increment();
            case Answer.Later _ -> calls(model, "later").increment();
        }
    }

    /** A limit of the settings stood in the way of a call. */
    void refused(Step.Think step, Reservation.Refused refused) {
        reached(step.account(), refused.which()).increment();
    }

    /** A step was put among the dead letters. */
    void dead() {
        dead.written();
    }

    private void used(String model, String account, Usage usage) {
        tokens(model, account, "in").increment((double) usage.tokensIn());
        tokens(model, account, "out").increment((double) usage.tokensOut());
        Counter.builder("carrier.model.cost")
                .description("what calls cost, in the currency of the price table")
                .tags("model", model, "account", account)
                .register(registry)
                .increment(usage.costMicros() / MICROS);
    }

    private Counter reached(AccountId account, Reservation.Cap limit) {
        return Counter.builder("carrier.limits.reached")
                .description("calls that a limit of the settings stood in the way of")
                .tags("account", account.value(), "limit", limit.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private Counter tokens(String model, String account, String direction) {
        return Counter.builder("carrier.model.tokens")
                .description("tokens of prompts (in) and completions (out)")
                .tags("model", model, "account", account, "direction", direction)
                .register(registry);
    }

    private Counter calls(String model, String result) {
        return Counter.builder("carrier.model.calls")
                .description("questions to models by what came of them, repeats not counted")
                .tags("model", model, "result", result)
                .register(registry);
    }

    private Counter attempts(String model) {
        return Counter.builder("carrier.model.attempts")
                .description("calls over the network, repeats and fallbacks counted")
                .tags("model", model)
                .register(registry);
    }
}
