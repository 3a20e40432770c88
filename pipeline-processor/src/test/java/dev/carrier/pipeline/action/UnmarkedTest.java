package dev.carrier.pipeline.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model marks up is plain on platforms that would show the signs. */
class UnmarkedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plain words stay            | plain words stay
                    **Honey** is *sweet*        | Honey is sweet
                    __Honey__ is ~~not~~ `raw`  | Honey is not raw
                    2 * 3 * 4 = 24              | 2 * 3 * 4 = 24
                    snake_case and __init__.py  | snake_case and init.py
                    see [the shop](https://a.b) | see the shop (https://a.b)
                    *waves*                     | waves
                    """)
    void signsGoAndWordsStay(String marked, String plain) {
        assertThat(Unmarked.of(marked)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "'# Bees\n- one\n* two','Bees\n• one\n• two'",
        "'Hello.\n-# small print','Hello.\nsmall print'",
        "'```java\nint a;\n```','int a;'"
    })
    void linesKeepTheirOrder(String marked, String plain) {
        assertThat(Unmarked.of(marked)).isEqualTo(plain);
    }
}
