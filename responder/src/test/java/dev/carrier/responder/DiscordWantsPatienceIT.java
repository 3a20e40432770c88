package dev.carrier.responder;

import static dev.carrier.responder.News.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Discord wants patience, with rate limits, slow mode and outages: what can wait is said once, what
 * cannot is refused in time, and other channels go on.
 */
class DiscordWantsPatienceIT {
    @AutoClose private static final Speaking ada = new Speaking();
    @AutoClose private final News news = new News(ada);

    @Test
    void slowModeIsRefusedOnceAndTheReasonNamesThePermission() {
        news.refuse(403, 20016, "This action cannot be performed due to slowmode rate limit.");

        news.allIsRefused("slow mode in #news: give it Manage Messages (20016)", 1);
    }

    @Test
    void aRateLimitThatOutlastsTheAnswerRefusesItInTime() throws Exception {
        news.posts().rateLimited(3600);
        Speaking.Answer answer =
                ada.new Answer(news.place, news.question(), Instant.now(), Duration.ofSeconds(10));

        String why =
                CompletableFuture.supplyAsync(() -> reason(answer.part(1, 2, "one")))
                        .get(60, TimeUnit.SECONDS);

        assertThat(why).startsWith("Discord's rate limit here until ").endsWith(" (429)");
        assertThat(reason(answer.part(2, 2, "two"))).startsWith("an earlier part was refused");
        assertThat(news.attempts()).isEqualTo(1);
        news.othersGoOn();
    }

    @Test
    void aLongRateLimitIsSaidAtOnceWithTheTimeAtWhichItEndsAndCostsOneRequest() {
        news.posts().rateLimited(3600);
        Instant before = Instant.now();

        Delivery.Refused first = (Delivery.Refused) news.answer().part(1, 1, "one");
        Delivery.Refused second = (Delivery.Refused) news.answer().part(1, 1, "another");

        assertThat(first.retryAt().orElseThrow())
                .isBetween(before.plusSeconds(3600), before.plusSeconds(3620));
        assertThat(second.retryAt()).isEqualTo(first.retryAt());
        assertThat(first.barredUntil()).isEmpty();
        assertThat(news.attempts()).isEqualTo(1);
        news.othersGoOn();
    }

    @Test
    void aRateLimitOfOneChannelDoesNotHoldAnother() throws Exception {
        news.posts().rateLimited(15);
        CompletableFuture<Delivery> held =
                CompletableFuture.supplyAsync(() -> news.answer().part(1, 1, "later"));
        ada.signals.await(
                news.begun,
                Duration.ofSeconds(30),
                seen ->
                        seen.method().equals("POST")
                                && seen.path().endsWith(news.channel + "/messages"));

        news.othersGoOn();

        assertThat(held).isNotDone();
        assertThat(held.get(60, TimeUnit.SECONDS)).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void anUnavailableDiscordIsAskedAgainAndTheAnswerIsSaidOnce() {
        news.posts().times(2).status(503);

        assertThat(news.answer().part(1, 1, "at last")).isInstanceOf(Delivery.Accepted.class);
        assertThat(news.spoken()).hasSize(1);
        assertThat(news.attempts()).isEqualTo(3);
    }
}
