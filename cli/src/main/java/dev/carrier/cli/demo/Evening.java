package dev.carrier.cli.demo;

import dev.carrier.sandbox.OrdersClient;
import dev.carrier.sandbox.SeenMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The script of the evening. Each scene says who must answer, or that nobody may. */
final class Evening {
    private static final int LONG = 6000;

    /** White space at the joints of parts may go. */
    private static final int ENOUGH = LONG * 98 / 100;

    private final Stage stage;

    Evening(Stage stage) {
        this.stage = stage;
    }

    /** Plays all of it. */
    void play() throws InterruptedException {
        mention();
        byName();
        notAddressed();
        tenAtOnce();
        deliveredTwice();
        twoInOneChannel();
        directMessage();
        thread();
        longAnswer();
        duringADisconnect();
        deletedBeforeItsAnswer();
        modelFails();
    }

    private void mention() throws InterruptedException {
        stage.scene("A mention", "Ada must answer, nobody else may");
        one(
                "ada",
                "Bo",
                "general",
                stage.channel("general"),
                "@Ada good evening! are there infinitely many primes?");
    }

    private void byName() throws InterruptedException {
        stage.scene("By name, without a mention", "Okke must answer, nobody else may");
        one(
                "okke",
                "Mina",
                "general",
                stage.channel("general"),
                "okke, what's your favourite food?");
    }

    private void notAddressed() {
        stage.scene("Talk among people", "nobody may answer");
        String channel = stage.channel("general");
        stage.expect(
                Expected.silence(
                        stage.says(
                                "Tom",
                                "general",
                                channel,
                                "did anyone see where I left my bike?")));
        stage.expect(
                Expected.silence(
                        stage.says("Mina", "general", channel, "behind the shed, as always")));
    }

    private void tenAtOnce() throws InterruptedException {
        stage.scene("Ten messages at once", "Ada must answer once, with one model call");
        String channel = stage.channel("garden");
        List<SeenMessage> burst = new ArrayList<>();
        burst.add(stage.says("Bo", "garden", channel, "@Ada quick"));
        for (String line :
                List.of(
                        "it is about my tomatoes",
                        "the small ones",
                        "on the windowsill",
                        "since Monday",
                        "they grow and grow",
                        "but not in width",
                        "the basil is fine",
                        "which is strange",
                        "my tomato seedlings are long and thin and fall over, help")) {
            burst.add(stage.says("Bo", "garden", channel, line));
        }
        stage.awaitAnswer(Expected.answer("ada", burst), "garden");
    }

    private void deliveredTwice() throws InterruptedException {
        stage.scene("One gateway event, delivered twice", "Juno must answer once");
        OrdersClient.Given order =
                stage.orders()
                        .at("discord.gateway")
                        .account(stage.botName("juno"))
                        .method("MESSAGE_CREATE")
                        .duplicate(1);
        one(
                "juno",
                "Mina",
                "late-night",
                stage.channel("late-night"),
                "@Juno what music should I listen to late at night?");
        order.release();
    }

    private void twoInOneChannel() throws InterruptedException {
        stage.scene("Two characters in one channel", "Pell must answer Tom, Juno must answer Mina");
        String channel = stage.channel("museum");
        SeenMessage toPell =
                stage.says("Tom", "museum", channel, "@Pell what is your favourite beetle?");
        SeenMessage toJuno =
                stage.says("Mina", "museum", channel, "@Juno what's the weather like?");
        stage.awaitAnswer(Expected.answer("pell", List.of(toPell)).unmeasured(), "museum");
        stage.awaitAnswer(Expected.answer("juno", List.of(toJuno)).unmeasured(), "museum");
    }

    private void directMessage() throws InterruptedException {
        stage.scene("A direct message", "Pell must answer");
        String dm = stage.discord().dm(stage.person("Bo"), stage.bot("pell"));
        SeenMessage said = stage.says("Bo", "dm", dm, "why are moths attracted to light?");
        stage.awaitAnswer(Expected.answer("pell", List.of(said)).inDirect(), "dm");
    }

