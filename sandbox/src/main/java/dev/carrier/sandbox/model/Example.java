package dev.carrier.sandbox.model;

import java.util.Optional;

/**
 * One answer of a character's example dialogues, with what it answers.
 *
 * @param asker who spoke before the character
 * @param asked what they said
 * @param answer what the character said to it
 * @param follows the character's answer just before in the same dialogue: this one only makes sense
 *     after it
 */
public record Example(String asker, String asked, String answer, Optional<String> follows) {}
