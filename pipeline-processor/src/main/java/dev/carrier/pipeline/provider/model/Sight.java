package dev.carrier.pipeline.provider.model;

import dev.carrier.contracts.PromptMessage;
import dev.carrier.runtime.settings.ModelSettings;
import java.util.List;
import java.util.Locale;

/**
 * Whether a model can see pictures: as the settings say, else as far as its provider and its name
 * tell. A model that is taken for blind is told so in words; one that is wrongly taken for seeing
 * refuses the whole question. Pure.
 */
final class Sight {
    private static final List<String> SEEING =
            List.of(
                    "claude",
                    "gemini",
                    "gemma3",
                    "gemma-3",
                    "gpt-4o",
                    "gpt-4.1",
                    "gpt-4-turbo",
                    "gpt-5",
                    "chatgpt-4o",
                    "llava",
                    "vision",
                    "-vl",
                    "vl-",
                    "pixtral",
                    "llama4",
                    "llama-4",
                    "minicpm-v",
                    "moondream",
                    "mistral-small3",
                    "mistral-medium-3");

    private static final String BLIND = "[you cannot see the pictures]";

    private Sight() {}

    static boolean sees(ModelSettings settings) {
        return settings.sees()
                .orElseGet(() ->
                        switch (settings.provider()) {
                            case ANTHROPIC, GEMINI -> true;
                            case OPENAI, OLLAMA, OPENROUTER -> named(settings.model());
                        });
    }

    private static boolean named(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        return SEEING.stream().anyMatch(name::contains);
    }

    /** The prompt as a model gets it that cannot see. */
    static List<PromptMessage> unseen(List<PromptMessage> prompt) {
        return prompt.stream()
                .map(one ->
                        one.shown().isEmpty()
                                ? one
                                : new PromptMessage(one.role(), one.text() + "\n" + BLIND))
                .toList();
    }
}