    private void thread() throws InterruptedException {
        stage.scene("A thread", "Okke must answer, in the thread");
        String thread =
                stage.discord().thread(stage.channel("general"), "supper", stage.person("Mina"));
        one("okke", "Mina", "supper", thread, "@Okke how do I bake bread as a beginner?");
    }

    private void longAnswer() throws InterruptedException {
        stage.scene(
                "A 6,000-character answer with code",
                "Ada must answer in parts that keep the code whole; what is too long for that comes as a file");
        stage.model().answersAtLength("explain it all", LONG);
        String channel = stage.channel("code");
        one("ada", "Tom", "code", channel, "@Ada please explain it all, with code");
        List<SeenMessage> parts =
                stage.await(() -> Optional.of(partsOf(channel)).filter(Evening::whole))
                        .orElseGet(() -> partsOf(channel));
        stage.note(
                "(%d parts, %d characters, %s)"
                        .formatted(parts.size(), lengthOf(parts), filesOf(parts)));
        if (!whole(parts)) {
            stage.wrong("of the long answer only " + lengthOf(parts) + " characters arrived");
        }
        for (SeenMessage part : parts) {
            if (part.content().split("```", -1).length % 2 == 0) {
                stage.wrong("a part of the long answer breaks its code");
            }
        }
    }

    private List<SeenMessage> partsOf(String channel) {
        return stage.discord().messages(channel).stream()
                .filter(message -> message.author().equals(stage.bot("ada")))
                .toList();
    }

    /** All of it is there: in words, or with the file that stands for the long code. */
    private static boolean whole(List<SeenMessage> parts) {
        return lengthOf(parts) >= ENOUGH || !filesOf(parts).isEmpty();
    }

    private static List<String> filesOf(List<SeenMessage> parts) {
        return parts.stream().flatMap(part -> part.attachments().stream()).toList();
    }

    private static int lengthOf(List<SeenMessage> parts) {
        return parts.stream().mapToInt(part -> part.content().length()).sum();
    }

    private void duringADisconnect() throws InterruptedException {
        stage.scene("A message while the gateway is gone", "Ada must answer once it is back");
        String ada = stage.botName("ada");
        OrdersClient.Given refused =
                stage.orders()
                        .at("discord.gateway")
                        .account(ada)
                        .method("RESUME")
                        .times(-1)
                        .invalidSession(false);
        stage.orders().at("discord.gateway").account(ada).times(2).cut();
        stage.note("(the gateway cuts Ada off, and will not resume)");
        SeenMessage said =
                stage.says(
                        "Bo",
                        "general",
                        stage.channel("general"),
                        "@Ada how are you today? you went quiet");
        stage.awaitAnswer(Expected.answer("ada", List.of(said)).unmeasured(), "general");
        refused.release();
    }

    private void deletedBeforeItsAnswer() {
        stage.scene("A message deleted before its answer", "nobody may answer");
        OrdersClient.Given held =
                stage.orders().at("model").contains("never mind this one").hold("before-answer");
        long before = stage.signals().last();
        SeenMessage said =
                stage.says("Tom", "general", stage.channel("general"), "@Juno never mind this one");
        stage.signals().await(before, Duration.ofSeconds(30), seen -> seen.where().equals("model"));
        stage.discord().deletes(said);
        stage.note("(Tom deletes it while Juno thinks)");
        held.release();
        stage.expect(Expected.silence(said));
    }

    private void modelFails() throws InterruptedException {
        stage.scene("A model that refuses the question", "Okke must react, without words");
        OrdersClient.Given failing =
                stage.orders().at("model").contains("the galley is on fire").times(-1).status(400);
        SeenMessage said =
                stage.says(
                        "Mina", "general", stage.channel("general"), "@Okke the galley is on fire");
        stage.awaitReaction(Expected.reaction("okke", said), "general");
        failing.release();
    }

    private void one(String account, String person, String where, String channel, String text)
            throws InterruptedException {
        SeenMessage said = stage.says(person, where, channel, text);
        stage.awaitAnswer(Expected.answer(account, List.of(said)), where);
    }
}
