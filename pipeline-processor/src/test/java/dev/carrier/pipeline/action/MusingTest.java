package dev.carrier.pipeline.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MusingTest {
    @Test
    void whatAModelThinksAloudIsNotSaid() {
        assertThat(Musing.without("<think>Bo is tired.\n</think>\n\nSleep well, Bo.").strip())
                .isEqualTo("Sleep well, Bo.");
    }

    @Test
    void aModelThatNeverStopsThinkingSaysNothing() {
        assertThat(Musing.without("<think>well, perhaps")).isEmpty();
    }

    @Test
    void wordsAboutThinkingStay() {
        assertThat(Musing.without("I write <think> in my templates."))
                .isEqualTo("I write <think> in my templates.");
    }
}
