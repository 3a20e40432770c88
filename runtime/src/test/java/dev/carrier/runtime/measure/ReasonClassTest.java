package dev.carrier.runtime.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonClassTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not addressed|not_addressed",
                "not allowed for a role|not_allowed_for_a_role",
                "bot: no literal mention|bot",
                "bottles are empty|other",
                "may not speak here: no permission (50013)|may_not_speak_here",
                "no permission (50013)|no_permission",
                "too late; Discord answered 503|too_late",
                "refused before: too long|refused_before",
                "refused: too long|refused",
                "judge failed|judge_failed",
                "judged: not for me|judged",
                "withdrawn: deleted|withdrawn",
                "main: the key sk-12345 is refused|other"
            })
    void aSentenceHasOneOfFewClasses(String reason, String itsClass) {
        assertThat(ReasonClass.of(reason)).isEqualTo(itsClass);
    }
}
