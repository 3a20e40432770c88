package dev.carrier.contracts;

import java.util.List;
import java.util.Optional;

/**
 * One message of a prompt.
 *
 * @param role {@code system}, {@code user} or {@code assistant}
 * @param text what is said in it
 * @param pictures what the model was shown with it, in order; absent without any
 */
public record PromptMessage(String role, String text, Optional<List<PromptPicture>> pictures) {
    /** A message of words alone. */
    public PromptMessage(String role, String text) {
        this(role, text, Optional.empty());
    }

    /** What is shown with it. */
    public List<PromptPicture> shown() {
        return pictures.orElse(List.of());
    }
}
