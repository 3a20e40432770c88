package dev.carrier.pipeline.provider.model;

import dev.carrier.runtime.settings.ModelSettings;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.Locale;

/** Where a model is and how it is spoken to. Pure but for the client it is given. */
final class Endpoint {
    private static final String OPENAI = "https://api.openai.com/v1";

    private Endpoint() {}

    /** The base of its API, without a slash at the end. */
    static String base(ModelSettings settings) {
        String base =
                settings.url()
                        .orElseGet(() ->
                                switch (settings.provider()) {
                                    case OPENAI -> OPENAI;
                                    case ANTHROPIC -> "https://api.anthropic.com/v1";
                                    case OLLAMA -> "http://127.0.0.1:11434/v1";
                                    case GEMINI ->
                                            "https://generativelanguage.googleapis.com/v1beta/openai";
                                    case OPENROUTER -> "https://openrouter.ai/api/v1";
                                });
        return base.replaceFirst("/+$", "");
    }

    /** As {@code anthropic/claude-…}. */
    static String label(ModelSettings settings) {
        return settings.provider().name().toLowerCase(Locale.ROOT) + "/" + settings.model();
    }

    /** OpenAI's own newer models refuse the older name of the limit, others know only that one. */
    static boolean wantsCompletionTokens(ModelSettings settings) {
        return base(settings).equals(OPENAI);
    }

    /** A client that tries once; repeats are ours, because langchain4j's ignore Retry-After. */
    static ChatModel client(ModelSettings settings, Wire wire) {
        return switch (settings.provider()) {
            case ANTHROPIC ->
                    AnthropicChatModel.builder()
                            .httpClientBuilder(wire.builder())
                            .baseUrl(base(settings) + "/")
                            .apiKey(settings.key().given().orElse("none"))
                            .modelName(settings.model())
                            .timeout(settings.timeout())
                            .maxRetries(0)
                            .build();
            case OPENAI, OLLAMA, GEMINI, OPENROUTER ->
                    OpenAiChatModel.builder()
                            .httpClientBuilder(wire.builder())
                            .baseUrl(base(settings))
                            .apiKey(settings.key().given().orElse("none"))
                            .modelName(settings.model())
                            .timeout(settings.timeout())
                            .maxRetries(0)
                            .build();
        };
    }
}
