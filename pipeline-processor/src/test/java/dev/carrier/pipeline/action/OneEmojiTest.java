package dev.carrier.pipeline.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform takes as a reaction. */
class OneEmojiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "😀",
                "❤️",
                "🇩🇪",
                "👨‍👩‍👧",
                "🏳️‍🌈",
                "1️⃣",
                "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "⚠️",
                "✅"
            })
    void oneEmojiIsTakenAsItIs(String emoji) {
        assertThat(OneEmoji.of(emoji)).contains(emoji);
    }

    @Test
    void aSignThatIsTextByItselfIsMadeAPicture() {
        assertThat(OneEmoji.of("❤")).contains("❤\uFE0F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "👍👍",
                "👍 ok",
                "ok",
                "1",
                "#",
                "42",
                ":thumbsup:",
                "<:blob:123>",
                "🇩",
                "…"
            })
    void anythingElseIsNot(String text) {
        assertThat(OneEmoji.of(text)).isEmpty();
    }
}
