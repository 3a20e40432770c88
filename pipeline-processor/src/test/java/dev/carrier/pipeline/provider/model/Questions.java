package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.PromptMessage;
import dev.carrier.contracts.Purpose;
import dev.carrier.runtime.settings.ModelSettings;
import dev.carrier.runtime.settings.ModelSettings.Price;
import dev.carrier.runtime.settings.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions and models for tests. */
public final class Questions {
    /** A key that must turn up nowhere. */
    static final String KEY = "planted-key-that-must-not-be-seen";

    private Questions() {}

    /** A model at some address, three and fifteen a million tokens. */
    public static ModelSettings at(URI url, ModelSettings.Provider provider, String... fallback) {
        return new ModelSettings(
                provider,
                "offline",
                Optional.of(url.toString()),
                Secret.of(KEY),
                Duration.ofSeconds(30),
                16,
                new Price(new BigDecimal("3.00"), new BigDecimal("15.00")),
                List.of(fallback));
    }

    /** The same at no price. */
    public static ModelSettings free(URI url, ModelSettings.Provider provider) {
        ModelSettings paid = at(url, provider);
        return new ModelSettings(
                paid.provider(),
                paid.model(),
                paid.url(),
                paid.key(),
                paid.timeout(),
                paid.concurrency(),
                new Price(BigDecimal.ZERO, BigDecimal.ZERO),
                List.of());
    }

    /** One that can see pictures. */
    public static ModelSettings seeing(URI url) {
        ModelSettings paid = at(url, ModelSettings.Provider.OPENAI);
        return new ModelSettings(
                paid.provider(),
                paid.model(),
                paid.url(),
                paid.key(),
                paid.timeout(),
                paid.concurrency(),
                paid.price(),
                List.of(),
                Optional.of(true));
    }

    static ModelSettings with(ModelSettings settings, Duration timeout, int concurrency) {
        return new ModelSettings(
                settings.provider(),
                settings.model(),
                settings.url(),
                settings.key(),
                timeout,
                concurrency,
                settings.price(),
                settings.fallback());
    }

    /**
     * A question to {@code main} for which there are so many seconds, and twice that to its
     * deadline.
     */
    static Ask ask(String text, int seconds) {
        return new Ask(
                "s-" + text,
                "main",
                List.of(
                        new PromptMessage("system", "You are Ada."),
                        new PromptMessage("user", "Bo: " + text)),
                Purpose.REPLY,
                Instant.now().plusSeconds(seconds),
                Instant.now().plusSeconds(seconds * 2L));
    }

    /** The same, after it was put off so often. */
    static Ask again(Ask ask, int putOff) {
        return new Ask(
                ask.seed() + putOff,
                ask.model(),
                ask.prompt(),
                ask.purpose(),
                ask.until(),
                ask.deadline(),
                putOff,
                ask.pictures());
    }

    /** The same, to judge. */
    static Ask judging(Ask ask) {
        return new Ask(
                ask.seed(), ask.model(), ask.prompt(), Purpose.JUDGE, ask.until(), ask.deadline());
    }
}
