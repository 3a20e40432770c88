package dev.carrier.sandbox.discord;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carrier.sandbox.DiscordClient;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.Sandbox;
import dev.carrier.sandbox.SandboxClient;
import dev.carrier.sandbox.SandboxOptions;
import dev.carrier.sandbox.SignalsClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Orders at the REST API, and the signals by which a test knows how far a request has come. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Sandbox sandbox;
    private DiscordClient discord;
    private OrdersClient orders;
    private SignalsClient signals;
    private DiscordClient.NewGuild cafe;
    private Http http;

    @BeforeAll
    void aGuildWithAPersonAndABot() {
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults()
                                .withMessageLimit(1000, Duration.ofSeconds(5))
                                .withRequestsPerSecond(1000));
        var client = new SandboxClient(sandbox.base());
        discord = client.discord();
        orders = client.orders();
        signals = client.signals();
        var ada = discord.bot("Ada");
        cafe = discord.guild("Café", discord.person("Grace"), ada.id());
        http = new Http(sandbox.discordApi(), ada.token());
    }

    @AfterEach
    void allOrdersEnd() {
        orders.endAll();
    }

    @AfterAll
    void theWorldEnds() {
        sandbox.close();
    }

    private OrdersClient.Draft atPosts(String channel) {
        return orders.at("discord.rest")
                .method("POST")
                .path("/channels/" + channel + "/messages$")
                .account("Ada");
    }

    @Test
    void aPostThatIsHeldBeforeItsAnswerShowsInTheChannel() throws Exception {
        var channel = discord.channel(cafe.id(), "held");
        var from = signals.last();
        var order = atPosts(channel).hold("before-answer");
        var answer =
                http.later(
                        "POST", "channels/" + channel + "/messages", "{\"content\":\"visible\"}");
        var seen = signals.await(from, PATIENCE, s -> s.point().equals("before-answer"));
        assertThat(seen.account()).isEqualTo("Ada");
        assertThat(seen.status()).hasValue(200);
        assertThat(discord.messages(channel)).hasSize(1);
        assertThat(answer).isNotDone();
        order.release();
        assertThat(answer.get(30, SECONDS).status()).isEqualTo(200);
        signals.await(from, PATIENCE, s -> s.point().equals("after-answer"));
    }

    @Test
    void aPostThatIsHeldWhenReceivedHasDoneNothingYet() throws Exception {
        var channel = discord.channel(cafe.id(), "waiting");
        var from = signals.last();
        var order = atPosts(channel).contains("patience").hold("received");
        var answer =
                http.later(
                        "POST", "channels/" + channel + "/messages", "{\"content\":\"patience\"}");
        signals.await(
                from,
                PATIENCE,
                s -> s.point().equals("received") && s.excerpt().contains("patience"));
        http.say(channel, "overtakes");
        assertThat(discord.messages(channel))
                .extracting(m -> m.content())
                .containsExactly("overtakes");
        order.release();
        assertThat(answer.get(30, SECONDS).status()).isEqualTo(200);
        assertThat(discord.messages(channel)).hasSize(2);
    }

    @Test
    void aDropBeforeDoesNothingAndADropAfterHasDoneIt() throws Exception {
        var channel = discord.channel(cafe.id(), "dropped");
        atPosts(channel).dropBefore();
        assertThatThrownBy(() -> http.say(channel, "lost")).isInstanceOf(IOException.class);
        assertThat(discord.messages(channel)).isEmpty();
        atPosts(channel).dropAfter();
        assertThatThrownBy(() -> http.say(channel, "done")).isInstanceOf(IOException.class);
        assertThat(discord.messages(channel)).hasSize(1);
        assertThat(http.say(channel, "and on").status()).isEqualTo(200);
    }

    @Test
    void aHangEndsInACutConnection() throws Exception {
        var channel = discord.channel(cafe.id(), "hung");
        atPosts(channel).hang(0.2);
        assertThatThrownBy(() -> http.say(channel, "hello?")).isInstanceOf(IOException.class);
        assertThat(discord.messages(channel)).isEmpty();
    }

    @Test
    void aStatusIsAnsweredAsOftenAsOrderedAfterThoseThatPass() throws Exception {
        var channel = discord.channel(cafe.id(), "refused");
        atPosts(channel).after(1).times(2).status(503);
        var statuses = new int[4];
        for (var i = 0; i < 4; i++) {
            statuses[i] = http.say(channel, "try " + i).status();
        }
        assertThat(statuses).containsExactly(200, 503, 503, 200);
    }

    @Test
    void anOrdered429SaysHowLongToWait() throws Exception {
        atPosts(cafe.general()).rateLimited(7);
        var answer = http.say(cafe.general(), "hi");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.header("Via")).isNotEmpty();
    }

    @Test
    void aSlowAnswerComesLaterButComes() throws Exception {
        atPosts(cafe.general()).slow(300);
        var begun = System.nanoTime();
        assertThat(http.say(cafe.general(), "hi").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void manyHeldRequestsDoNotStopOthers() throws Exception {
        var channel = discord.channel(cafe.id(), "crowd");
        var from = signals.last();
        var order = atPosts(channel).times(-1).hold("received");
        var held =
                IntStream.range(0, 300)
                        .mapToObj(i ->
                                http.later(
                                        "POST",
                                        "channels/" + channel + "/messages",
                                        "{\"content\":\"" + i + "\"}"))
                        .toList();
        signals.await(
                from,
                PATIENCE,
                new Predicate<>() {
                    private int received;

                    @Override
                    public boolean test(SignalsClient.Seen seen) {
                        return seen.point().equals("received") && ++received == 300;
                    }
                });
        assertThat(http.say(cafe.general(), "unharmed").status()).isEqualTo(200);
        order.release();
        CompletableFuture.allOf(held.toArray(CompletableFuture[]::new)).get(60, SECONDS);
        assertThat(discord.messages(channel)).hasSize(300);
    }

    @Test
    void anOrderThatMakesNoSenseIsRefusedWithASentence() {
        assertThatThrownBy(() -> orders.at("nowhere").cut())
                .hasMessageContaining("where: discord.rest");
    }
}
