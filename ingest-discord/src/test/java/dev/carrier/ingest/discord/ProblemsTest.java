package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    @Test
    void whatKeepsDiscordAwayIsSaidInWordsHoweverDeepItLies() {
        assertThat(
                        Problems.words(
                                new IllegalStateException(new UnknownHostException("discord.com"))))
                .isEqualTo("the name discord.com is not known: DNS, or no network");
        assertThat(Problems.words(new RuntimeException(new IOException(new ConnectException("x")))))
                .isEqualTo("the connection is refused");
        assertThat(Problems.words(new SocketTimeoutException("timeout")))
                .isEqualTo("it does not answer in time");
        assertThat(Problems.words(new IllegalStateException("gateway: HTTP 503")))
                .isEqualTo("gateway: HTTP 503");
    }

    @Test
    void onlyTheBotsOwnTokenCountsAsRefused() {
        assertThat(Unauthorized.isOfTheToken("channels/1/messages")).isTrue();
        assertThat(Unauthorized.isOfTheToken("interactions/1/abc/callback")).isFalse();
        assertThat(Unauthorized.isOfTheToken("webhooks/1/abc/messages/@original")).isFalse();
    }
}
