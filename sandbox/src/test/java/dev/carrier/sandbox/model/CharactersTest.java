package dev.carrier.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own characters have an answer of their own to what everybody says first. */
class CharactersTest {
    @ParameterizedTest
    @ValueSource(strings = {"ada", "okke", "juno", "pell"})
    void everyCharacterAnswersCommonTalkInItsOwnWords(String file) {
        var character = CharacterFile.of(file);
        assertThat(character.dialogues()).hasSizeGreaterThanOrEqualTo(12);
        for (String line :
                List.of(
                        "hi",
                        "Good morning!",
                        "how are you?",
                        "who are you",
                        "tell me a joke",
                        "thank you",
                        "goodnight",
                        "are you an AI?")) {
            String answer =
                    new OfflineVoice()
                            .answer(character.hears("Mira: " + line))
                            .replace(", Mira", "");
            assertThat(character.dialogues().stream().flatMap(List::stream))
                    .as("%s says to \"%s\": %s", file, line, answer)
                    .anyMatch(spoken ->
                            spoken.author().equals(character.name())
                                    && answer.startsWith(spoken.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "okke", "juno", "pell"})
    void everyExampleQuestionGetsItsOwnAnswer(String file) {
        var character = CharacterFile.of(file);
        for (List<Line> dialogue : character.dialogues()) {
            String answer =
                    new OfflineVoice()
                            .answer(character.hears("Mira: " + dialogue.getFirst().text()));
            assertThat(answer.replace(", Mira", "")).startsWith(dialogue.get(1).text());
        }
    }
}
