package dev.carrier.pipeline.provider.enclosure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void utf8IsText() {
        assertThat(PlainText.of("fünf Äpfel 🍏\n".getBytes(UTF_8), 100))
                .contains("fünf Äpfel 🍏\n");
        assertThat(PlainText.of("\uFEFFmarked".getBytes(UTF_8), 100)).contains("marked");
    }

    @Test
    void aLongTextIsCutBetweenTwoCharacters() {
        assertThat(PlainText.of("aä🍏".getBytes(UTF_8), 6)).contains("aä");
        assertThat(PlainText.of("aä🍏".getBytes(UTF_8), 7)).contains("aä🍏");
    }

    @Test
    void anythingElseIsNot() {
        assertThat(PlainText.of("fünf".getBytes(ISO_8859_1), 100)).isEmpty();
        assertThat(PlainText.of("five".getBytes(UTF_16), 100)).isEmpty();
        assertThat(PlainText.of(new byte[] {'E', 'L', 'F', 0, 1}, 100)).isEmpty();
    }
}
