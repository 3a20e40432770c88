package dev.carrier.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryBenchTest {
    private static final Instant KILLED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Said BEFORE = said("no0000001", -1);
    private static final Said AFTER = said("no0000002", 1);
    private static final Said LATER = said("no0000003", 2);

    @Test
    void itHasRecoveredWhenSomebodyWhoWroteAfterTheKillIsAnswered() {
        RecoveryReport report =
                report(Map.of(BEFORE, message(3), AFTER, message(7), LATER, message(6)));

        assertThat(report.recovery()).contains(Duration.ofSeconds(6));
        assertThat(report.longest()).isEqualTo(Duration.ofSeconds(6));
        assertThat(report.seconds()).isEqualTo(6);
    }

    @Test
    void anAnswerToWhatWasAskedBeforeIsNoRecovery() {
        RecoveryReport report = report(Map.of(BEFORE, message(3)));

        assertThat(report.recovery()).isEmpty();
        assertThat(report.seconds()).isNaN();
    }

    private static RecoveryReport report(Map<Said, SeenMessage> answers) {
        return RecoveryBench.report(
                KILLED, List.of(BEFORE, AFTER, LATER), new Answers(answers, 0, List.of(), 0));
    }

    private static Said said(String token, long second) {
        return new Said(token, KILLED.plusSeconds(second), message(second));
    }

    private static SeenMessage message(long second) {
        return new SeenMessage(
                Long.toString(second),
                "channel",
                "author",
                "Mara",
                false,
                "text",
                Optional.empty(),
                Optional.empty(),
                KILLED.plusSeconds(second),
                false,
                List.of(),
                false,
                List.of(),
                "default",
                Map.of());
    }
}
