package dev.carrier.responder;

import dev.carrier.contracts.AccountId;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/** Measures whether accounts can speak, and what Discord still allows. */
final class ResponderMeters {
    private final MeterRegistry registry;

    ResponderMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Measures whether an account can speak. */
    void speaking(String platform, AccountId account, BooleanSupplier can) {
        Gauge.builder("carrier.account.speaking", can, it -> it.getAsBoolean() ? 1 : 0)
                .tags("platform", platform, "account", account.value())
                .description("1 while the account can speak")
                .strongReference(true)
                .register(registry);
    }

    /**
     * Measures what Discord allows an account.
     *
     * @param sessions of the account, for as long as they live
     */
    <S> void allowed(
            AccountId account,
            S sessions,
            ToDoubleFunction<S> rateLimited,
            ToDoubleFunction<S> remaining) {
        FunctionCounter.builder("carrier.discord.rate.limited", sessions, rateLimited)
                .tag("account", account.value())
                .description("requests that Discord answered with 429")
                .register(registry);
        Gauge.builder("carrier.discord.bucket.remaining", sessions, remaining)
                .tag("account", account.value())
                .description("requests left in the bucket of the last answer; NaN before one")
                .register(registry);
    }

    /** Measures what Discord refused, of all accounts. */
    void invalid(Responder responder) {
        Gauge.builder("carrier.discord.invalid.requests", responder, Responder::invalidRequests)
                .description("requests that Discord refused within ten minutes: 401, 403, 429")
                .register(registry);
    }
}
