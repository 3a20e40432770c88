package dev.carrier.responder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carrier.contracts.Delivery;
import dev.carrier.contracts.Place;
import dev.carrier.sandbox.SeenMessage;
import dev.carrier.sandbox.SignalsClient.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Discord's limit of all that a bot does, fifty requests a second: a burst stays below it, and
 * while it lasts nothing is asked in any channel. Real JDA on the sandbox.
 */
class EverythingLimitedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ALLOWED = 50;
    private static final Executor AT_ONCE = Executors.newVirtualThreadPerTaskExecutor();

    private Speaking ada;

    @BeforeEach
    void connect() {
        ada = new Speaking();
    }

    @AfterEach
    void disconnect() {
        ada.close();
    }

    @Test
    void aBurstInManyChannelsStaysBelowFiftyRequestsASecond() {
        List<Speaking.Answer> answers = questions(120);
        long begun = ada.signals.last();

        List<Delivery> said = join(answers.stream().map(this::said).toList());

        assertThat(said).hasSize(120).allMatch(Delivery.Accepted.class::isInstance);
        assertThat(ada.discord.stats().path("rateLimited")).isEmpty();
        List<Instant> asked = asked(begun).stream().map(Seen::at).toList();
        assertThat(asked).hasSize(120);
        for (Instant from : asked) {
            Instant to = from.plusSeconds(1);
            assertThat(asked.stream().filter(at -> !at.isBefore(from) && at.isBefore(to)))
                    .hasSizeLessThanOrEqualTo(ALLOWED);
        }
    }

    @Test
    void whileEverythingIsLimitedNothingIsAskedInAnyChannel() {
        List<Speaking.Answer> answers = questions(8);
        long begun = ada.signals.last();
        ada.orders.at("discord.rest").method("POST").path("/messages$").everythingLimited(4);
        List<CompletableFuture<Delivery>> said = new ArrayList<>(List.of(said(answers.getFirst())));
        Seen limited = limited(begun);
        // What was told has to reach the bot.
        await().atMost(PATIENCE).until(() -> since(limited).compareTo(Duration.ofSeconds(1)) > 0);
        for (Speaking.Answer answer : answers.subList(1, 8)) {
            said.add(said(answer));
            said.add(CompletableFuture.supplyAsync(() -> answer.reaction("👀"), AT_ONCE));
        }

        assertThat(join(said)).hasSize(15).allMatch(Delivery.Accepted.class::isInstance);
        List<Seen> after = asked(limited.seq());
        assertThat(after).hasSize(15);
        assertThat(after).noneMatch(seen -> seen.at().isBefore(limited.at().plusSeconds(4)));
    }

    @Test
    void whatStandsInLineWhenEverythingIsLimitedIsNotAskedEither() {
        List<Speaking.Answer> answers = questions(60);
        long begun = ada.signals.last();
        ada.orders
                .at("discord.rest")
                .method("POST")
                .path("/messages$")
                .after(3)
                .times(1)
                .everythingLimited(4);

        List<Delivery> said = join(answers.stream().map(this::said).toList());

        assertThat(said).hasSize(60).allMatch(Delivery.Accepted.class::isInstance);
        Seen limited = limited(begun);
        assertThat(asked(limited.seq()))
                .hasSizeGreaterThan(40)
                .noneMatch(seen ->
                        seen.at().isAfter(limited.at().plusSeconds(1))
                                && seen.at().isBefore(limited.at().plusSeconds(4)));
    }

    @Test
    void aLimitOfEverythingThatOutlastsTheAnswersIsSaidAtOnceAndCostsOneRequest() {
        List<Speaking.Answer> answers = questions(3);
        long begun = ada.signals.last();
        ada.orders.at("discord.rest").method("POST").path("/messages$").everythingLimited(3600);
        Instant before = Instant.now();

        for (Speaking.Answer answer : answers) {
            assertThat(answer.part(1, 1, "yes"))
                    .isInstanceOfSatisfying(
                            Delivery.Refused.class,
                            refused -> {
                                assertThat(refused.reason())
                                        .startsWith("Discord's rate limit of everything until ")
                                        .endsWith(" (429)");
                                assertThat(refused.retryAt().orElseThrow())
                                        .isBetween(
                                                before.plusSeconds(3600), before.plusSeconds(3620));
                            });
        }
        assertThat(asked(begun)).hasSize(1);
    }

    /** An answer to give in each of so many channels. */
    private List<Speaking.Answer> questions(int channels) {
        List<String> made =
                IntStream.range(0, channels)
                        .mapToObj(one -> ada.discord.channel(ada.guild.id(), "talk-" + one))
                        .toList();
        ada.until(jda -> made.stream().allMatch(id -> jda.getTextChannelById(id) != null));
        return made.stream()
                .map(id -> {
                    SeenMessage asked = ada.discord.says(ada.bo, id, "@Ada, are you there?");
                    Place in = ada.channel(id, "talk");
                    return ada.new Answer(in, asked);
                })
                .toList();
    }

    private CompletableFuture<Delivery> said(Speaking.Answer answer) {
        return CompletableFuture.supplyAsync(() -> answer.part(1, 1, "yes"), AT_ONCE);
    }

    private static List<Delivery> join(List<CompletableFuture<Delivery>> deliveries) {
        return deliveries.stream().map(CompletableFuture::join).toList();
    }

    /** When Discord said so. */
    private Seen limited(long after) {
        return ada.signals.await(
                after, PATIENCE, seen -> seen.status().stream().anyMatch(it -> it == 429));
    }

    private static Duration since(Seen seen) {
        return Duration.between(seen.at(), Instant.now());
    }

    /** What the bot asked of Discord. */
    private List<Seen> asked(long after) {
        return ada.signals.after(after, Duration.ZERO).stream()
                .filter(seen -> seen.point().equals("received"))
                .filter(seen -> seen.where().equals("discord.rest"))
                .toList();
    }
}
