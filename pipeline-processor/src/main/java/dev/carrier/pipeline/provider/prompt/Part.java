package dev.carrier.pipeline.provider.prompt;

import dev.carrier.pipeline.character.Tokens;

/**
 * A part of a system message that stays or goes as a whole.
 *
 * @param section where it stands
 * @param text its text
 */
record Part(Section section, String text) {
    int tokens() {
        return Tokens.framed(text);
    }
}
