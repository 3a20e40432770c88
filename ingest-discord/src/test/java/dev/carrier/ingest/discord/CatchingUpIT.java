package dev.carrier.ingest.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carrier.contracts.Event;
import dev.carrier.contracts.Hearing;
import dev.carrier.runtime.kafka.KafkaClients;
import dev.carrier.sandbox.DiscordClient.NewBot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What was missed is heard later, in order and once; what is old is not heard at all. */
class CatchingUpIT {
    @AutoClose private static final Town town = Town.quick();

    private final NewBot ada = town.bot("Ada");
    private final String channel = town.channel("room");

    @Test
    void nothingOldIsHeardAtAFirstInstall() {
        town.discord.says(town.bob, channel, "long ago");
        try (var _ = town.listen(ada)) {
            var now = town.discord.says(town.bob, channel, "now");
            town.soonSaid(ada, now.id());
        }
        assertThat(town.texts(ada)).containsExactly("now");
    }

    @Test
    void whatWasWrittenWhileAwayIsHeardInOrderBeforeWhatIsLive() {
        town.hearsOnce(ada, channel, "before");
        var missed = IntStream.rangeClosed(1, 130).mapToObj(i -> "missed " + i).toList();
        missed.forEach(text -> town.discord.says(town.bob, channel, text));
        long signals = town.client.signals().last();
        var history =
                town.client
                        .orders()
                        .at("discord.rest")
                        .method("GET")
                        .path(channel + "/messages")
                        .account(ada.name())
                        .hold("received");
        try (var worker = started()) {
            town.client
                    .signals()
                    .await(
                            signals,
                            Town.PATIENCE,
                            it -> it.point().equals("received") && it.path().contains(channel));
            town.discord.says(town.bob, channel, "live");
            town.client
                    .signals()
                    .await(
                            signals,
                            Town.PATIENCE,
                            it -> it.point().equals("dispatch") && it.excerpt().contains("live"));
            assertThat(town.texts(ada)).containsExactly("before");
            history.release();
            var all = new ArrayList<>(List.of("before"));
            all.addAll(missed);
            all.add("live");
            Town.soon().untilAsserted(() -> assertThat(town.texts(ada)).hasSize(132));
            assertThat(town.texts(ada)).containsExactlyElementsOf(all);
            assertThat(worker.health().accounts().getFirst().catchUp().heard()).isBetween(130, 131);
        }
        var late = town.said(ada).stream().map(it -> it.heardBy().getFirst()).map(Hearing::late);
        assertThat(late.toList().subList(0, 131)).containsOnlyOnce(false).startsWith(false);
    }

    @Test
    void theRolesOfWhoWroteWhileAwayAreKnown() {
        town.hearsOnce(ada, channel, "before");
        String gil = town.discord.person("Gil");
        town.discord.joins(gil, town.cafe.id());
        String vip = town.discord.role(town.cafe.id(), "VIP");
        town.discord.has(gil, town.cafe.id(), vip, true);
        var missed = town.discord.says(gil, channel, "missed");
        try (var _ = town.listen(ada)) {
            assertThat(town.soonSaid(ada, missed.id()).by().roles()).contains(vip);
        }
    }

    @Test
    void whatIsMissedInSeveralPlacesIsHeard() {
        var thread = town.discord.thread(channel, "side", town.bob);
        var dm = town.discord.dm(town.bob, ada.id());
        try (var _ = town.listen(ada)) {
            town.discord.says(town.bob, thread, "thread before");
            var last = town.discord.says(town.bob, dm, "dm before");
            town.soonSaid(ada, last.id());
            Town.soon()
                    .untilAsserted(() ->
                            assertThat(town.texts(ada)).contains("thread before", "dm before"));
        }
        town.discord.says(town.bob, thread, "thread missed");
        town.discord.says(town.bob, dm, "dm missed");
        var young = town.channel("young");
        town.discord.says(town.bob, young, "in a new channel");
        var newThread = town.discord.thread(channel, "new", town.bob);
        town.discord.says(town.bob, newThread, "in a new thread");
        try (var _ = town.listen(ada)) {
            Town.soon()
                    .untilAsserted(() ->
                            assertThat(town.texts(ada))
                                    .contains(
                                            "thread missed",
                                            "dm missed",
                                            "in a new channel",
                                            "in a new thread"));
        }
        assertThat(town.said(ada).stream().filter(it -> it.text().equals("dm missed")))
                .allMatch(it -> it.heardBy().getFirst().member());
    }

    @Test
    void anOldThreadThatIsBroughtBackWhileAwayIsHeard() {
        var thread = town.discord.thread(channel, "old", town.bob);
        town.discord.archive(thread, true, false);
        town.hearsOnce(ada, channel, "before");
        town.discord.says(town.bob, thread, "awake again");
        town.discord.says(town.bob, thread, "and again");
        try (var _ = town.listen(ada)) {
            Town.soon().untilAsserted(() -> assertThat(town.texts(ada)).hasSize(3));
        }
        assertThat(town.texts(ada)).contains("before");
        assertThat(town.texts(ada).stream().filter(it -> !it.equals("before")))
                .containsExactly("awake again", "and again");
    }

    @Test
    void aServerThatIsOutOfOrderWhenTheSessionBeginsIsCaughtUpWhenItComes() {
        var farm = town.discord.guild("Farm", town.bob, ada.id());
        town.hearsOnce(ada, farm.general(), "before");
        town.discord.says(town.bob, farm.general(), "missed");
        town.discord.outage(farm.id(), true);
        try (var _ = town.listen(ada)) {
            var young = town.discord.channel(farm.id(), "young");
            town.discord.says(town.bob, young, "in a new channel");
            town.discord.says(town.bob, farm.general(), "meanwhile");
            town.discord.outage(farm.id(), false);
            town.discord.says(town.bob, farm.general(), "live");
            Town.soon().untilAsserted(() -> assertThat(town.texts(ada)).hasSize(5));
        }
        assertThat(town.texts(ada)).contains("in a new channel");
        assertThat(town.texts(ada).stream().filter(it -> !it.contains("new channel")))
                .containsExactly("before", "missed", "meanwhile", "live");
    }

