package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Event;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.sandbox.DiscordClient.NewBot;
import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.SignalsClient.Seen;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people write in a DM while the gateway's session is away becomes one event each, in order.
 * Discord lists no DMs when a session begins, so nothing but the worker knows that there are any.
 */
class SessionGapIT {
    private static Town town;

    private final Semaphore turns = new Semaphore(Integer.MAX_VALUE / 2);
    private final List<String> written = new ArrayList<>();
    private NewBot ada = new NewBot("", "", "");
    private String dm = "";

    @BeforeAll
    static void open() {
        town = Town.quick();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @BeforeEach
    void aNewAda() {
        ada = town.bot("Ada");
        dm = town.discord.dm(town.bob, ada.id());
    }

    @AfterEach
    void noMoreOrders() {
        town.client.orders().endAll();
    }

    static Stream<Named<Consumer<OrdersClient.Draft>>> ends() {
        return Stream.of(
                Named.of("op 9, not to be resumed", it -> it.invalidSession(false)),
                Named.of("op 9, to be resumed", it -> it.invalidSession(true)),
                Named.of("op 7", OrdersClient.Draft::reconnect),
                Named.of("close code 4000", it -> it.close(4000)),
                Named.of("close code 4009", it -> it.close(4009)),
                Named.of("a cut line", OrdersClient.Draft::cut),
                Named.of("a dead line", OrdersClient.Draft::deaf));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aSessionThatEndsCostsNoLine(Consumer<OrdersClient.Draft> end) {
        try (var worker = adaHearsHello()) {
            long signals = town.client.signals().last();
            end.accept(atGateway());
            says("away 1", "away 2", "away 3");
            awaitSignal(signals, it -> List.of("identify", "resume").contains(it.point()));
            says("back 1", "back 2");
            heardAll();
            Town.awaitListening(worker);
        }
        heardAll();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aSessionThatEndsAndCannotBeResumedCostsNoLine(Consumer<OrdersClient.Draft> end) {
        try (var worker = adaHearsHello()) {
            atGateway().method("RESUME").invalidSession(false);
            turns.drainPermits();
            end.accept(atGateway());
            says("away 1", "away 2", "away 3");
            Town.soon().until(turns::hasQueuedThreads);
            says("away 4");
            turns.release(100);
            heardAll();
            says("back");
            heardAll();
            Town.awaitListening(worker);
        }
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aSessionThatEndsBeforeItHasBegunIsBegunAgain(Consumer<OrdersClient.Draft> end) {
        try (var worker = adaHearsHello()) {
            end.accept(atGateway().method("IDENTIFY"));
            atGateway().invalidSession(false);
            says("away 1", "away 2");
            heardAll();
            says("back");
            heardAll();
            Town.awaitListening(worker);
        }
    }

    @Test
    void aSessionThatEndedBeforeItHadBegunComesBackWhenItsTurnIsLate() {
        try (var worker = adaHearsHello()) {
            turns.drainPermits();
            atGateway().method("IDENTIFY").close(4000);
            long signals = town.client.signals().last();
            atGateway().invalidSession(false);
            turns.release();
            awaitSignal(signals, it -> it.point().equals("identify"));
            Town.soon().until(turns::hasQueuedThreads);
            says("away 1", "away 2");
            turns.release(100);
            heardAll();
            Town.awaitListening(worker);
        }
    }

    @Test
    void whatIsLiveBeforeTheMissedWasFetchedWaitsForIt() {
        try (var _ = adaHearsHello()) {
            long signals = town.client.signals().last();
            var history = holdHistory("received");
            atGateway().invalidSession(false);
            says("away 1", "away 2");
            awaitSignal(signals, it -> it.point().equals("received") && isHistory(it));
            says("live 1", "live 2");
            awaitSignal(signals, it -> isDispatch(it, "live 2"));
            assertThat(town.texts(ada)).containsExactly("hello");
            history.release();
            heardAll();
        }
    }

    @Test
    void whatTheHistoryHadAndTheGatewayDeliversLaterIsOneEvent() {
        try (var _ = adaHearsHello()) {
            long signals = town.client.signals().last();
            var history = holdHistory("received");
            atGateway().invalidSession(false);
            says("away");
            awaitSignal(signals, it -> it.point().equals("received") && isHistory(it));
            var delivery = atGateway().method("MESSAGE_CREATE").hold("before-answer");
            says("in both");
            history.release();
            heardAll();
            delivery.release();
            awaitSignal(signals, it -> isDispatch(it, "in both"));
            says("after");
            heardAll();
        }
    }

    @Test
    void aDmWhoseFirstLineStillWaitsIsCaughtUpToo() {
        adaHearsHelloElsewhere();
        long signals = town.client.signals().last();
        // A session is not settled before it is known who owns the application.
        var owner =
                town.client
                        .orders()
                        .at("discord.rest")
                        .path("applications/@me$")
                        .account(ada.name())
                        .hold("received");
        try (var worker = worker(town.kafka)) {
            worker.start();
            awaitSignal(signals, it -> it.path().endsWith("applications/@me"));
            says("first");
            awaitSignal(signals, it -> isDispatch(it, "first"));
            long before = town.client.signals().last();
            atGateway().invalidSession(false);
            says("away 1", "away 2");
            awaitSignal(before, it -> it.point().equals("identify"));
            owner.release();
            heardAll();
        }
    }

    @Test
    void severalSessionsThatEndAtOnceCostNoLine() {
        try (var worker = adaHearsHello()) {
            for (int time = 0; time < 4; time++) {
                long signals = town.client.signals().last();
                atGateway().invalidSession(false);
                says("away " + time);
                awaitSignal(signals, it -> it.point().equals("identify"));
                says("between " + time);
            }
            heardAll();
            Town.awaitListening(worker);
        }
    }

    @Test
    void whatKafkaDidNotTakeIsHeardByTheNextWorker() {
        adaHearsHello().close();
        try (var worker = worker(new KafkaClients("127.0.0.1:1", Map.of()))) {
            worker.start();
            Town.awaitListening(worker);
            long signals = town.client.signals().last();
            says("not taken");
            awaitSignal(signals, it -> isDispatch(it, "not taken"));
            atGateway().invalidSession(false);
            says("away");
            awaitSignal(signals, it -> it.point().equals("identify"));
        }
        says("while nobody listened");
        try (var _ = listening()) {
            heardAll();
            says("live");
            heardAll();
        }
    }

    @Test
    void aHundredLinesInTheGapStayInOrder() {
        try (var _ = adaHearsHello()) {
            atGateway().invalidSession(false);
            says(IntStream.range(0, 130).mapToObj(i -> "line " + i).toArray(String[]::new));
            heardAll();
        }
    }

    @Test
    void aPersonsWordsCountAsAMembersAlsoWhenTheSessionIsAway() {
        try (var _ = adaHearsHello()) {
            long signals = town.client.signals().last();
            atGateway().invalidSession(false);
            says("away");
            awaitSignal(signals, it -> it.point().equals("identify"));
            says("back");
            heardAll();
        }
        assertThat(town.said(ada))
                .extracting(it -> it.heardBy().getFirst().member())
                .containsOnly(true);
    }

    @Test
    void aDmIsAskedForItsHistoryAndNotOpenedAnew() {
        adaHearsHello().close();
        long signals = town.client.signals().last();
        try (var _ = listening()) {
            assertThat(town.client.signals().after(signals, Duration.ofMillis(1)))
                    .filteredOn(it -> it.account().equals(ada.name()))
                    .anyMatch(this::isHistory)
                    .noneMatch(it -> it.path().endsWith("users/@me/channels"));
        }
    }

    private IngestDiscord adaHearsHello() {
        var worker = listening();
        says("hello");
        heardAll();
        return worker;
    }

    private void adaHearsHelloElsewhere() {
        try (var _ = listening()) {
            town.soonSaid(ada, town.discord.says(town.bob, town.cafe.general(), "hello").id());
        }
    }

    private IngestDiscord listening() {
        var worker = worker(town.kafka);
        worker.start();
        Town.awaitListening(worker);
        return worker;
    }

    private IngestDiscord worker(KafkaClients kafka) {
        return new IngestDiscord(
                List.of(Town.listening(ada)),
                IngestOptions.at(town.sandbox.discordApi()),
                kafka,
                town.redis,
                _ -> turns.acquire(),
                Clock.systemUTC());
    }

    private void says(String... lines) {
        for (String line : lines) {
            town.discord.says(town.bob, dm, line);
            written.add(line);
        }
    }

    /** Every line once, in the order in which they were written. */
    private void heardAll() {
        Town.soon()
                .untilAsserted(
                        () -> assertThat(heard()).hasSizeGreaterThanOrEqualTo(written.size()));
        assertThat(heard()).containsExactlyElementsOf(written);
    }

    /** Of the DM alone: between conversations there is no order. */
    private List<String> heard() {
        return town.said(ada).stream()
                .filter(said -> said.in().channel().equals(dm))
                .map(Event.Said::text)
                .toList();
    }

    private OrdersClient.Draft atGateway() {
        return town.client.orders().at("discord.gateway").account(ada.name());
    }

    private OrdersClient.Given holdHistory(String point) {
        return town.client
                .orders()
                .at("discord.rest")
                .method("GET")
                .path(dm + "/messages")
                .account(ada.name())
                .hold(point);
    }

    private void awaitSignal(long after, Predicate<Seen> wanted) {
        town.client
                .signals()
                .await(
                        after,
                        Town.PATIENCE,
                        it -> it.account().equals(ada.name()) && wanted.test(it));
    }

    private boolean isHistory(Seen it) {
        return it.method().equals("GET") && it.path().contains(dm + "/messages");
    }

    private static boolean isDispatch(Seen it, String text) {
        return it.point().equals("dispatch") && it.excerpt().contains(text);
    }
}
