package dev.carrier.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {
    private final Scripts scripts = new Scripts();
    private final OfflineModel model = new OfflineModel(scripts);

    private String answer(String... lines) {
        return model.answer(Prompt.of(List.of(new Message("user", String.join("\n", lines)))));
    }

    @Test
    void aScriptIsSaidAsItIsWhenTheNewestLineContainsItsText() {
        scripts.add(new Script.Answers("the Moon", "Cheese."));
        assertThat(answer("Ida: what is THE MOON made of?")).isEqualTo("Cheese.");
        assertThat(answer("Ida: what is the moon made of?", "Ida: never mind"))
                .isNotEqualTo("Cheese.");
    }

    @Test
    void theNewestScriptWinsAndForgottenOnesDoNotCount() {
        scripts.add(new Script.Answers("moon", "Cheese."));
        scripts.add(new Script.StaysSilent("moon", "not my field"));
        assertThat(answer("Ida: moon?")).isEqualTo("<silence>not my field</silence>");
        scripts.clear();
        assertThat(answer("Ida: moon?")).doesNotContain("silence");
    }

    @Test
    void anEchoSaysAgainWhatItHasNotSaidBefore() {
        scripts.add(new Script.Echoes("mark", Pattern.compile("mark-\\d+")));
        var prompt =
                Prompt.of(
                        List.of(
                                new Message("user", "Ida: mark-1 please"),
                                new Message("assistant", "I heard mark-1."),
                                new Message("user", "Ida: mark-2\nBo: and mark-3, mark-2")));
        assertThat(model.answer(prompt)).isEqualTo("I heard mark-2, mark-3.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 1999, 2000, 2001, 6000, 20_000})
    void aLongAnswerHasExactlyItsLengthAndClosesItsFences(int length) {
        String answer = LongAnswer.of(length, "java");
        assertThat(answer).hasSize(length).isEqualTo(answer.strip());
        assertThat(answer.split("```", -1).length % 2).isOne();
    }

    @Test
    void aLongAnswerHasAFenceLongerThanOneMessage() {
        String[] parts = LongAnswer.of(6000, "java").split("```");
        assertThat(parts).anyMatch(part -> part.startsWith("java\n") && part.length() > 2000);
    }
}
