package dev.carrier.pipeline.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a text that broke off is brought to an end. */
class BrokenOffTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One. Two! Thr                 | One. Two!",
                "One. Two.                     | One. Two.",
                "\"Is it?\" she said. \"Yes     | \"Is it?\" she said.",
                "It costs 3.50 and            | It costs 3.50…",
                "no end in sig                 | no end in…",
                "Donaudampfschiff              | Donaudampfschiff…",
                "**Done.** And n               | **Done.**",
                "你好。今天                       | 你好。",
            })
    void proseEndsWithItsLastWholeSentence(String text, String ended) {
        assertThat(BrokenOff.ended(text)).isEqualTo(ended);
    }

    @Test
    void aListEndsWithItsLastWholeLine() {
        assertThat(BrokenOff.ended("Three things:\n- tea\n- cake\n- a spo"))
                .isEqualTo("Three things:\n- tea\n- cake");
        assertThat(BrokenOff.ended("Steps.\n1. Boil water\n2. Po"))
                .isEqualTo("Steps.\n1. Boil water");
    }

    @Test
    void whatOnlyAnnouncesSomethingIsNotTheEnd() {
        assertThat(BrokenOff.ended("I like tea. These are my kinds:\n- Earl Gr"))
                .isEqualTo("I like tea.");
        assertThat(BrokenOff.ended("I like tea.\n\n# Kinds\nEarl Gr")).isEqualTo("I like tea.");
    }

    @Test
    void codeEndsWithItsLastWholeLineAndIsClosed() {
        assertThat(BrokenOff.ended("Look:\n```py\na = 1\nb = 2\nprint(a +"))
                .isEqualTo("Look:\n```py\na = 1\nb = 2\n```");
    }

    @Test
    void codeOfWhichNoLineIsWholeIsLeftOut() {
        assertThat(BrokenOff.ended("This is how.\n```py\nprint(")).isEqualTo("This is how.");
        assertThat(BrokenOff.ended("Look:\n```py\nprint(")).isEqualTo("Look…");
        assertThat(BrokenOff.ended("Look at this:\n```p")).isEqualTo("Look at this…");
    }

    @Test
    void codeThatWasClosedStays() {
        String code = "Look:\n```\na\n```";
        assertThat(BrokenOff.ended(code + "\nThat is all. And m"))
                .isEqualTo(code + "\nThat is all.");
        assertThat(BrokenOff.ended(code + "\nThat is")).isEqualTo(code);
    }
}
