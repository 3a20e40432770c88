package dev.carrier.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfflineVoiceTest {
    private static final String MO =
            """
            You are Mo.

            # About Mo
            Mo mends clocks in a cellar.

            # What Mo knows
            - A pendulum of one metre takes about two seconds for a full swing.

            # Topics
            clocks, tea

            # Examples of how Mo talks
            Someone: hello Mo
            Mo: Tick tock, come in.

            Someone: my clock runs slow, what now?
            Mo: Shorten the pendulum.
              A turn of the nut is enough.
            Someone: which way do I turn it?
            Mo: Up is faster.

            Sam: is tea good for you?
            Mo: Certainly, Sam, in a big cup.

            Someone: are you a robot?
            Mo: Brass all through, yes.
            """;

    private final OfflineVoice voice = new OfflineVoice();

    private static Prompt prompt(String... rolesAndTexts) {
        var messages = new java.util.ArrayList<Message>();
        messages.add(new Message("system", MO));
        for (int i = 0; i < rolesAndTexts.length; i += 2) {
            messages.add(new Message(rolesAndTexts[i], rolesAndTexts[i + 1]));
        }
        return Prompt.of(messages);
    }

    @Test
    void theExampleClosestToTheNewestLineIsAnswered() {
        assertThat(
                        voice.answer(
                                prompt(
                                        "user",
                                        "Ida: hi\nIda: help, the clock on my wall runs slow")))
                .startsWith("Shorten the pendulum")
                .contains("\nA turn of the nut is enough.");
    }

    @Test
    void theFirstAnswerSaysWhatSpeaksAndLaterOnesDoNot() {
        String note = "-# offline voice: chosen from Mo's own examples, no language model";
        assertThat(voice.answer(prompt("user", "Ida: hello"))).endsWith("\n" + note);
        assertThat(
                        voice.answer(
                                prompt(
                                        "user",
                                        "Ida: hello",
                                        "assistant",
                                        "Tick.",
                                        "user",
                                        "Ida: is tea good?")))
                .doesNotContain("-#");
    }

    @Test
    void whoeverAsksIsToldPlainlyAndInCharacter() {
        for (String asked :
                List.of(
                        "are you a bot?",
                        "Which model are you?",
                        "is Mo an AI",
                        "am I talking to a real person?")) {
            assertThat(voice.answer(prompt("user", "Ida: " + asked)))
                    .startsWith("Brass all through, yes.")
                    .containsIgnoringCase("language model")
                    .containsIgnoringCase("bot");
        }
    }

    @Test
    void aFollowUpIsOnlySaidAfterWhatItFollows() {
        String asked = "Ida: which way do I turn it?";
        assertThat(voice.answer(prompt("user", asked))).doesNotContain("Up is faster");
        assertThat(
                        voice.answer(
                                prompt(
                                        "assistant",
                                        "Shorten the pendulum.\nA turn of the nut is enough.",
                                        "user",
                                        asked)))
                .startsWith("Up is faster");
    }

    @Test
    void nothingIsSaidTwiceInAConversation() {
        String first = voice.answer(prompt("user", "Ida: hello"));
        assertThat(
                        voice.answer(
                                prompt(
                                        "user",
                                        "Ida: hello",
                                        "assistant",
                                        first,
                                        "user",
                                        "Ida: hello")))
                .doesNotContain("come in");
    }

    @Test
    void aNameInAnExampleBecomesTheNameOfWhoAsks() {
        assertThat(voice.answer(prompt("user", "Ida Berg: is tea good for me?")))
                .startsWith("Certainly, Ida, in a big cup.");
    }

    @Test
    void whatTheCharacterKnowsAnswersWhatNoExampleDoes() {
        assertThat(voice.answer(prompt("user", "Ida: how many seconds does a pendulum swing?")))
                .contains("about two seconds for a full swing");
    }

    @Test
    void thePersonIsCalledByNameNowAndThen() {
        long named =
                java.util.stream.IntStream.range(0, 60)
                        .mapToObj(i ->
                                voice.answer(prompt("user", "Ida: flurb " + i + "\nIda: hm, well")))
                        .filter(answer -> answer.contains("Ida"))
                        .count();
        assertThat(named).isBetween(5L, 40L);
    }

    @Test
    void theSamePromptGivesTheSameAnswer() {
        var prompt = prompt("user", "Ida: what is the capital of Peru?");
        assertThat(voice.answer(prompt)).isEqualTo(new OfflineVoice().answer(prompt));
    }

    @Test
    void aPromptWithoutACharacterStillGetsAnAnswer() {
        assertThat(voice.answer(Prompt.of(List.of(new Message("user", "hello?"))))).isNotBlank();
    }
}
