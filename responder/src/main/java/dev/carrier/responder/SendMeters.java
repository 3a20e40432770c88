package dev.carrier.responder;

import dev.carrier.contracts.AccountId;
import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.PublishStep;
import dev.carrier.contracts.PublishingQuota;
import dev.carrier.runtime.measure.DeadLetters;
import dev.carrier.runtime.measure.ReasonClass;
import dev.carrier.runtime.measure.StageTimes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures what became of the responses of one platform. Thread-safe. */
public final class SendMeters {
    private final MeterRegistry registry;
    private final String platform;
    private final StageTimes stages;
    private final DeadLetters dead;
    private final Map<AccountId, Double> left = new ConcurrentHashMap<>();

    /**
     * @param platform whose responses these are
     */
    public SendMeters(MeterRegistry registry, String platform) {
        this.registry = registry;
        this.platform = platform;
        this.stages = new StageTimes(registry);
        this.dead = new DeadLetters(registry, "responder");
        refused(ReasonClass.OTHER);
    }

    /** The account publishes: what it has left is measured from now on, NaN until it is known. */
    void publishes(AccountId account) {
        for (var step : PublishStep.values()) {
            publishing(account, step, "done");
        }
        Gauge.builder(
                        "carrier.instagram.posts.left",
                        left,
                        it -> it.getOrDefault(account, Double.NaN))
                .tag("account", account.value())
                .description("posts that the account may still publish in its running day")
                .strongReference(true)
                .register(registry);
    }

    /** The platform's word on a response, and how long it took since that arrived. */
    void delivered(Delivery delivery, Duration took) {
        switch (delivery) {
            case Delivery.Accepted done -> {
                count(done.account(), done.found() ? "found" : "accepted");
                stages.took(StageTimes.Stage.SEND, done.in().value(), took);
            }
            case Delivery.Refused refused -> {
                count(refused.account(), "refused");
                refused(ReasonClass.of(refused.reason())).increment();
            }
            case Delivery.Stepped step -> {
                publishing(step.account(), step.step(), step.found() ? "found" : "done")
                        .increment();
                step.quota().ifPresent(quota -> left.put(step.account(), left(quota)));
            }
            case Delivery.StepFailed failed ->
                    publishing(failed.account(), failed.step(), failed.remedy().name()).increment();
            case Delivery.Unknown _ -> {}
        }
    }

    /** A response was put among the dead letters. */
    void dead() {
        dead.written();
    }

    private static double left(PublishingQuota quota) {
        return Math.max(0, quota.total() - quota.used());
    }

    private void count(AccountId account, String result) {
        Counter.builder("carrier.deliveries")
                .description("what became of messages and reactions")
                .tags("platform", platform, "account", account.value(), "result", result)
                .register(registry)
                .increment();
    }

    private Counter refused(String reason) {
        return Counter.builder("carrier.refusals")
                .description("responses that were not taken, by why")
                .tags("platform", platform, "reason", reason)
                .register(registry);
    }

    private Counter publishing(AccountId account, PublishStep step, String result) {
        return Counter.builder("carrier.publishing.steps")
                .description("steps of publishing: done, found to have been done, or what helps")
                .tags(
                        "account",
                        account.value(),
                        "step",
                        step.name().toLowerCase(Locale.ROOT),
                        "result",
                        result.toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
