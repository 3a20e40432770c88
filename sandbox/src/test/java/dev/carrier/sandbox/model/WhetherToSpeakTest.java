package dev.carrier.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhetherToSpeakTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ida: does anyone know when to repot? | RESPOND",
                "Ida: my clocks all run slow, which tea helps? | RESPOND",
                "Ida: what do you make of that, Mo | RESPOND",
                "Ida: Mo, be quiet please | STOP",
                "Ida: stop | STOP",
                "Ida: the bus stops here and then drives on to the harbour and the old mill | IGNORE",
                "Ida: Sam, are you coming? | IGNORE",
                "Ida: heading out, see you | IGNORE"
            })
    void aLineIsAnsweredWhenItWantsAnAnswerFromThisCharacter(String line, String answer) {
        var system = "You are Mo.\n# Topics\nclocks, tea\n" + WhetherToSpeak.ASKED;
        var prompt = Prompt.of(List.of(new Message("system", system), new Message("user", line)));
        assertThat(new OfflineModel(new Scripts()).answer(prompt)).isEqualTo(answer);
    }
}
