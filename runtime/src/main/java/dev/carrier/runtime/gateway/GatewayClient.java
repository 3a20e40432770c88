package dev.carrier.runtime.gateway;

import dev.carrier.runtime.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks {@code GET /gateway/bot}. Thread-safe; blocks for ten seconds at most. */
public final class GatewayClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    // https://docs.discord.com/developers/reference#user-agent
    private static final String AGENT = "DiscordBot (https://discord.com, 10) Carrier";

    private final URI question;

    /**
     * @param api the base of Discord's REST API, with the closing slash
     */
    public GatewayClient(URI api) {
        this.question = api.resolve("gateway/bot");
    }

    /** The token is not accepted. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused() {
            super("HTTP 401");
        }
    }

    /**
     * What Discord says of the bot.
     *
     * @param token without {@code Bot }
     * @throws Refused when it does not accept the token
     * @throws IOException when it does not answer, or not with that
     */
    public GatewayBot ask(Secret token) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(question)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bot " + token.value())
                        .header("User-Agent", AGENT)
                        .build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() == 401) {
                throw new Refused();
            }
            if (answer.statusCode() != 200) {
                throw new IOException("gateway/bot: HTTP " + answer.statusCode());
            }
            return GatewayBot.read(answer.body());
        } catch (IllegalArgumentException unreadable) {
            throw new IOException("gateway/bot: " + unreadable.getMessage(), unreadable);
        }
    }
}
