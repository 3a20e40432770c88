package dev.carrier.ingest.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@ada.cafe hi",
                "hi @Ada.Cafe!",
                "go to @ada.cafe.",
                "(@ada.cafe)",
                "@ada.cafe"
            })
    void theNameIsMentioned(String text) {
        assertThat(Mentions.in(text, "ada.cafe")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.cafe",
                "@ada.cafeteria",
                "@ada.cafe.two",
                "@adaXcafe",
                "mail me@ada.cafe",
                "@ada",
                "@ada.cafe_"
            })
    void anotherNameIsNot(String text) {
        assertThat(Mentions.in(text, "ada.cafe")).isFalse();
    }
}
