package dev.carrier.runtime.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A language model.
 *
 * @param model the provider's name for it; empty when its variable is not set
 * @param url the API's base; absent: the provider's own
 * @param key by default {@code ANTHROPIC_API_KEY}, {@code OPENAI_API_KEY} or {@code
 *     GEMINI_API_KEY}; none where a {@code url} is given or for ollama
 * @param timeout of one call
 * @param concurrency calls at once
 * @param fallback names of models that are asked in turn when this one does not answer
 * @param sees whether it can see pictures; absent: as its provider and its name tell
 */
public record ModelSettings(
        Provider provider,
        String model,
        Optional<String> url,
        Secret key,
        Duration timeout,
        int concurrency,
        Price price,
        List<String> fallback,
        Optional<Boolean> sees) {

    /** A model of which nobody said whether it can see. */
    public ModelSettings(
            Provider provider,
            String model,
            Optional<String> url,
            Secret key,
            Duration timeout,
            int concurrency,
            Price price,
            List<String> fallback) {
        this(provider, model, url, key, timeout, concurrency, price, fallback, Optional.empty());
    }

    /** Whose protocol it speaks. */
    public enum Provider {
        /** OpenAI and everything compatible. */
        OPENAI,
        ANTHROPIC,
        OLLAMA,
        GEMINI,
        OPENROUTER
    }

    /** Of a million tokens, in and out, in one currency for all models. */
    public record Price(BigDecimal in, BigDecimal out) {}
}
