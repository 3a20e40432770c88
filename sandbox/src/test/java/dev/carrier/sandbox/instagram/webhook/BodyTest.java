package dev.carrier.sandbox.instagram.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.sandbox.instagram.payload.Update;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.App;
import dev.carrier.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_755_779_280_123L);

    private final Account ada = new Account("1784", "1", "2", "ada", "Ada", "BUSINESS");
    private final Account bo = new Account("1785", "3", "4", "bo", "Bo", "BUSINESS");

    private static Update update(Account account, String field, int number) {
        return new Update(account, field, NOW, "lane", Json.object().put("n", number));
    }

    private static String written(App.Form form, Update... updates) {
        return Json.write(Body.of(List.of(updates), form, NOW));
    }

    @Test
    void theChangesOfOneAccountShareAnEntry() {
        assertThat(
                        written(
                                App.Form.CHANGES,
                                update(ada, "comments", 1),
                                update(bo, "comments", 2),
                                update(ada, "live_comments", 3)))
                .isEqualTo(
                        "{\"object\":\"instagram\",\"entry\":["
                                + "{\"id\":\"1784\",\"time\":1755779280,\"changes\":[{\"field\":\"comments\",\"value\":{\"n\":1}},{\"field\":\"live_comments\",\"value\":{\"n\":3}}]},"
                                + "{\"id\":\"1785\",\"time\":1755779280,\"changes\":[{\"field\":\"comments\",\"value\":{\"n\":2}}]}]}");
    }

    @Test
    void aCommentMayStandInItsEntryDirectlyAndAMessageIsInMilliseconds() {
        assertThat(written(App.Form.DIRECT, update(ada, "comments", 1), update(ada, "messages", 2)))
                .isEqualTo(
                        "{\"object\":\"instagram\",\"entry\":["
                                + "{\"id\":\"1784\",\"time\":1755779280,\"field\":\"comments\",\"value\":{\"n\":1}},"
                                + "{\"id\":\"1784\",\"time\":1755779280123,\"messaging\":[{\"n\":2}]}]}");
        assertThat(written(App.Form.WRAPPED, update(ada, "comments", 1)))
                .startsWith("[{")
                .endsWith("}]");
    }

    @Test
    void whatIsSentIsAsciiWithEscapedSlashesAndStillTheSameJson() {
        var body = Json.object().put("text", "a/b \"c\" \\ é 🎉 \u007f");
        var bytes = Body.bytes(body);
        var text = new String(bytes, StandardCharsets.US_ASCII);
        assertThat(text)
                .isEqualTo("{\"text\":\"a\\/b \\\"c\\\" \\\\ \\u00e9 \\ud83c\\udf89 \\u007f\"}");
        assertThat(Json.parse(text)).hasValue(body);
    }

    @Test
    void theSignatureIsThatOfTheBytes() {
        assertThat(
                        Body.signature(
                                "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII),
                                "Jefe"))
                .isEqualTo(
                        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
