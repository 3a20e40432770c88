package dev.carrier.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PromptTest {
    @Test
    void theNewestLineIsTheLastOfThePeopleWithItsLineBreaks() {
        var prompt =
                Prompt.of(
                        List.of(
                                new Message("system", "You are Mo."),
                                new Message("user", "Ida: one\nSam: two\n  and: a half"),
                                new Message("assistant", "three")));
        assertThat(prompt.newest()).isEqualTo(new Line("Sam", "two\nand: a half"));
        assertThat(prompt.persona().name()).isEqualTo("Mo");
        assertThat(prompt.said()).containsExactly("three");
    }

    @Test
    void aTextMayHoldColonsAndAnAuthorMayCarryRemarks() {
        assertThat(Line.read("Ida (replying to Mo): see: http://x.example\n[14:02] Sam: hi"))
                .containsExactly(new Line("Ida", "see: http://x.example"), new Line("Sam", "hi"));
    }

    @Test
    void sectionsTellWhatTheCharacterKnowsAndLikes() {
        var persona =
                PersonaReader.read(
                        "You are Mo.\n# What Mo knows\n- One. Two.\n# Topics\n- clocks\n- tea\n# Style\nshort");
        assertThat(persona.knowledge()).containsExactly("One.", "Two.");
        assertThat(persona.topics()).containsExactly("clocks", "tea");
    }

    @Test
    void everyWordOfThePromptChangesItsHash() {
        var one = Prompt.of(List.of(new Message("user", "Ida: a"), new Message("assistant", "b")));
        var other =
                Prompt.of(List.of(new Message("user", "Ida: a"), new Message("assistant", "c")));
        assertThat(one.hash()).hasSize(16).isNotEqualTo(other.hash());
    }
}