    @Test
    void aServerThatIsOutOfOrderForAWhileIsCaughtUp() {
        try (var _ = town.listen(ada)) {
            town.soonSaid(ada, town.discord.says(town.bob, channel, "before").id());
            town.discord.outage(town.cafe.id(), true);
            town.discord.says(town.bob, channel, "meanwhile");
            town.discord.outage(town.cafe.id(), false);
            town.discord.says(town.bob, channel, "live");
            Town.soon().untilAsserted(() -> assertThat(town.texts(ada)).hasSize(3));
        }
        assertThat(town.texts(ada)).containsExactly("before", "meanwhile", "live");
    }

    @Test
    void quietChannelsCostNoRequest() {
        town.hearsOnce(ada, channel, "before");
        long signals = town.client.signals().last();
        try (var _ = town.listen(ada)) {
            assertThat(town.client.signals().after(signals, Duration.ofMillis(1)))
                    .noneMatch(it ->
                            it.account().equals(ada.name()) && it.path().contains("messages"));
        }
    }

    @Test
    void ofTooMuchTheNewestIsHeard() {
        town.hearsOnce(ada, channel, "before");
        IntStream.range(0, 9).forEach(i -> town.discord.says(town.bob, channel, "missed " + i));
        var few = new IngestOptions(town.sandbox.discordApi(), 4, Duration.ofHours(1), 100);
        try (var worker = town.worker(few, town.kafka, ada)) {
            worker.start();
            Town.awaitListening(worker);
        }
        assertThat(town.texts(ada))
                .containsExactly("before", "missed 5", "missed 6", "missed 7", "missed 8");
    }

    @Test
    void cursorsThatRedisLostAreRebuiltFromWhatWasPublished() {
        town.hearsOnce(ada, channel, "before");
        town.redis.keys("c:1:cursor:{" + Town.account(ada) + "}*").forEach(town.redis::del);
        town.discord.says(town.bob, channel, "missed");
        try (var _ = town.listen(ada)) {
            Town.soon().untilAsserted(() -> assertThat(town.texts(ada)).hasSize(2));
        }
        assertThat(town.texts(ada)).containsExactly("before", "missed");
    }

    @Test
    void aWorkerThatEndsInTheMiddleOfCatchingUpLosesNothing() {
        town.hearsOnce(ada, channel, "before");
        IntStream.range(0, 20).forEach(i -> town.discord.says(town.bob, channel, "missed " + i));
        long signals = town.client.signals().last();
        var history =
                town.client
                        .orders()
                        .at("discord.rest")
                        .path(channel + "/messages")
                        .account(ada.name())
                        .hold("before-answer");
        try (var _ = started()) {
            town.client
                    .signals()
                    .await(
                            signals,
                            Town.PATIENCE,
                            it ->
                                    it.point().equals("before-answer")
                                            && it.path().contains(channel));
            town.discord.says(town.bob, channel, "while catching up");
        }
        history.release();
        try (var _ = town.listen(ada)) {
            Town.soon().untilAsserted(() -> assertThat(town.texts(ada)).hasSize(22));
        }
        assertThat(town.texts(ada).getLast()).isEqualTo("while catching up");
        assertThat(town.texts(ada)).doesNotHaveDuplicates();
    }

    @Test
    void whatKafkaDidNotTakeBeforeTheEndIsHeardByTheNextWorker() {
        town.hearsOnce(ada, channel, "before");
        var nowhere = new KafkaClients("127.0.0.1:1", Map.of());
        var young = town.channel("young");
        long signals = town.client.signals().last();
        try (var worker = town.worker(IngestOptions.at(town.sandbox.discordApi()), nowhere, ada)) {
            worker.start();
            Town.awaitListening(worker);
            town.discord.says(town.bob, channel, "not taken");
            town.discord.says(town.bob, young, "first word");
            town.client
                    .signals()
                    .await(
                            signals,
                            Town.PATIENCE,
                            it ->
                                    it.point().equals("dispatch")
                                            && it.excerpt().contains("first word"));
        }
        try (var _ = town.listen(ada)) {
            Town.soon().untilAsserted(() -> assertThat(town.texts(ada)).hasSize(3));
        }
        assertThat(town.texts(ada)).contains("before", "not taken", "first word");
    }

    @Test
    void aSessionThatCannotBeResumedMissesNothing() {
        try (var worker = town.listen(ada)) {
            town.soonSaid(ada, town.discord.says(town.bob, channel, "before").id());
            town.client.orders().at("discord.gateway").account(ada.name()).invalidSession(false);
            IntStream.range(0, 20).forEach(i -> town.discord.says(town.bob, channel, "word " + i));
            Town.soon().until(() -> town.discord.counted("identifies", ada.name()) == 2);
            Town.awaitListening(worker);
            town.discord.says(town.bob, channel, "after");
            Town.soon().untilAsserted(() -> assertThat(town.texts(ada)).contains("after"));
        }
        var expected = new ArrayList<>(List.of("before"));
        IntStream.range(0, 20).forEach(i -> expected.add("word " + i));
        expected.add("after");
        assertThat(town.said(ada).stream().map(Event.Said::text).distinct())
                .containsExactlyElementsOf(expected);
    }

    private IngestDiscord started() {
        var worker = town.worker(IngestOptions.at(town.sandbox.discordApi()), town.kafka, ada);
        worker.start();
        return worker;
    }
}
