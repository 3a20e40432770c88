package dev.carrier.pipeline.provider.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.FailureKind;
import dev.carrier.runtime.settings.ModelSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both protocols against somebody else's reading of them. */
class ModelsAimockTest {
    private static final String USAGE =
            ",\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":200,\"total_tokens\":1200,"
                    + "\"input_tokens\":1000,\"output_tokens\":200}";
    private static final String FINE = "{\"content\":\"Fine.\"" + USAGE + "}";

    @TempDir static Path folder;
    private static Aimock aimock;

    @BeforeAll
    static void start() throws IOException {
        aimock = Aimock.start(folder);
    }

    @AfterAll
    static void stop() {
        if (aimock != null) {
            aimock.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC", "OLLAMA", "OPENROUTER", "GEMINI"})
    void everyProviderAnswersAndItsPriceIsKnown(ModelSettings.Provider provider) throws Exception {
        String text = "hello " + provider;
        aimock.answers(text, FINE);

        Answer answer = ask(provider, text, 30);

        assertThat(answer).isInstanceOf(Answer.Completed.class);
        Answer.Completed done = (Answer.Completed) answer;
        assertThat(done.text()).isEqualTo("Fine.");
        assertThat(done.usage().tokensIn()).isEqualTo(1000);
        assertThat(done.usage().tokensOut()).isEqualTo(200);
        // 1000 at 3.00 and 200 at 15.00 a million
        assertThat(done.usage().costMicros()).isEqualTo(6000);
        assertThat(done.usage().estimated()).isFalse();
        assertThat(done.model())
                .endsWith("/offline")
                .startsWith(provider.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(done.attempts()).isOne();
        assertThat(done.cut()).isFalse();
        String path =
                provider == ModelSettings.Provider.ANTHROPIC
                        ? "/v1/messages"
                        : "/v1/chat/completions";
        assertThat(aimock.calls(text)).extracting(Aimock.Seen::path).containsExactly(path);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void aProviderThatAsksToWaitIsLeftAloneForThatLong(ModelSettings.Provider provider)
            throws Exception {
        String text = "busy " + provider;
        aimock.answers(text, error(429, "rate_limit_error", ",\"retryAfter\":2"), FINE);

        Answer answer = ask(provider, text, 30);

        assertThat(answer).isInstanceOf(Answer.Completed.class);
        assertThat(answer.attempts()).isEqualTo(2);
        List<Aimock.Seen> calls = aimock.calls(text);
        assertThat(calls).extracting(Aimock.Seen::status).containsExactly(429, 200);
        assertThat(calls.get(1).atMillis() - calls.get(0).atMillis()).isBetween(1990L, 25_000L);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void aProviderThatStumblesIsAskedAgain(ModelSettings.Provider provider) throws Exception {
        String text = "stumble " + provider;
        aimock.answers(text, error(500, "api_error", ""), error(529, "overloaded_error", ""), FINE);

        Answer answer = ask(provider, text, 30);

        assertThat(answer).isInstanceOf(Answer.Completed.class);
        assertThat(answer.attempts()).isEqualTo(3);
        assertThat(aimock.calls(text)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void whatIsRefusedForGoodIsAskedOnceAndTheReasonHidesTheKey(ModelSettings.Provider provider)
            throws Exception {
        String text = "refuse " + provider;
        aimock.answers(
                text,
                "{\"error\":{\"message\":\"Incorrect API key provided: "
                        + Questions.KEY
                        + "\",\"type\":\"authentication_error\"},\"status\":401}");

        Answer answer = ask(provider, text, 30);

        assertThat(answer).isInstanceOf(Answer.Failed.class);
        Answer.Failed failed = (Answer.Failed) answer;
        assertThat(failed.kind()).isEqualTo(FailureKind.MODEL);
        assertThat(failed.attempts()).isOne();
        assertThat(failed.reason())
                .contains("main (", "401 authentication_error")
                .doesNotContain(Questions.KEY)
                .doesNotContain("Incorrect");
        assertThat(aimock.calls(text)).hasSize(1);
    }

    @Test
    void anEmptyPurseIsNotWaitedFor() throws Exception {
        aimock.answers(
                "purse",
                "{\"error\":{\"message\":\"x\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"},\"status\":429}");

        assertThat(ask(ModelSettings.Provider.OPENAI, "purse", 30).attempts()).isOne();
    }

    @Test
    void whenOneDoesNotAnswerTheNextIsAsked() throws Exception {
        aimock.answers("fall back", error(429, "rate_limit_error", ",\"retryAfter\":60"), FINE);
        try (var models =
                new Models(
                        Map.of(
                                "main",
                                        Questions.at(
                                                aimock.api(),
                                                ModelSettings.Provider.OPENAI,
                                                "spare"),
                                "spare",
                                        Questions.at(
                                                aimock.api(), ModelSettings.Provider.ANTHROPIC)))) {
            Answer answer = models.ask(Questions.ask("fall back", 30));

            assertThat(answer).isInstanceOf(Answer.Completed.class);
            assertThat(((Answer.Completed) answer).name()).isEqualTo("spare");
            assertThat(answer.attempts()).isEqualTo(2);
            assertThat(aimock.calls("fall back"))
                    .extracting(Aimock.Seen::path)
                    .containsExactly("/v1/chat/completions", "/v1/messages");
        }
    }

    @Test
    void whatMustWaitLongerThanItIsHeldIsPutOff() throws Exception {
        aimock.answers("later", error(429, "rate_limit_error", ",\"retryAfter\":40"));

        Answer answer = ask(ModelSettings.Provider.OPENAI, "later", 30);

        assertThat(answer).isInstanceOf(Answer.Later.class);
        assertThat(((Answer.Later) answer).until())
                .isBetween(Instant.now().plusSeconds(20), Instant.now().plusSeconds(60));
        assertThat(aimock.calls("later")).hasSize(1);
    }

    @Test
    void whatWouldComeAfterTheDeadlineIsTooLateAtOnce() throws Exception {
        aimock.answers("too late", error(429, "rate_limit_error", ",\"retryAfter\":600"));

        Answer answer = ask(ModelSettings.Provider.OPENAI, "too late", 30);

        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(((Answer.Failed) answer).reason()).contains("asks to wait");
        assertThat(((Answer.Failed) answer).kind()).isEqualTo(FailureKind.TOO_LATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void anAnswerThatWasCutIsKnownAsCut(ModelSettings.Provider provider) throws Exception {
        String text = "cut " + provider;
        aimock.answers(text, "{\"content\":\"And then\",\"finishReason\":\"length\"" + USAGE + "}");

        assertThat(ask(provider, text, 30))
                .isInstanceOfSatisfying(
                        Answer.Completed.class, done -> assertThat(done.cut()).isTrue());
    }

    private static Answer ask(ModelSettings.Provider provider, String text, int seconds)
            throws Exception {
        try (var models = new Models(Map.of("main", Questions.at(aimock.api(), provider)))) {
            return models.ask(Questions.ask(text, seconds));
        }
    }

    private static String error(int status, String type, String more) {
        return "{\"error\":{\"message\":\"no\",\"type\":\""
                + type
                + "\"},\"status\":"
                + status
                + more
                + "}";
    }
}
