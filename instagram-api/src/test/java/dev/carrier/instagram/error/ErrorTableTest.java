package dev.carrier.instagram.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Json;
import dev.carrier.contracts.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Every code that Instagram's pages and users name, and what helps. */
class ErrorTableTest {

    @ParameterizedTest(name = "{0}/{1}: {2}")
    @CsvSource({
        "1, 0, AGAIN, true",
        "1, 1357046, AGAIN, true",
        "2, 0, AGAIN, true",
        "-1, 2207001, AGAIN, true",
        "-2, 2207003, AGAIN, true",
        "-1, 2207032, AGAIN, true",
        "-1, 2207999, AGAIN, true",
        "9007, 2207027, WAIT, false",
        "24, 2207008, WAIT, false",
        "-2, 2207020, NEW_CONTAINER, false",
        "-1, 2207053, NEW_CONTAINER, false",
        "24, 2207006, NEW_CONTAINER, false",
        "352, 2207082, NEW_CONTAINER, false",
        "9004, 2207052, AGAIN, false",
        "9004, 2207077, AGAIN, false",
        "4, 0, WAIT, false",
        "17, 0, WAIT, false",
        "32, 0, WAIT, false",
        "341, 0, WAIT, false",
        "613, 0, WAIT, false",
        "613, 2534040, WAIT, false",
        "80002, 0, WAIT, false",
        "80001, 0, WAIT, false",
        "9, 2207042, WAIT, false",
        "4, 2207051, STOP_ACCOUNT, false",
        "368, 0, STOP_ACCOUNT, false",
        "25, 2207050, STOP_ACCOUNT, false",
        "10, 1893063, STOP_ACCOUNT, false",
        "100, 2534029, STOP_ACCOUNT, false",
        "551, 0, STOP_ACCOUNT, false",
        "190, 0, REFRESH_TOKEN, false",
        "190, 458, REFRESH_TOKEN, false",
        "190, 459, REFRESH_TOKEN, false",
        "190, 460, REFRESH_TOKEN, false",
        "190, 463, REFRESH_TOKEN, false",
        "190, 464, REFRESH_TOKEN, false",
        "190, 467, REFRESH_TOKEN, false",
        "190, 492, REFRESH_TOKEN, false",
        "102, 0, REFRESH_TOKEN, false",
        "3, 0, DEAD_LETTER, false",
        "10, 0, DEAD_LETTER, false",
        "200, 0, DEAD_LETTER, false",
        "200, 2534041, DEAD_LETTER, false",
        "230, 0, DEAD_LETTER, false",
        "299, 0, DEAD_LETTER, false",
        "100, 0, DEAD_LETTER, false",
        "100, 33, DEAD_LETTER, false",
        "100, 2207023, DEAD_LETTER, false",
        "100, 2207028, DEAD_LETTER, false",
        "100, 2207035, DEAD_LETTER, false",
        "100, 2207036, DEAD_LETTER, false",
        "100, 2207037, DEAD_LETTER, false",
        "100, 2207040, DEAD_LETTER, false",
        "100, 2534014, DEAD_LETTER, false",
        "352, 2207026, DEAD_LETTER, false",
        "36000, 2207004, DEAD_LETTER, false",
        "36001, 2207005, DEAD_LETTER, false",
        "36003, 2207009, DEAD_LETTER, false",
        "36004, 2207010, DEAD_LETTER, false",
        "1, 2207057, DEAD_LETTER, false",
        "100, 2207018, DEAD_LETTER, false",
        "100, 2207081, DEAD_LETTER, false",
        "100, 2207085, DEAD_LETTER, false",
        "10, 2534022, DEAD_LETTER, false",
        "10900, 0, DEAD_LETTER, false",
        "506, 0, DEAD_LETTER, false",
        "77777, 0, DEAD_LETTER, false",
    })
    void aCodeHasItsRemedyAndASentence(int code, int subcode, Remedy remedy, boolean perhapsDone) {
        GraphError error = ErrorTable.of(400, answer(code, subcode));

        assertThat(error.remedy()).isEqualTo(remedy);
        assertThat(error.refused()).isEqualTo(!perhapsDone);
        assertThat(error.fix()).hasSizeGreaterThan(15).doesNotContain("2207");
        assertThat(error.sentence()).contains(error.name()).contains("in Meta's words");
    }

    @Test
    void whatItMeansIsToldApartWhereTheRemedyIsTheSame() {
        assertThat(ErrorTable.of(400, answer(4, 0)).trouble()).isEqualTo(Trouble.RATE);
        assertThat(ErrorTable.of(400, answer(9, 2207042)).trouble()).isEqualTo(Trouble.QUOTA);
        assertThat(ErrorTable.of(400, answer(10, 2534022)).trouble())
                .isEqualTo(Trouble.WINDOW_CLOSED);
        assertThat(ErrorTable.of(400, answer(100, 33)).trouble()).isEqualTo(Trouble.GONE);
        assertThat(ErrorTable.of(400, answer(200, 2534041)).trouble())
                .isEqualTo(Trouble.NOT_ALLOWED);
    }

    @Test
    void aSubcodeOfSevenDigitsMeansTheSameUnderAnyCode() {
        assertThat(ErrorTable.of(400, answer(100, 2207042)).trouble()).isEqualTo(Trouble.QUOTA);
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504"})
    void anErrorOfTheServerMayHaveDoneIt(int status) {
        GraphError error = ErrorTable.of(status, Json.mapper().createObjectNode());

        assertThat(error.remedy()).isEqualTo(Remedy.AGAIN);
        assertThat(error.refused()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"429, WAIT", "401, REFRESH_TOKEN", "403, DEAD_LETTER", "404, DEAD_LETTER"})
    void withoutACodeTheStatusDecides(int status, Remedy remedy) {
        GraphError error = ErrorTable.of(status, Json.mapper().createObjectNode());

        assertThat(error.remedy()).isEqualTo(remedy);
        assertThat(error.name()).isEqualTo("HTTP " + status);
    }

    @Test
    void theStatusOfAContainerNamesItsError() {
        String text = "Error: Media upload has failed with error code 2207082";

        assertThat(ErrorTable.inStatus(text).orElseThrow().remedy())
                .isEqualTo(Remedy.NEW_CONTAINER);
        assertThat(ErrorTable.inStatus("Error: something else")).isEmpty();
    }

    private static ObjectNode answer(int code, int subcode) {
        ObjectNode answer = Json.mapper().createObjectNode();
        ObjectNode error = answer.putObject("error");
        error.put("message", "in Meta's words");
        error.put("type", "OAuthException");
        error.put("code", code);
        error.put("is_transient", false);
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        return answer;
    }
}
